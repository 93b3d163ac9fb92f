using System.Diagnostics;
using System.Net;
using System.Text;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>A new house: what its first start loads, and who comes in first. The verb is the very process.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("competitions-start-").FullName;

    [Fact]
    public async Task In_production_admin_prints_a_one_time_password_alone_and_the_program_holds_nothing_but_reference_data()
    {
        var (exit, output, errors) = await Run("admin", "first-admin");
        Assert.True(exit == 0, errors);
        var password = output.TrimEnd('\r', '\n');
        Assert.Matches("^[A-Za-z0-9]{16}$", password);
        Assert.Contains("首次登录须修改", errors, StringComparison.Ordinal);

        await using var app = App.Started("Production", _folder);
        var page = await app.Open().Visit("/sign-in");
        Assert.DoesNotContain("demo-", page.Body, StringComparison.Ordinal);
        await page.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = "first-admin", ["Password"] = password });
        Assert.Equal("/password/edit", page.Address);
        Assert.Equal("/password/edit", (await page.Visit("/accounts")).Address);
        await page.Submit("#password", new Dictionary<string, string> { ["Old"] = password, ["New"] = "Mine-own-pass-1", ["Again"] = "Mine-own-pass-1" });
        Assert.Equal((HttpStatusCode.OK, "/second-factors"), (page.Status, page.Address)); // and there is more to do before the first page
        Assert.Equal(HttpStatusCode.OK, (await page.Visit("/accounts")).Status);

        await app.WithDb(async db =>
        {
            Assert.Equal((1, 0, 0, 1), (await db.Organisations.CountAsync(), await db.Workers.CountAsync(), await db.Contests.CountAsync(), await db.Users.CountAsync()));
            Assert.True(await db.SkillLevels.AnyAsync() && await db.OrganisationTypes.AnyAsync() && await db.RulePresets.AnyAsync() && await db.CalendarDays.AnyAsync());
            Assert.Equal(DutyKind.SystemAdministrator, (await db.Duties.SingleAsync()).Kind);
        });
    }

    [Fact]
    public async Task Each_of_the_three_administrators_is_made_once_and_a_wrong_word_makes_nobody()
    {
        Assert.Equal(2, (await Run("admin")).Exit);
        Assert.Equal(2, (await Run("admin", "x", "king")).Exit);
        Assert.Equal(0, (await Run("admin", "sec", "security")).Exit);
        var (exit, output, sentence) = await Run("admin", "sec2", "security");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("安全管理员已经有了", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_an_empty_database_gets_the_demo_by_itself()
    {
        await using var app = App.Started("Development", _folder);
        var page = await app.Open().Visit("/sign-in");
        Assert.Equal(Enum.GetValues<DutyKind>().Length, page.Texts(".demo-line b").Distinct().Count());
        Assert.Equal(3000, await app.WithDb(db => db.Workers.CountAsync()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Exit, string Output, string Errors)> Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        (start.Environment["ASPNETCORE_ENVIRONMENT"], start.Environment["Data"]) = ("Production", _folder);
        foreach (var argument in (string[])["run", "--no-build", "--no-launch-profile", "-v", "q", "--project", Repository.File("src/Competitions.Web"), "--", .. words])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
