using Competitions.Data;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Shell;

/// <summary>S4: every text that is stored, whoever wrote it, made into a script; then every page opened in a real browser.</summary>
public class ScriptsTests
{
    private const string Payload = "\"'><img src=x onerror=window.hit=1><script>window.hit=1</script><svg onload=window.hit=1>{{7*7}}";

    /// <summary>What the program itself writes and reads: codes, keys, hashes, words of enums, paths.</summary>
    private static readonly string[] Machine = ["Code", "Path", "Hash", "Id", "Stamp", "Email", "UserName", "Purpose", "Key", "By", "Stage", "Xml", "FriendlyName", "Act", "Address", "Module", "Group", "Layer", "Set", "Round"];

    [Fact]
    public async Task No_stored_text_runs_as_a_script_on_any_page()
    {
        await using var app = new App();
        var account = await Everyone.With(app);
        var columns = await app.WithDb(Poison);
        await using var window = await Chromium.Window(app.Address, account);
        var (page, found) = (await window.NewPageAsync(), new List<string>());
        page.Console += (_, message) => found.AddRange(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [$"{page.Url}: {message.Text}"] : []);
        var shown = 0;
        foreach (var address in Everyone.Pages(app).Append("/search?q=" + Uri.EscapeDataString(Payload[..40])).Append("/contests?q=" + Uri.EscapeDataString(Payload)).Append("/workers?q=" + Uri.EscapeDataString(Payload)))
        {
            try
            {
                var answer = await page.GotoAsync(address);
                Assert.True(answer!.Status < 500, $"{address}: {answer.Status}");
            }
            catch (PlaywrightException file) when (file.Message.Contains("Download is starting", StringComparison.Ordinal))
            {
                continue;
            }

            var hit = await page.EvaluateAsync<bool>("() => window.hit === 1 || !!document.querySelector('img[src=x], svg[onload], [onerror]')");
            found.AddRange(hit ? [address] : []);
            shown += (await page.ContentAsync()).Contains("onerror=window.hit", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(columns > 25, $"{columns} columns");
        Assert.True(shown > 15, $"the text was seen on {shown} pages only");
        Assert.Equal("", string.Join('\n', found));
    }

    /// <summary>Writes the payload behind every text of every row; the number of columns.</summary>
    private static async Task<int> Poison(CompetitionsDb db)
    {
        var columns =
            from type in db.Model.GetEntityTypes()
            where type.GetTableName() is not null && !type.IsMappedToJson() && !type.GetTableName()!.StartsWith("AspNet", StringComparison.Ordinal)
            from property in type.GetProperties()
            where property.ClrType == typeof(string) && !property.IsKey() && !property.IsForeignKey() && property.GetTypeMapping().Converter is null
            where !Machine.Any(m => property.Name.EndsWith(m, StringComparison.Ordinal))
            let table = StoreObjectIdentifier.Table(type.GetTableName()!)
            select (Table: table.Name, Column: property.GetColumnName(table)!);
        var poisoned = 0;
        foreach (var (table, column) in columns.Distinct().ToList())
        {
#pragma warning disable EF1002 // names of the model, not of a person
            poisoned += await db.Database.ExecuteSqlRawAsync($"UPDATE OR IGNORE \"{table}\" SET \"{column}\" = \"{column}\" || {{0}} WHERE \"{column}\" IS NOT NULL", Payload) >= 0 ? 1 : 0;
        }

        await db.Database.ExecuteSqlRawAsync("UPDATE AspNetUsers SET DisplayName = DisplayName || {0}", Payload);
        return poisoned;
    }
}
