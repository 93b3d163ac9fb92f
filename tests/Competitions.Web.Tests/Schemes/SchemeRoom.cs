using Competitions.Contests;
using Competitions.Data.Schemes;
using Competitions.People;
using Competitions.Schemes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Competitions.Web.Tests.Schemes.Marking;

namespace Competitions.Web.Tests.Schemes;

/// <summary>An event whose practical module is marked by aspects, and what is done at its scheme's pages.</summary>
internal static class SchemeRoom
{
    /// <summary>Three warnings: a mark above two, a judgement without its ladder, and a mark that is missing.</summary>
    public static byte[] Warned => Book(["演示焊接技能"], Open("A"), Sub("A1"), Aspect("M", 3m), Aspect("J", 1m), Open("B"), Sub("B1"), Aspect("M", null), Aspect("M", 1.5m));

    public static byte[] Clean => Book(["演示焊接技能"], Open("A"), Sub("A1"), Aspect("M", 0.5m), Aspect("J", 1.5m), Ladder[0], Ladder[1], Ladder[2], Ladder[3], Open("B"), Sub("B1"), Aspect("M", 2m));

    /// <summary>A federation officer at the event WELD, ready for its day.</summary>
    public static async Task<Browser> Organiser(this App app)
    {
        await app.MarkedByAspects(await app.Ready(2));
        return await app.Open(DutyKind.FederationOfficer);
    }

    public static Task MarkedByAspects(this App app, int eventId) => app.WithDb(async db =>
    {
        var of = await db.Events.SingleAsync(e => e.Id == eventId);
        of.Compose(of.Rules, [.. of.Rounds], [.. of.Groups], [.. of.Modules.Select(m => m.Code == "practical" ? m with { Way = ModuleWay.Aspects } : m)]);
        await db.SaveChangesAsync();
    });

    public static async Task<Browser> Brings(this Browser page, byte[] workbook, string name = "方案.xlsx")
    {
        await page.Visit("/events/WELD/scheme/uploads/new");
        return await page.Upload("#upload", "File", name, workbook);
    }

    public static async Task<Browser> Adopts(this Browser page, byte[] workbook, string why = "")
    {
        await page.Brings(workbook);
        if (page.Page.QuerySelector("#verdicts") is not null)
        {
            await page.Submit("#verdicts", new Dictionary<string, string> { ["accepts"] = "true" });
        }

        return await page.Submit("#adopt", why.Length > 0 ? new Dictionary<string, string> { ["Why"] = why } : null);
    }

    public static async Task<MarkingScheme?> Scheme(this App app, string code = "WELD") => await app.WithDb(async db =>
        await db.MarkingSchemes.AsNoTracking().Newest(await db.Events.Where(e => e.Code == code).Select(e => e.Id).SingleAsync()));

    public static Task<int> Uploads(this App app) => app.WithDb(db => db.SchemeUploads.CountAsync());

    /// <summary>Marking starts by the event's own move, at its own page.</summary>
    public static async Task<Browser> Starts(this Browser page)
    {
        await page.Visit("/events/WELD");
        return await page.Submit("#Start");
    }
}
