using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Mine;

/// <summary>A worker's own entry, as the list shows it.</summary>
/// <param name="LastWhy">What was said at its last move.</param>
public sealed record MyEntryRow(int Id, string Title, string ContestName, EntryStage Stage, string? AdmissionNumber, string? LastWhy, bool Consented);

public sealed record SelfEntryRow(string Code, string Title, string ContestName, DateTime? ClosesAt);

public sealed record MyEntriesPage(IReadOnlyList<MyEntryRow> Entries, IReadOnlyList<SelfEntryRow> Open);

public sealed record MyEntryPage(Entry Entry, Event Event, Contest Contest, int WorkerId, IReadOnlyList<CheckedCompetitor> Checks)
{
    public bool HasConsented => Enum.GetValues<ConsentKind>().All(k => Entry.Consents.Any(c => c.WorkerId == WorkerId && c.Kind == k));

    public bool IsCompetitor => Entry.Members.Any(m => m.WorkerId == WorkerId && m.Role is EntryRole.Competitor);

    public bool CanConsent => IsCompetitor && !HasConsented && EntryLifecycle.Next(Entry.Stage, EntryMove.Withdraw) is not null;

    public bool CanWithdraw => IsCompetitor && EntryLifecycle.Next(Entry.Stage, EntryMove.Withdraw) is not null && Entry.Members.Count(m => m.Role is EntryRole.Competitor) == 1;
}

[Route("my/entries"), Authorize(Policies.Own)]
public sealed class MyEntriesController(CompetitionsDb db, EntryDesk desk, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var (me, now) = (WorkerId, clock.UtcNow());
        var mine = await (
            from entry in db.Entries
            where entry.Members.Any(m => m.WorkerId == me)
            join of in db.Events on entry.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            orderby entry.Id descending
            select new MyEntryRow(
                entry.Id, of.Title, contest.Name, entry.Stage, entry.AdmissionNumber, entry.History.OrderByDescending(h => h.At).Select(h => h.Why).FirstOrDefault(),
                entry.Consents.Any(c => c.WorkerId == me) || entry.Members.All(m => m.WorkerId != me || m.Role != EntryRole.Competitor))).Take(100).ToListAsync();
        var open = await (
            from of in db.Events
            join contest in db.Contests on of.ContestId equals contest.Id
            where of.Stage == EventStage.Registration && (contest.RegistrationOpensAt == null || contest.RegistrationOpensAt <= now)
                && (contest.RegistrationClosesAt == null || contest.RegistrationClosesAt >= now)
                && !db.Entries.Any(e => e.EventId == of.Id && EntryLifecycle.Alive.Contains(e.Stage) && e.Members.Any(m => m.WorkerId == me))
            orderby contest.RegistrationClosesAt, of.Title
            select new { of.Code, of.Title, Contest = contest.Name, contest.RegistrationClosesAt, of.Rules }).Take(200).ToListAsync();
        return View(new MyEntriesPage(mine, [.. open.Where(o => o.Rules.Entry.SelfEntry).Select(o => new SelfEntryRow(o.Code, o.Title, o.Contest, o.RegistrationClosesAt))]));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var entry = await Mine(id);
        var of = await db.Events.SingleAsync(e => e.Id == entry.EventId);
        var contest = await db.Contests.SingleAsync(c => c.Id == of.ContestId);
        var day = contest.RegistrationClosesAt?.InChina().Date() ?? contest.StartsOn;
        var checks = await db.Check(db.Entries.Where(e => e.Id == id), of, day);
        return View(new MyEntryPage(entry, of, contest, WorkerId, [.. checks[id].Where(c => c.WorkerId == WorkerId)]));
    }

    /// <summary>The worker's own click, to the text as it is now.</summary>
    [HttpPost("{id:int}/consents")]
    public async Task<IActionResult> Update(int id, string version)
    {
        Refusal.Unless(version == ConsentTexts.Version, "entry.consent-text");
        var entry = await Mine(id);
        Refusal.Unless(entry.Members.Any(m => m.WorkerId == WorkerId && m.Role is EntryRole.Competitor), "entry.not-a-member");
        foreach (var kind in Enum.GetValues<ConsentKind>())
        {
            entry.Consent(WorkerId, kind, version, clock.UtcNow(), himself: true);
            db.Add(new Consent(WorkerId, kind, version, clock.UtcNow()));
        }

        await db.SaveChangesAsync();
        TempData["Done"] = "已同意。";
        return Redirect($"/my/entries/{id}");
    }

    [HttpPost("{id:int}/withdrawals")]
    public async Task<IActionResult> Delete(int id, string? why)
    {
        var known = await Mine(id);
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == known.EventId);
        await desk.InQueue(of.ContestId, async () =>
        {
            await db.Entry(known).ReloadAsync();
            Refusal.Unless(known.Members.Any(m => m.WorkerId == WorkerId && m.Role is EntryRole.Competitor) && known.Members.Count(m => m.Role is EntryRole.Competitor) == 1, "entry.not-yours");
            await desk.Withdraw(known, of, User.Account(), why ?? "");
        });
        TempData["Done"] = "已撤回报名。";
        return Redirect("/my/entries");
    }

    private int WorkerId => int.TryParse(User.FindFirst(AccountClaims.WorkerId)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new Missing();

    private async Task<Entry> Mine(int id)
    {
        var me = WorkerId;
        return Missing.Unless(await db.Entries.SingleOrDefaultAsync(e => e.Id == id && e.Members.Any(m => m.WorkerId == me)));
    }
}
