using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Promotions;

/// <summary>A ranking that the people of an event may come from.</summary>
/// <param name="Under">The contest, under which it stands in the form's list.</param>
/// <param name="Round">The later round of the same event that it leads to; null when it makes entries.</param>
public sealed record SourceChoice(string Key, string Under, string Title, PromotionSource Source, string? Round = null);

/// <summary>The ranking as it is now.</summary>
/// <param name="Unmarked">Of those who take part there; they are not ranked.</param>
/// <param name="Pending">Modules that cannot be told yet.</param>
/// <param name="TeamSize">Of those who are ranked.</param>
public sealed record RankedSource(IReadOnlyList<PromotionCandidate> Ranked, int Unmarked, IReadOnlyList<string> Pending, int TeamSize)
{
    public string Seal => PromotionList.SealOf(Ranked);

    /// <exception cref="Refusal">promotion.results-pending, .unmarked, .team-size-differs</exception>
    public void MustFit(EventGroup group)
    {
        Refusal.Unless(Pending.Count == 0, "promotion.results-pending", string.Join('、', Pending));
        Refusal.Unless(Unmarked == 0, "promotion.unmarked", Unmarked);
        Refusal.Unless(TeamSize == group.TeamSize, "promotion.team-size-differs", TeamSize, group.TeamSize);
    }
}

/// <summary>Where an event's people may come from: its own earlier rounds, contests that the caller reads, result sheets that were accepted for its holder.</summary>
public sealed class PromotionSources(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    private static readonly EventStage[] Told = [EventStage.Opened, EventStage.Announced, EventStage.Noticed, EventStage.Honoured, EventStage.Archived];

    /// <summary>What the caller may choose for this event; the same occupation comes first.</summary>
    public async Task<IReadOnlyList<SourceChoice>> For(Event to) => [.. Rounds(to), .. await Sheets(to), .. await Events(to)];

    /// <exception cref="Refusal">promotion.no-source</exception>
    public async Task<SourceChoice> Chosen(Event to, string? key) =>
        (await For(to)).SingleOrDefault(c => c.Key == key) ?? throw new Refusal("promotion.no-source");

    /// <summary>The ranking of a source that was allowed when it was chosen.</summary>
    public async Task<RankedSource> Rank(PromotionSource source)
    {
        if (source.SheetId is { } sheet)
        {
            return await OfSheet(sheet);
        }

        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == source.EventId);
        if (await OfResult(of, source) is { } told)
        {
            return told;
        }

        var standings = await db.Standings(of, source.Round!, source.Group!);
        var ids = standings.Rows.Select(r => r.EntryId).ToList();
        var entries = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, e.UnitId, e.UnitName, Names = e.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name) }).ToDictionaryAsync(e => e.Id);
        return new RankedSource(
            [.. standings.Rows.Select(r => entries[r.EntryId] is var e ? new PromotionCandidate(r.Rank, string.Join('、', e.Names), e.UnitId, e.UnitName, r.Total, r.Passed, e.Id) : null!)],
            standings.Unmarked, standings.Pending, of.Groups.Single(g => g.Code == source.Group).TeamSize);
    }

    public Task<RankedSource> Rank(PromotionList list) =>
        Rank(new PromotionSource(list.SourceEventId, list.SourceRound, list.SourceGroup, list.SourceSheetId, list.SourceTitle));

    private static IEnumerable<SourceChoice> Rounds(Event to) =>
        from pair in to.Rounds.OrderBy(r => r.Order).Zip(to.Rounds.OrderBy(r => r.Order).Skip(1))
        from @group in to.Groups
        select new SourceChoice(
            $"round/{pair.First.Code}/{@group.Code}", "本赛项的轮次", $"{pair.First.Name} → {pair.Second.Name}（{@group.Name}）",
            new PromotionSource(to.Id, pair.First.Code, @group.Code, null, $"{to.Title}·{pair.First.Name}"), pair.Second.Code);

    /// <summary>A result that is published stands before what the marks would say now.</summary>
    private async Task<RankedSource?> OfResult(Event of, PromotionSource source)
    {
        var lines = await db.Results.AsNoTracking().Where(r => r.EventId == of.Id && r.Round == source.Round && r.Group == source.Group && r.Stage == ResultStage.Published)
            .SelectMany(r => r.Lines).Where(l => l.Rank != null).OrderBy(l => l.Order).Select(l => new { l.Rank, l.Names, l.UnitId, l.UnitName, l.Total, l.Passed, l.EntryId }).ToListAsync();
        return lines.Count == 0 ? null
            : new RankedSource([.. lines.Select(l => new PromotionCandidate(l.Rank!.Value, l.Names, l.UnitId, l.UnitName, l.Total, l.Passed, l.EntryId))], 0, [], of.Groups.Single(g => g.Code == source.Group).TeamSize);
    }

    private async Task<RankedSource> OfSheet(int id)
    {
        var sheet = await db.ResultSheets.AsNoTracking().SingleAsync(s => s.Id == id);
        return new RankedSource(
            [.. sheet.Rows.OrderBy(r => r.Stands).ThenByDescending(r => r.Mark).ThenBy(r => r.Number)
                .Select(r => new PromotionCandidate(r.Stands, r.Name, null, r.UnitName, r.Mark, r.Passed, r.EntryId, r.Id))], 0, [], 1);
    }

    private async Task<IEnumerable<SourceChoice>> Sheets(Event to)
    {
        var holder = await db.Contests.Where(c => c.Id == to.ContestId).Select(c => c.OrganisationId).SingleAsync();
        var sheets = await db.ResultSheets.AsNoTracking().Where(s => s.ReceiverId == holder && s.Stage == ResultSheetStage.Accepted).OrderByDescending(s => s.HeldOn).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.ContestName, s.EventTitle, Rows = s.Rows.Count }).Take(200).ToListAsync();
        return sheets.Select(s => new SourceChoice(
            $"sheet/{s.Id}", "已采用的成绩单", $"{s.ContestName} · {s.EventTitle}（{s.Rows} 人）", new PromotionSource(null, null, null, s.Id, $"{s.ContestName}·{s.EventTitle}")));
    }

    private async Task<IEnumerable<SourceChoice>> Events(Event to)
    {
        var (paths, mine, since) = (await duties.Paths(Policies.ReadContests), await duties.Events(Policies.ReadContests), clock.Today().Year - 1);
        var owned = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var events = await (
            from of in db.Events.AsNoTracking()
            join contest in db.Contests on of.ContestId equals contest.Id
            where of.Id != to.Id && Told.Contains(of.Stage) && contest.Year >= since && (owned.Contains(contest.OrganisationId) || mine.Contains(of.Id))
            orderby of.OccupationCode == to.OccupationCode descending, contest.StartsOn descending, of.Id
            select new { Event = of, contest.Name }).Take(200).ToListAsync();
        return events.SelectMany(e => e.Event.Groups.Select(g => (e.Name, e.Event, Group: g, Round: e.Event.Rounds.MaxBy(r => r.Order)!)))
            .Select(e => new SourceChoice(
                $"event/{e.Event.Code}/{e.Group.Code}", e.Name, e.Event.Groups.Count > 1 ? $"{e.Event.Title} · {e.Group.Name}" : e.Event.Title,
                new PromotionSource(e.Event.Id, e.Round.Code, e.Group.Code, null, $"{e.Name}·{e.Event.Title}")));
    }
}
