using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Portal;

public sealed record PortalEvent(string Code, string Title, EventStage Stage, int Capacity, int Entries)
{
    /// <summary>Its board stands from its start on.</summary>
    public bool HasBoard => Stage is EventStage.Running or EventStage.Checking or EventStage.Opened or EventStage.Announced or EventStage.Noticed or EventStage.Honoured or EventStage.Archived;
}

/// <summary>A contest as anybody may see it: no person is named in it.</summary>
public sealed record PortalContest(Contest Contest, IReadOnlyList<PortalEvent> Events)
{
    public EventStage Stage => EventLifecycle.Of([.. Events.Select(e => e.Stage)]);

    public IReadOnlyList<PortalList> Lists { get; init; } = [];

    public int Capacity => Events.Sum(e => e.Capacity);

    public int Entries => Events.Sum(e => e.Entries);
}

/// <summary>A promotion list that was published into one of its events.</summary>
public sealed record PortalList(int Id, string Event, string Source, DateTime PublishedAt, int Going);

public sealed record PortalPage(DateTime Now, IReadOnlyList<PortalContest> Contests)
{
    public IEnumerable<PortalContest> Running => Contests.Where(c => c.Events.Any(e => e.Stage is EventStage.Running));

    /// <summary>Open now, the first to close first.</summary>
    public IEnumerable<PortalContest> Open => Contests.Where(c => c.Events.Any(e => e.Stage is EventStage.Registration)).OrderBy(c => c.Contest.RegistrationClosesAt ?? DateTime.MaxValue);

    public IEnumerable<PortalContest> Others => Contests.Except(Running).Except(Open);
}

[Route("portal"), Authorize(Policies.Public)]
public sealed class PortalController(CompetitionsDb db, TimeProvider clock) : Controller
{
    /// <summary>What is on: contests of this year and the last with at least one event that is no draft any more; three queries.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var year = clock.Today().Year - 1;
        return View(new PortalPage(clock.UtcNow(), await Contests(db.Contests.Where(c => c.Year >= year).OrderByDescending(c => c.StartsOn).Take(40))));
    }

    [HttpGet("{contest}")]
    public async Task<IActionResult> Show(string contest)
    {
        var found = Missing.Unless((await Contests(db.Contests.Where(c => c.Code == contest))).SingleOrDefault());
        var lists = await (
            from list in db.PromotionLists
            where list.Stage == PromotionStage.Published
            join of in db.Events on list.EventId equals of.Id
            where of.ContestId == found.Contest.Id && of.Stage != EventStage.Draft
            orderby list.PublishedAt descending
            select new PortalList(list.Id, of.Title, list.SourceTitle, list.PublishedAt!.Value, list.Lines.Count(l => (l.Outcome == PromotionOutcome.Goes || l.IsFilled) && !l.IsGone))).ToListAsync();
        return View(found with { Lists = lists });
    }

    private async Task<IReadOnlyList<PortalContest>> Contests(IQueryable<Contest> which)
    {
        var contests = await which.AsNoTracking().ToListAsync();
        var ids = contests.Select(c => c.Id).ToList();
        var counts = await db.Entries.Where(e => ids.Contains(e.ContestId) && EntryLifecycle.Alive.Contains(e.Stage)).GroupBy(e => e.EventId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var events = (await db.Events.Where(e => ids.Contains(e.ContestId) && e.Stage != EventStage.Draft).OrderBy(e => e.Id).Select(e => new { e.Id, e.ContestId, e.Code, e.Title, e.Stage, e.Capacity }).ToListAsync()).ToLookup(e => e.ContestId);
        return [.. contests.Where(c => events[c.Id].Any()).Select(c => new PortalContest(c, [.. events[c.Id].Select(e => new PortalEvent(e.Code, e.Title, e.Stage, e.Capacity, counts.GetValueOrDefault(e.Id)))]))];
    }
}
