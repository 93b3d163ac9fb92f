using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests;

/// <summary>The list's filter, as it stands in the address.</summary>
public sealed class ContestFilter
{
    public string? Q { get; set; }

    public int? Year { get; set; }

    public OrganisationLevel? Level { get; set; }

    /// <summary>The organisation that runs it, by the name it had.</summary>
    public string? Owner { get; set; }

    public EventStage? Stage { get; set; }

    public int Page { get; set; } = 1;

    public bool IsSet => Q is not null || Year is not null || Level is not null || Owner is not null || Stage is not null;
}

public sealed record ContestRow(
    int Id, string Code, string Name, string Organisation, int Year, OrganisationLevel Level, DateOnly StartsOn, DateOnly EndsOn, DateTime? OpensAt, DateTime? ClosesAt, string? FilingNumber)
{
    public IReadOnlyList<EventStage> Stages { get; set; } = [];

    public int Capacity { get; set; }

    public int Entries { get; set; }

    public EventStage Stage => EventLifecycle.Of(Stages);
}

/// <summary>The contests in the caller's scope as rows: for the list, its export and the home page; one query more than the rows themselves.</summary>
public sealed class ContestList(CompetitionsDb db, MyDuties duties)
{
    private static readonly EventStage[] Running = [EventStage.Registration, EventStage.Vetting, EventStage.Ready, EventStage.Running, EventStage.Checking, EventStage.Opened, EventStage.Announced, EventStage.Noticed, EventStage.Suspended, EventStage.Postponed];

    public async Task<PageOf<ContestRow>> Page(ContestFilter filter)
    {
        var page = await Rows(await Filtered(filter)).ToPage(filter.Page);
        await Count(page.Rows);
        return page;
    }

    public async Task<IReadOnlyList<ContestRow>> All(ContestFilter filter)
    {
        var rows = await Rows(await Filtered(filter)).ToListAsync();
        await Count(rows);
        return rows;
    }

    /// <summary>Those with an event between registration and the notice, the latest first.</summary>
    public async Task<IReadOnlyList<ContestRow>> InProgress(int most)
    {
        var rows = await Rows((await db.ContestsOf(duties)).Where(c => db.Events.Any(e => e.ContestId == c.Id && Running.Contains(e.Stage)))).Take(most).ToListAsync();
        await Count(rows);
        return rows;
    }

    private async Task<IQueryable<Contest>> Filtered(ContestFilter filter) => (await db.ContestsOf(duties))
        .Where(c => (filter.Q == null || c.Name.Contains(filter.Q) || c.OrganisationName.Contains(filter.Q)) && (filter.Year == null || c.Year == filter.Year)
            && (filter.Level == null || c.Level == filter.Level) && (filter.Owner == null || c.OrganisationName == filter.Owner)
            && (filter.Stage == null || db.Events.Any(e => e.ContestId == c.Id && e.Stage == filter.Stage)));

    private static IQueryable<ContestRow> Rows(IQueryable<Contest> contests) => contests.OrderByDescending(c => c.StartsOn).ThenBy(c => c.Id)
        .Select(c => new ContestRow(c.Id, c.Code, c.Name, c.OrganisationName, c.Year, c.Level, c.StartsOn, c.EndsOn, c.RegistrationOpensAt, c.RegistrationClosesAt, c.FilingNumber));

    private async Task Count(IReadOnlyList<ContestRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var events = (await db.Events.Where(e => ids.Contains(e.ContestId))
            .Select(e => new { e.ContestId, e.Stage, e.Capacity, Entries = db.Entries.Count(x => x.EventId == e.Id && EntryLifecycle.Alive.Contains(x.Stage)) }).ToListAsync()).ToLookup(e => e.ContestId);
        foreach (var row in rows)
        {
            var of = events[row.Id];
            (row.Stages, row.Capacity, row.Entries) = ([.. of.Select(e => e.Stage)], of.Sum(e => e.Capacity), of.Sum(e => e.Entries));
        }
    }
}
