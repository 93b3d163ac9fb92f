using System.Net;
using System.Text.Json;
using Competitions.Contests;
using Competitions.Web.Results;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

public sealed class ResultFilesTests
{
    private static readonly string[] SheetColumns = ["名次", "参赛编号", "姓名", "单位", "理论", "实操", "扣分", "总成绩", "合格", "奖项", "拟授称号", "拟晋升等级"];

    [Fact]
    public async Task The_sheet_goes_along_with_the_columns_of_the_rule_book_and_a_formula_is_text()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE EntryMembers SET Name = '=1+1' WHERE Name = '选手01'"));
        var address = await app.Publish(organiser);

        var rows = await Rows(organiser, address + "/files/sheet.xlsx", SheetColumns);

        Assert.Equal("2|=1+1|82|88|0|86.2|合格|", string.Join('|', Picked(rows[1], 0, 2, 4, 5, 6, 7, 8, 9)));
        Assert.Equal(["1", "2"], rows.Select(r => r[0]));
    }

    [Fact]
    public async Task The_cis_columns_are_those_of_the_export()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await app.Publish(organiser);

        var rows = await Rows(organiser, address + "/files/cis.xlsx", ["Position", "Member", "Member Name", "Skill Number", "Medal", "First Name", "Last Name", "WorldSkills Scale Score"]);

        Assert.Equal(["1|E2|WELD|手02|选|93.5", "2|E1|WELD|手01|选|86.2"], rows.Select(r => string.Join('|', Picked(r, 0, 1, 3, 5, 6, 7))));
    }

    [Fact]
    public async Task Json_is_of_what_is_published_and_carries_no_ids_of_persons()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await organiser.Compute();
        Assert.Equal(HttpStatusCode.Conflict, (await organiser.Visit(address + "/files/result.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Visit(address + "/files/passwd")).Status);
        await organiser.Visit(address + "/moves/new");
        await organiser.Submit("form#move", new Dictionary<string, string> { ["Why"] = "重来" });

        address = await app.Publish(organiser);
        await organiser.Visit(address + "/files/result.json");

        using var json = JsonDocument.Parse(organiser.Body);
        Assert.Equal((93.5m, 1), (json.RootElement.GetProperty("lines")[0].GetProperty("total").GetDecimal(), json.RootElement.GetProperty("lines")[0].GetProperty("rank").GetInt32()));
        Assert.Equal((await app.ResultAt(address)).Seal, json.RootElement.GetProperty("seal").GetString());
        Assert.DoesNotContain("workerId", organiser.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_book_shows_the_sheet_with_places_to_sign()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await app.Publish(organiser);

        await organiser.Visit(address + "/book");

        Assert.Equal(2, organiser.Page.QuerySelectorAll(".book tbody tr").Length);
        Assert.Contains("裁判长", organiser.Text(".book footer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_writes_every_published_result_of_a_contest_and_names_the_files()
    {
        await using var app = new App();
        await app.Publish(await app.Opened((82, 88), (90, 95)));
        var (folder, output, errors) = (Directory.CreateTempSubdirectory("export-").FullName, new StringWriter(), new StringWriter());

        Assert.Equal(0, await ExportVerb.Run(app.Services, "C-WELD", folder, output, errors));
        Assert.Equal(2, await ExportVerb.Run(app.Services, "C-NONE", folder, output, errors));

        string[] named = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Contains("WELD-final-workers-1-sheet.xlsx", named);
        Assert.Contains("WELD-final-workers-1.json", named);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_published_result_is_what_a_promotion_list_takes()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        await app.Publish(organiser);
        await app.Mark("0001", "practical", 99); // not in the result
        var of = await app.WithDb(db => db.Events.SingleAsync());
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(app.Services);
        var sources = (Competitions.Web.Contests.Promotions.PromotionSources)scope.ServiceProvider.GetService(typeof(Competitions.Web.Contests.Promotions.PromotionSources))!;

        var ranked = await sources.Rank(new PromotionSource(of.Id, "final", "workers", null, ""));

        Assert.Equal(["1 选手02 93.50", "2 选手01 86.20"], ranked.Ranked.Select(r => $"{r.Rank} {r.Names} {r.Mark}"));
    }

    private static async Task<List<string?[]>> Rows(Browser browser, string address, string[] columns)
    {
        using var file = new MemoryStream(await browser.Http.GetByteArrayAsync(address));
        Column[] wanted = [.. columns.Select(c => new Column(c, "", Required: false, Example: ""))];
        using var read = SheetReader.Open(file, wanted);
        Assert.Equal(columns, read.Header.Take(columns.Length).Select(h => $"{h}"));
        return [.. read.Rows().Select(r => r.Cells.Select(c => (string?)SheetRow.Shown(c)).ToArray())];
    }

    private static IEnumerable<string?> Picked(string?[] row, params int[] at) => at.Select(i => row[i]);
}
