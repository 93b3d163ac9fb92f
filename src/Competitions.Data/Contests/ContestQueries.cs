using Competitions.Contests;
using Competitions.Data.Results;
using Competitions.Data.Schemes;
using Competitions.Questions;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Contests;

public static class ContestQueries
{
    public static Task<Contest?> WithCode(this IQueryable<Contest> contests, string code) => contests.SingleOrDefaultAsync(c => c.Code == code);

    public static Task<Event?> WithCode(this IQueryable<Event> events, string code) => events.SingleOrDefaultAsync(e => e.Code == code);

    /// <summary>Papers that a contest may use: of the organisation that holds it, and of those above.</summary>
    public static IQueryable<Paper> For(this IQueryable<Paper> papers, CompetitionsDb db, int organisationId) =>
        papers.Where(p => db.Organisations.Any(above => above.Id == p.OrganisationId && db.Organisations.Any(own => own.Id == organisationId && own.Path.StartsWith(above.Path))));

    /// <summary>What the event's moves depend on, as it is now.</summary>
    /// <param name="today">In China.</param>
    public static async Task<EventFacts> FactsOf(this CompetitionsDb db, Event of, DateOnly today)
    {
        var counts = await db.Entries.Where(e => e.EventId == of.Id).GroupBy(e => e.Stage).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var contest = await db.Contests.Where(c => c.Id == of.ContestId).Select(c => new { c.RegistrationOpensAt, c.RegistrationClosesAt }).SingleAsync();
        return new EventFacts(
            counts.Where(c => EntryLifecycle.Placed.Contains(c.Key)).Sum(c => c.Count),
            counts.Where(c => EntryLifecycle.Open.Contains(c.Key)).Sum(c => c.Count),
            contest.RegistrationOpensAt is not null && contest.RegistrationClosesAt is not null,
            await db.AspectModulesWithoutScheme(of),
            of.Stage is EventStage.Opened ? await db.Unpublished(of) : null,
            of.Stage is EventStage.Checking && of.Rules.RequiresRecheck ? await db.Unrechecked(of) : null,
            of.Stage is EventStage.Ready ? await db.UnfitJudges(of, today) : null);
    }

    /// <summary>Names of the groups that competed and whose last round has no published result.</summary>
    private static async Task<IReadOnlyList<string>> Unpublished(this CompetitionsDb db, Event of)
    {
        var last = of.Rounds.MaxBy(r => r.Order)?.Code;
        var entered = await db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Placed.Contains(e.Stage)).Select(e => e.Group).Distinct().ToListAsync();
        var told = await db.Results.Where(r => r.EventId == of.Id && r.Round == last && r.Stage == ResultStage.Published).Select(r => r.Group).ToListAsync();
        return [.. of.Groups.Where(g => entered.Contains(g.Code) && !told.Contains(g.Code)).Select(g => g.Name)];
    }
}
