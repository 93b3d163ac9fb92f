using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Questions;
using Competitions.Web.Scoring;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions;

/// <summary>A module of an event that is sat with a paper.</summary>
/// <param name="PaperId">Null until one is chosen on the event's page.</param>
public sealed record SatModule(string Event, string Code, string Title, string OccupationCode, int? PaperId, int Minutes, EventRules Rules)
{
    public string Purpose => TakeSittingResults.PurposeOf(Event, Code);
}

/// <summary>The question bank as far as the caller reaches; used by its pages, the import and the draw.</summary>
public sealed class Bank(CompetitionsDb db, MyDuties duties)
{
    private static readonly EventStage[] Sat = [EventStage.Draft, EventStage.Registration, EventStage.Vetting, EventStage.Ready, EventStage.Running, EventStage.Postponed];

    public async Task<IQueryable<Question>> Questions()
    {
        var mine = await Mine();
        return db.Questions.Where(q => mine.Contains(q.OrganisationId));
    }

    public async Task<IQueryable<Paper>> Papers()
    {
        var mine = await Mine();
        return db.Papers.Where(p => mine.Contains(p.OrganisationId));
    }

    /// <summary>Of the organisations in reach, and of the modules of the events that the caller has a duty in.</summary>
    public async Task<IQueryable<Occasion>> Occasions(string policy = Policies.KeepQuestions)
    {
        var (mine, events, module) = (await Mine(policy), await duties.Events(policy), TakeSittingResults.Purpose);
        return db.Occasions.Where(o => mine.Contains(o.OrganisationId) || db.Events.Any(e => events.Contains(e.Id) && o.Purpose.StartsWith(module + e.Code + "/")));
    }

    /// <summary>The modules, of contests in reach, that are sat.</summary>
    public async Task<IReadOnlyList<SatModule>> Modules()
    {
        var mine = await Mine();
        return await (
            from e in db.Events.AsNoTracking()
            where Sat.Contains(e.Stage) && db.Contests.Any(c => c.Id == e.ContestId && mine.Contains(c.OrganisationId))
            from m in e.Modules
            where m.Way == ModuleWay.Sitting
            orderby e.Code
            select new SatModule(e.Code, m.Code, e.Title + " · " + m.Name, e.OccupationCode, m.PaperId, m.Minutes, e.Rules)).ToListAsync();
    }

    /// <summary>Where what the caller makes belongs: the organisation of his own duty.</summary>
    public async Task<int> Home() => (await duties.Held())
        .First(d => d.OrganisationId is not null && Policies.KindsOf(Policies.KeepQuestions).Contains(d.Kind)).OrganisationId!.Value;

    public async Task<IReadOnlyList<SelectListItem>> Occupations() =>
        await db.Set<Occupation>().OrderBy(o => o.Code).Select(o => new SelectListItem($"{o.Name}（{o.Code}）", o.Code)).ToListAsync();

    public async Task<IReadOnlyList<SelectListItem>> Levels() =>
        await db.Set<SkillLevel>().OrderBy(l => l.Order).Select(l => new SelectListItem(l.Name, l.Code)).ToListAsync();

    public async Task<IQueryable<Question>> Filtered(QuestionFilter filter) => (await Questions()).AsNoTracking()
        .Where(q => q.Retired == filter.Retired)
        .Where(q => string.IsNullOrEmpty(filter.Q) || q.Text.Contains(filter.Q) || q.Source.Contains(filter.Q))
        .Where(q => string.IsNullOrEmpty(filter.Occupation) || q.OccupationCode == filter.Occupation)
        .Where(q => filter.Kind == null || q.Kind == filter.Kind)
        .Where(q => string.IsNullOrEmpty(filter.Level) || q.LevelCode == filter.Level)
        .Where(q => string.IsNullOrEmpty(filter.Point) || q.KnowledgePoint == filter.Point)
        .OrderBy(q => q.OccupationCode).ThenBy(q => q.Kind).ThenBy(q => q.Id);

    private async Task<IQueryable<int>> Mine(string policy = Policies.KeepQuestions)
    {
        var paths = await duties.Paths(policy);
        return db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
    }
}
