using Competitions.Web.Shell;
using Competitions.Web.Shell.Proofs;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Shell.Proofs;

/// <summary>When the ends of the chains are signed, and that no second start and no torn line breaks the file.</summary>
public sealed class HeadSignerTests
{
    private static readonly DateTime Then = new(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_chain_is_signed_after_so_many_lines_and_a_minute_after_the_last_in_any_case()
    {
        await using var app = new App { Settings = { ["SignEvery"] = "5" } };
        app.Clock.Stop(Then);
        await Write(app, 4);
        Assert.Equal("", await Signed(app, "audit"));
        await Write(app, 1);
        Assert.Equal("5", await Signed(app, "audit"));
        await Write(app, 4);
        Assert.Equal("5", await Signed(app, "audit"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("5 9", await Signed(app, "audit"));
    }

    [Fact]
    public async Task A_ledger_is_signed_when_it_is_locked_and_a_result_when_it_is_published()
    {
        await using var app = new App();
        app.Clock.Stop(Then);
        var organiser = await app.Opened((90, 95), (80, 85));
        Assert.EndsWith("4", await Signed(app, "ledger/WELD"), StringComparison.Ordinal);
        await app.Mark("0001", "practical", 96); // bears no lock, but takes one: the next look signs it
        Assert.EndsWith("4 5", await Signed(app, "ledger/WELD"), StringComparison.Ordinal);

        var address = await app.Publish(organiser);

        Assert.NotNull(app.Services.GetRequiredService<HeadBook>().Find("result/WELD/final/workers", 1)); // nobody waited for the background
        Assert.Equal("1", await Signed(app, "result-full/WELD/final/workers"));
        await app.Publish(organiser, new Dictionary<string, string> { ["Why"] = "重新核算" }, await Changed(app, address));
        Assert.Equal("1 2", await Signed(app, "result/WELD/final/workers"));
    }

    [Fact]
    public void The_file_goes_on_after_a_restart_and_behind_a_line_that_was_torn()
    {
        var folder = Directory.CreateTempSubdirectory("competitions-heads-").FullName;
        var file = new SignedHeads(Path.Combine(folder, "signed-heads.jsonl"));
        HeadBook Started() => new(file, new Lazy<SigningKey>(() => SigningKey.FromFile(Path.Combine(folder, "signing.key"))), Microsoft.Extensions.Logging.Abstractions.NullLogger<HeadBook>.Instance);

        Started().Sign([new FinalThing("audit", 2, "aa"), new FinalThing("result/WELD/final/workers", 1, "bb")], Then);
        File.AppendAllText(file.Path, "{\"chain\":\"au");
        var again = Started();
        again.Sign([new FinalThing("audit", 4, "cc")], Then);

        using var key = SigningKey.Read(Path.Combine(folder, "signing.key"))!;
        var read = file.Read(key);
        Assert.Equal((1, null), (read.Torn, read.FirstFault));
        Assert.Equal(["audit 2", "result/WELD/final/workers 1", "audit 4"], read.Heads.Select(h => $"{h.Chain} {h.Sequence}"));
        Assert.Equal("bb", again.Find("result/WELD/final/workers", 1)?.Hash);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_key_is_its_owners_alone_and_the_public_one_is_another_thing()
    {
        var folder = Directory.CreateTempSubdirectory("competitions-key-").FullName;
        var path = Path.Combine(folder, "below", "signing.key");
        Assert.Null(SigningKey.Read(path));
        using var made = SigningKey.FromFile(path);
        using var again = SigningKey.FromFile(path);
        Assert.Equal(made.Id, again.Id);
        Assert.DoesNotContain("PRIVATE", made.PublicPem, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<int> Changed(App app, string address)
    {
        await app.Mark("0001", "practical", 99);
        return Podium.Id(address);
    }

    private static async Task Write(App app, int lines)
    {
        for (var n = 0; n < lines; n++)
        {
            await app.Services.GetRequiredService<AuditTrail>().Write("worker.view-phone", $"{n}", accountId: "test");
        }
    }

    /// <summary>Numbers that are signed of the chain, after another look.</summary>
    private static async Task<string> Signed(App app, string chain)
    {
        await app.Services.GetRequiredService<HeadSigner>().SignNow();
        using var key = SigningKey.Read(Path.Combine(app.Folder, "signing.key"))!;
        var read = new SignedHeads(Path.Combine(app.Folder, "signed-heads.jsonl")).Read(key);
        Assert.Null(read.FirstFault);
        return string.Join(' ', read.Heads.Where(h => h.Chain == chain).Select(h => h.Sequence));
    }
}
