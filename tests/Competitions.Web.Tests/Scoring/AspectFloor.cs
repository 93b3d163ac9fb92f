using Competitions.Contests;
using Competitions.People;
using Competitions.Schemes;
using Competitions.Web.Scoring;
using Competitions.Web.Tests.Schemes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

/// <summary>An event whose practical module is marked by the aspects of a workbook, which came in by its page; the floor, and the aspects in the workbook's order.</summary>
internal static class AspectFloor
{
    public static async Task<(Floor Floor, IReadOnlyList<Aspect> Aspects)> Open(App app, byte[] workbook, int entries, int judges)
    {
        var id = await app.Ready(entries);
        await app.MarkedByAspects(id);
        var organiser = await (await app.Open(DutyKind.FederationOfficer)).Adopts(workbook);
        var accounts = new List<string>();
        for (var n = 1; n <= judges; n++)
        {
            accounts.Add(await app.Judge(id, DutyKind.ScoringJudge, $"judge{n}"));
        }

        await app.WithDb(async db =>
        {
            var panel = new Panel(await db.Events.SingleAsync(e => e.Id == id), "practical", "实操组", []);
            accounts.ForEach(a => panel.Seat(a, a, leads: false));
            db.Add(panel);
            await db.SaveChangesAsync();
        });
        await organiser.Starts();
        var rows = WorkBook.RowsOf("final");
        var works = await app.WithDb(db => (from row in db.CodeBook where row.Module == rows join work in db.CodeBook on row.EntryId equals work.EntryId where work.Module == "practical" orderby row.Work select work.Work).ToListAsync());
        return (new Floor(app, id, works, accounts), [.. (await app.Scheme())!.AspectsOf("practical").Select(p => p.Aspect)]);
    }

    /// <summary>The jury's board: number, the module's points, total and rank, in the order of the numbers.</summary>
    public static async Task<IReadOnlyList<(string Number, string Module, string Total, string Rank)>> Board(this Floor floor, App app, long marks)
    {
        var chief = app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief"));
        do
        {
            await chief.Visit("/events/WELD/board/final/workers/snapshot");
        }
        while (long.Parse(chief.Page.QuerySelector("[data-version]")!.GetAttribute("data-version")!, System.Globalization.CultureInfo.InvariantCulture) % 1_000_000_000 < marks);

        return [.. chief.Page.QuerySelectorAll("[data-row]").Select(row => (
            WorkBook.NumberOf(row.GetAttribute("data-row")!), row.QuerySelector("[data-part='practical']")!.TextContent.Trim(),
            row.QuerySelector("[data-total]")!.TextContent.Trim(), row.QuerySelector("[data-rank]")!.TextContent.Trim())).OrderBy(r => r.Item1, StringComparer.Ordinal)];
    }
}
