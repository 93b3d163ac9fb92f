using System.Globalization;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Entries;

/// <summary>Entries made the way people make them: by the pages.</summary>
internal static class Desk
{
    public static Task<Browser> Unit(this App app, string unit = "E1") => app.Open(DutyKind.EnterpriseOfficer, unit);

    public static Task<Browser> Town(this App app) => app.Open(DutyKind.TownOfficer, "LP01");

    public static Task<Browser> Organiser(this App app) => app.Open(DutyKind.FederationOfficer);

    /// <summary>Fills the form for one worker and presses the button.</summary>
    public static async Task<Browser> Enter(this Browser unit, Worker worker, string code = "WELD", string then = "submit", bool paper = true, bool sound = true)
    {
        await unit.Visit($"/events/{code}/entries/new");
        var fields = new Dictionary<string, string>
        {
            ["Members[0].WorkerId"] = worker.Id.ToString(CultureInfo.InvariantCulture), ["Members[0].Role"] = "Competitor", ["Then"] = then,
        };
        if (paper)
        {
            fields["Members[0].HasPaper"] = "true";
        }

        if (sound)
        {
            (fields["NoTitles"], fields["CleanRecord"]) = ("true", "true");
        }

        return await unit.Submit("form#entry", fields, forged: true);
    }

    public static Task<Browser> Decide(this Browser reviewer, int id, string act, string why = "", string code = "WELD") => reviewer.Act(code, id, act, why);

    public static async Task<Browser> Act(this Browser reviewer, string code, int id, string act, string why)
    {
        await reviewer.Visit($"/events/{code}/entries/{id}/moves/new?act={act}");
        return reviewer.Status is System.Net.HttpStatusCode.OK ? await reviewer.Submit("form#move", new Dictionary<string, string> { ["Act"] = act, ["Why"] = why }) : reviewer;
    }

    public static Task<Entry> EntryOf(this App app, int workerId) =>
        app.WithDb(db => db.Entries.OrderByDescending(e => e.Id).FirstAsync(e => e.Members.Any(m => m.WorkerId == workerId)));

    public static Task<int> Count(this App app) => app.WithDb(db => db.Entries.CountAsync());
}
