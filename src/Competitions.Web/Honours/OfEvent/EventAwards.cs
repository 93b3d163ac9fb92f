using Competitions.Contests;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Results;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.OfEvent;

/// <summary>From an event's published results to its honours.</summary>
public sealed class EventAwards(CompetitionsDb db, HonourDesk desk, TimeProvider clock)
{
    /// <summary>Those that a result gave, standing.</summary>
    public static IQueryable<Honour> Prizes(CompetitionsDb db, int eventId) =>
        db.Honours.Where(h => h.EventId == eventId && h.Kind == HonourKind.Prize && h.EntryId != null && h.HolderKind != HolderKind.Coach && h.SourceKey != null);

    /// <summary>Again, or after a corrected result: what no longer stands ends, what is new is added.</summary>
    public async Task<AwardingOutcome> Of(Event of, string by, string why = "成绩更正后不再成立")
    {
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var grantor = new Grantor(contest.OrganisationId, contest.OrganisationName, contest.Level);
        var outcome = await desk.Award(new AwardingEvent(of.Id, contest.Name, of.Title, contest.Year, grantor), await Lines(db, of), by, why);
        return outcome with { Ended = outcome.Ended + await EndCoaches(of.Id, by, why) };
    }

    /// <summary>A coach of one or more winners is honoured once.</summary>
    /// <param name="prize">Only of those who won this; null for all.</param>
    public async Task<int> Coaches(Event of, string name, string? prize, string by)
    {
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var won = await Prizes(db, of.Id).Where(h => string.IsNullOrEmpty(prize) || h.Name == prize).OrderBy(h => h.Rank).Select(h => new { h.EntryId, h.ResultId, h.LineId, h.GroupName }).ToListAsync();
        var ids = won.Select(w => w.EntryId!.Value).ToList();
        var entries = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
        var known = await db.Honours.Where(h => h.EventId == of.Id && h.HolderKind == HolderKind.Coach && h.SourceKey != null).SelectMany(h => h.People).Select(p => p.WorkerId).ToHashSetAsync();
        var grantor = new Grantor(contest.OrganisationId, contest.OrganisationName, contest.Level);
        var made = (
            from w in won
            from coach in entries[w.EntryId!.Value].Members.Where(m => m.Role is EntryRole.Coach)
            where known.Add(coach.WorkerId)
            let entry = entries[w.EntryId!.Value]
            select new Honour(
                HonourKind.Prize, name, Holder.Coach(new HonourPerson(coach.WorkerId, coach.Name), entry.UnitId, entry.UnitName), grantor, new HonourOccasion(of.Id, contest.Name, of.Title, w.GroupName, contest.Year, null),
                new HonourSource(w.ResultId!.Value, w.LineId!.Value, entry.Id, $"{of.Id}/coach/{coach.WorkerId}"))).ToList();
        db.AddRange(made.Select(h => h.ApprovedWithTheEvent(by, clock.UtcNow())));
        await db.SaveChangesAsync();
        return made.Count;
    }

    /// <summary>Of a coach whose entry has no prize any more.</summary>
    private async Task<int> EndCoaches(int eventId, string by, string why)
    {
        var winners = Prizes(db, eventId).Select(h => h.EntryId);
        var gone = await db.Honours.Where(h => h.EventId == eventId && h.HolderKind == HolderKind.Coach && h.SourceKey != null && !winners.Contains(h.EntryId)).ToListAsync();
        foreach (var honour in gone)
        {
            await desk.End(honour, by, why);
        }

        await db.SaveChangesAsync();
        return gone.Count;
    }

    /// <summary>What the published results of its last round say.</summary>
    /// <exception cref="Refusal">honour.no-result</exception>
    public static async Task<IReadOnlyList<AwardedLine>> Lines(CompetitionsDb db, Event of)
    {
        var last = of.Rounds.MaxBy(r => r.Order)!.Code;
        var results = await db.Results.AsNoTracking().Where(r => r.EventId == of.Id && r.Round == last && r.Stage == ResultStage.Published).OrderBy(r => r.Id).ToListAsync();
        Refusal.Unless(results.Count > 0, "honour.no-result");
        return [.. from result in results from line in result.Lines.OrderBy(l => l.Order) select Read(result, line)];
    }

    private static AwardedLine Read(Result result, ResultLine line) => new(
        result.Id, line.Id, line.EntryId, result.GroupName, line.Rank, line.UnitId, line.UnitName, line.TeamName,
        [.. line.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => new AwardedPerson(new HonourPerson(m.WorkerId, m.Name), m.Titles, m.Level))],
        line.Prize ?? (line.Medal is Medal.None ? null : line.Medal.Name()));
}
