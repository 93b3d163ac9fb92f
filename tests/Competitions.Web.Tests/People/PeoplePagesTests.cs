using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

/// <summary>axe over the pages of accounts, duties, slips, one's own data and the audit.</summary>
public class PeoplePagesTests
{
    [Fact]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen()
    {
        await using var app = new App();
        await app.Ready(2);
        var (entry, worker) = await app.WithDb(async db => (await db.Entries.OrderBy(e => e.Id).FirstAsync(), await db.Workers.OrderBy(w => w.Id).FirstAsync()));
        await MyEntriesTests.Account(app, worker);
        var account = await DutiesTests.Account(app, "wang", "LP");
        foreach (var duty in (DutyKind[])[DutyKind.SystemAdministrator, DutyKind.SecurityAdministrator, DutyKind.AuditAdministrator, DutyKind.FederationOfficer])
        {
            await app.Open(duty);
        }

        await app.Unit();
        await using var screens = new Screens(app);
        foreach (var (who, addresses) in ((string, string[])[])[
            ("SystemAdministrator@LP", ["/accounts", "/accounts/new", $"/accounts/{account}", $"/accounts/{account}/worker/new", "/password/edit"]),
            ("SecurityAdministrator@LP", ["/duties", "/duties/new"]),
            ("AuditAdministrator@LP", ["/audit", "/audit?act=nix"]),
            ("EnterpriseOfficer@E1", ["/slips", "/corrections", $"/events/WELD/entries/{entry.Id}"]),
            ("FederationOfficer@LP", ["/events/WELD/duties", "/events/WELD/duties/new?q=wang"]),
            ($"worker-{worker.Id}", ["/activation", "/my/data", "/my/dossier", "/my/dossier?tab=changes", "/my/dossier/paper", "/my/consents", "/my/corrections/new", "/my/entries", $"/my/entries/{entry.Id}/ticket"])])
        {
            await screens.Visit(await screens.Sizes(who), addresses);
        }

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }
}
