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
    public IReadOnlyList<EventCount> Events { get; init; } = [];

    public int Capacity => Events.Sum(e => e.Capacity);

    public int Entries => Events.Sum(e => e.Entries);

    public EventStage Stage => EventLifecycle.Of([.. Events.Select(e => e.Stage)]);
}

public sealed record EventCount(EventStage Stage, int Capacity, int Entries);

/// <summary>The contests in the caller's scope as rows: for the list, its export and the home page; rows and their events come in one query.</summary>
public sealed class ContestList(CompetitionsDb db, MyDuties duties)
{
    private static readonly EventStage[] Running = [EventStage.Registration, EventStage.Vetting, EventStage.Ready, EventStage.Running, EventStage.Checking, EventStage.Opened, EventStage.Announced, EventStage.Noticed, EventStage.Suspended, EventStage.Postponed];

    public async Task<PageOf<ContestRow>> Page(ContestFilter filter) => await Rows(await Filtered(filter)).ToPage(filter.Page);

    public async Task<IReadOnlyList<ContestRow>> All(ContestFilter filter) => await Rows(await Filtered(filter)).ToListAsync();

    /// <summary>Those with an event between registration and the notice, the latest first.</summary>
    public async Task<IReadOnlyList<ContestRow>> InProgress(int most) =>
        await Rows((await db.ContestsOf(duties)).Where(c => db.Events.Any(e => e.ContestId == c.Id && Running.Contains(e.Stage)))).Take(most).ToListAsync();

    private async Task<IQueryable<Contest>> Filtered(ContestFilter filter) => (await db.ContestsOf(duties))
        .Where(c => (filter.Q == null || c.Name.Contains(filter.Q) || c.OrganisationName.Contains(filter.Q)) && (filter.Year == null || c.Year == filter.Year)
            && (filter.Level == null || c.Level == filter.Level) && (filter.Owner == null || c.OrganisationName == filter.Owner)
            && (filter.Stage == null || db.Events.Any(e => e.ContestId == c.Id && e.Stage == filter.Stage)));

    private IQueryable<ContestRow> Rows(IQueryable<Contest> contests) => contests.AsSingleQuery().OrderByDescending(c => c.StartsOn).ThenBy(c => c.Id)
        .Select(c => new ContestRow(c.Id, c.Code, c.Name, c.OrganisationName, c.Year, c.Level, c.StartsOn, c.EndsOn, c.RegistrationOpensAt, c.RegistrationClosesAt, c.FilingNumber)
        {
            Events = db.Events.Where(e => e.ContestId == c.Id).Select(e => new EventCount(e.Stage, e.Capacity, db.Entries.Count(x => x.EventId == e.Id && EntryLifecycle.Alive.Contains(x.Stage)))).ToList(),
        });
}
