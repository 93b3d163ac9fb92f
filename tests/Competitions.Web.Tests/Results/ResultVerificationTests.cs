using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>Anybody finds out whether a result is what was published: on the page, with a file that he has, and without the house by the one-file program.</summary>
public sealed class ResultVerificationTests
{
    [Fact]
    public async Task The_public_page_says_whether_what_is_kept_is_what_was_published_and_names_nobody()
    {
        await using var app = new App();
        var address = await app.Publish(await app.Opened((82, 88), (90, 95)));
        var stranger = await app.Open().Visit($"/verify/results/{Podium.Id(address)}");
        Assert.Equal(("true", "与发布时一致"), (stranger.Page.QuerySelector("[data-same]")?.GetAttribute("data-same"), stranger.Text(".res h2")));
        var file = await File.ReadAllTextAsync(await Download(stranger, address));
        using var document = JsonDocument.Parse(file);
        Assert.Equal(await stranger.Http.GetStringAsync("/verify/public-key.pem"), document.RootElement.GetProperty("proof").GetProperty("publicKey").GetString() + "\n");
        Assert.DoesNotContain("选手01", file, StringComparison.Ordinal);
        Assert.DoesNotContain("选手01", stranger.Body, StringComparison.Ordinal);

        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE ResultLines SET Rank = 1"));
        await stranger.Visit($"/verify/results/{Podium.Id(address)}");
        Assert.Equal(("false", "与发布时不一致"), (stranger.Page.QuerySelector("[data-same]")?.GetAttribute("data-same"), stranger.Text(".res h2")));
        Assert.NotEqual(stranger.Text("#signed"), stranger.Text("dd.hash"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit("/verify/results/99")).Status);
    }

    [Fact]
    public async Task A_file_is_what_was_published_or_it_is_said_that_it_is_not()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await app.Publish(organiser);
        var (open, full) = (await Download(app.Open(), address), await organiser.Http.GetStringAsync(address + "/files/result.json"));
        var stranger = await app.Open().Visit("/verify/results");
        async Task<string> Checked(string text) => (await (await stranger.Visit("/verify/results")).Submit("#check", new Dictionary<string, string> { ["Text"] = text })).Text(stranger.Status is HttpStatusCode.OK ? ".res h2" : ".errsum");

        var clean = await File.ReadAllTextAsync(open);
        Assert.Equal("与发布时一致", await Checked(clean));
        Assert.Equal("与发布时一致", await Checked(full)); // with whole names, as its house has it
        Assert.Equal("与发布时一致", await Checked(clean.Replace("\n", "", StringComparison.Ordinal).Replace("93.5", "93.5000", StringComparison.Ordinal))); // written otherwise, the same
        Assert.Equal("与发布时不一致", await Checked(clean.Replace("93.5", "93.6", StringComparison.Ordinal)));
        Assert.Equal("与发布时不一致", await Checked(clean.Replace("\"signature\": \"", "\"signature\": \"A", StringComparison.Ordinal)));
        Assert.Contains("没有发布过这样一份成绩", await Checked(clean.Replace("result/WELD", "result/LIFT", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("这不是成绩文件", await Checked("<xml/>"), StringComparison.Ordinal);
        Assert.Contains("请选择成绩文件", await Checked(""), StringComparison.Ordinal);
        await stranger.Upload("#check", "File", "成绩.json", Encoding.UTF8.GetBytes(clean));
        Assert.Equal("与发布时一致", stranger.Text(".res h2"));
    }

    [Theory]
    [InlineData("", "", 0, "与发布时一致")]
    [InlineData("\"total\": 93.5", "\"total\": 93.6", 1, "内容被改动过")]
    [InlineData("\"rank\": 2", "\"rank\": 1", 1, "内容被改动过")]
    [InlineData("\"number\": 1,", "\"number\": 2,", 1, "内容被改动过")]
    [InlineData("\"at\": \"20", "\"at\": \"19", 1, "签名不符")]
    [InlineData("\"proof\": {", "\"proof\": 0, \"other\": {", 2, "这不是带签名的成绩文件")]
    public async Task The_one_file_program_recomputes_the_hash_and_checks_the_signature(string old, string now, int exit, string said)
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await app.Publish(organiser);
        var folder = Directory.CreateTempSubdirectory("competitions-check-").FullName;
        var (program, key, file) = (Path.Combine(folder, "check-result.mjs"), Path.Combine(folder, "key.pem"), Path.Combine(folder, "成绩.json"));
        var stranger = await app.Open().Visit("/verify/results");
        await File.WriteAllBytesAsync(program, await stranger.Http.GetByteArrayAsync(stranger.Page.QuerySelector("a[download]")!.GetAttribute("href")));
        await File.WriteAllBytesAsync(key, await stranger.Http.GetByteArrayAsync("/verify/public-key.pem"));
        foreach (var text in (string[])[await File.ReadAllTextAsync(await Download(stranger, address)), await organiser.Http.GetStringAsync(address + "/files/result.json")])
        {
            Assert.True(old.Length == 0 || text.Contains(old, StringComparison.Ordinal), text);
            await File.WriteAllTextAsync(file, old.Length == 0 ? text : text.Replace(old, now, StringComparison.Ordinal));
            foreach (var arguments in (string[][])[[program, file, key], [program, file]])
            {
                var (ended, words) = await Node(arguments);
                Assert.True(ended == exit && words.Contains(said, StringComparison.Ordinal), $"{ended}: {words}");
            }
        }

        if (exit == 0) // the key of another house
        {
            using var other = Competitions.Web.Shell.Proofs.SigningKey.FromFile(Path.Combine(folder, "other.key"));
            await File.WriteAllTextAsync(key, other.PublicPem);
            Assert.Contains("签名用的不是这把钥匙", (await Node([program, file, key])).Words, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_sheet_and_the_interface_carry_hash_and_signature()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await app.Publish(organiser);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(await Download(app.Open(), address)));
        var proof = file.RootElement.GetProperty("proof");
        var (hash, signature) = (proof.GetProperty("hash").GetString()!, proof.GetProperty("signature").GetString()!);

        var sheet = (await organiser.Visit(address + "/book")).Text(".book-proof");
        Assert.Contains(hash, sheet, StringComparison.Ordinal);
        Assert.Contains(signature, sheet, StringComparison.Ordinal);
        Assert.Contains($"/verify/results/{Podium.Id(address)}", sheet, StringComparison.Ordinal);
        Assert.NotNull(organiser.Page.QuerySelector(".book-proof svg"));
        Assert.Contains(hash, (await organiser.Visit(address)).Text(".res-basis"), StringComparison.Ordinal);

        using var told = JsonDocument.Parse(await app.Open().Http.GetStringAsync("/api/v1/events/WELD/results"));
        var carried = told.RootElement[0].GetProperty("proof");
        Assert.Equal((hash, signature, 4), (carried.GetProperty("hash").GetString(), carried.GetProperty("signature").GetString(), carried.GetProperty("ledgerSequence").GetInt32()));
    }

    private static async Task<string> Download(Browser browser, string address)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, await browser.Http.GetByteArrayAsync($"/verify/results/{Podium.Id(address)}/result.json"));
        return path;
    }

    private static async Task<(int Exit, string Words)> Node(string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await errors);
    }
}
