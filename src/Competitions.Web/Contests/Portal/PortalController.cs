using System.Linq.Expressions;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Notices;
using Competitions.Results;
using Competitions.Web.Scoring.Boards;
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

    public IReadOnlyList<PortalNews> Results { get; init; } = [];

    public IReadOnlyList<PortalNews> Notices { get; init; } = [];

    public int Capacity => Events.Sum(e => e.Capacity);

    public int Entries => Events.Sum(e => e.Entries);
}

/// <summary>A promotion list that was published into one of its events.</summary>
public sealed record PortalList(int Id, string Event, string Source, DateTime PublishedAt, int Going);

/// <summary>公示公告: something that was made public, with the page that shows it.</summary>
public sealed record PortalNews(string Kind, string Title, DateTime At, string Address);

/// <param name="Live">A board on which something moves; null while none does.</param>
public sealed record PortalPage(DateTime Now, IReadOnlyList<PortalContest> Contests, IReadOnlyList<PortalNews> News, BoardSnapshot? Live)
{
    public IEnumerable<PortalContest> Running => Contests.Where(c => c.Events.Any(e => e.Stage is EventStage.Running));

    /// <summary>Open now, the first to close first.</summary>
    public IEnumerable<PortalContest> Open => Contests.Where(c => c.Events.Any(e => e.Stage is EventStage.Registration)).OrderBy(c => c.Contest.RegistrationClosesAt ?? DateTime.MaxValue);

    public IEnumerable<PortalContest> Others => Contests.Except(Running).Except(Open);
}

[Route("portal"), Authorize(Policies.Public)]
public sealed class PortalController(CompetitionsDb db, ScoreboardBroadcaster boards, TimeProvider clock) : Controller
{
    private const int NewsShown = 8;

    /// <summary>What is on: contests of this year and the last with at least one event that is no draft any more; seven queries.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var year = clock.Today().Year - 1;
        var contests = await Contests(db.Contests.Where(c => c.Year >= year).OrderByDescending(c => c.StartsOn).Take(40));
        return View(new PortalPage(clock.UtcNow(), contests, await News(), await Live()));
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
        return View(found with { Lists = lists, Results = await Results(of => of.ContestId == found.Contest.Id), Notices = await Notices(found.Contest.Id) });
    }

    private async Task<IReadOnlyList<PortalNews>> News() => [.. (await Promotions()).Concat((await Results(of => true)).Take(NewsShown)).Concat(await Notices()).OrderByDescending(n => n.At).Take(NewsShown)];

    /// <summary>Published results; of a corrected one only what stands for it.</summary>
    private async Task<IReadOnlyList<PortalNews>> Results(Expression<Func<Event, bool>> of) => await (
        from result in db.Results
        where result.Stage == ResultStage.Published
        join held in db.Events.Where(of) on result.EventId equals held.Id
        join contest in db.Contests on held.ContestId equals contest.Id
        orderby result.PublishedAt descending
        select new PortalNews(result.CorrectsId == null ? "成绩" : "更正", $"{contest.Name} {result.EventTitle} {result.RoundName}{result.GroupName}成绩", result.PublishedAt!.Value, $"/portal/{contest.Code}/results/{result.Id}")).Take(200).ToListAsync();

    private async Task<IReadOnlyList<PortalNews>> Notices() => await (
        from notice in db.PublicNotices
        where notice.Stage != NoticeStage.Withdrawn
        orderby notice.GivenAt descending
        select new PortalNews("公示", notice.Title, notice.GivenAt, $"/portal/notices/{notice.Id}")).Take(NewsShown).ToListAsync();

    private async Task<IReadOnlyList<PortalNews>> Notices(int contestId) => await (
        from notice in db.PublicNotices
        where notice.Of == NoticeOf.EventResults && notice.Stage != NoticeStage.Withdrawn && db.Events.Any(e => e.Id == notice.SourceId && e.ContestId == contestId)
        orderby notice.GivenAt descending
        select new PortalNews("公示", notice.Title, notice.GivenAt, $"/portal/notices/{notice.Id}")).ToListAsync();

    private async Task<IReadOnlyList<PortalNews>> Promotions() => await (
        from list in db.PromotionLists
        where list.Stage == PromotionStage.Published
        join of in db.Events on list.EventId equals of.Id
        where of.Stage != EventStage.Draft
        join contest in db.Contests on of.ContestId equals contest.Id
        orderby list.PublishedAt descending
        select new PortalNews("晋级", $"{contest.Name} {of.Title} 晋级名单", list.PublishedAt!.Value, $"/portal/{contest.Code}/promotions/{list.Id}")).Take(NewsShown).ToListAsync();

    /// <summary>Of the events that run and show something, the one that began last.</summary>
    private async Task<BoardSnapshot?> Live()
    {
        var live = await (
            from of in db.Events.AsNoTracking()
            where of.Stage == EventStage.Running
            join release in db.BoardReleases on of.Code equals release.EventCode
            orderby of.Id descending
            select new { of.Code, of.Groups, release.Round, release.Modules }).ToListAsync();
        return live.Find(l => l.Modules.Count > 0 && l.Groups.Count > 0) is { } shown ? await boards.Attend(new BoardKey(shown.Code, shown.Round, shown.Groups[0].Code)) : null;
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
