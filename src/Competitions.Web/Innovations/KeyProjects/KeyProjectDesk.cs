using Competitions.Data;
using Competitions.Honours;
using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Web.Programmes;
using Competitions.Web.Seeding;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.KeyProjects;

public sealed record KeyProjectFilter(string? Q, KeyProjectStage? Stage, string? Theme, int? Year, string? Organisation, bool Late = false, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Stage is not null || !string.IsNullOrEmpty(Theme) || Year is not null || !string.IsNullOrEmpty(Organisation) || Late;

    /// <summary>As it stands in an address, without the page.</summary>
    public string InAddress() => string.Join('&', ((string Key, object? Value)[])[("q", Q), ("stage", Stage), ("theme", Theme), ("year", Year), ("organisation", Organisation), ("late", Late ? "true" : null)] is var all
        ? all.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

public sealed record KeyProjectRow(int Id, string Title, string UnitName, int Year, string Theme, decimal Weight, KeyProjectStage Stage, KeyProjectGrade? Grade, decimal? Score, int Milestones, int Done, int Late, DateOnly? NextOn);

/// <param name="Keeps">An officer of its own unit: reports and applies.</param>
/// <param name="Confirms">Of the federation above it: looks at it in the middle and at the end.</param>
public sealed record KeyProjectPlace(KeyProject Of, bool Keeps, bool Confirms)
{
    public IEnumerable<KeyProjectMove> Moves => KeyProjectLifecycle.MovesFrom(Of.Stage).Where(May);

    public bool May(KeyProjectMove move) => KeyProjectLifecycle.IsOfUnit(move) ? Keeps : Confirms;
}

/// <summary>Key projects: who sees them and who moves them.</summary>
public sealed class KeyProjectDesk(CompetitionsDb db, InnovationDesk innovations, TimeProvider clock)
{
    private static readonly Lazy<KeyProjectRules> Preset = new(() => SeedFiles.Json<KeyProjectRules>("reference/key-projects/default.json").Checked());

    /// <summary>The preset of today; a project has its own copy.</summary>
    public static KeyProjectRules Rules => Preset.Value;

    public async Task<IQueryable<KeyProject>> Visible()
    {
        var within = await innovations.Within(Policies.ReadInnovations);
        return db.KeyProjects.Where(p => within.Contains(p.UnitId));
    }

    /// <param name="version">As the page showed it, to change it.</param>
    public async Task<KeyProjectPlace> Find(int id, int? version = null)
    {
        var mine = (await Visible()).Where(p => p.Id == id);
        var found = Missing.Unless(await (version is null ? mine.AsNoTracking() : mine).SingleOrDefaultAsync());
        if (version is { } seen)
        {
            db.Entry(found).Property(p => p.Version).OriginalValue = seen;
        }

        return new KeyProjectPlace(found, await innovations.Keeps(found.UnitId), await innovations.Confirms(found.UnitId));
    }

    public async Task<IQueryable<KeyProjectRow>> Filtered(KeyProjectFilter filter)
    {
        var (found, typed, today) = (await Visible(), filter.Q?.Trim() ?? "", clock.Today());
        found = typed.Length == 0 ? found : found.Where(p => p.Title.Contains(typed) || p.UnitName.Contains(typed));
        found = filter.Stage is { } stage ? found.Where(p => p.Stage == stage) : found;
        found = string.IsNullOrEmpty(filter.Theme) ? found : found.Where(p => p.Theme == filter.Theme);
        found = filter.Year is { } year ? found.Where(p => p.Year == year) : found;
        found = filter.Late ? Late(found, today) : found;
        var below = await innovations.Below(filter.Organisation);
        found = below is null ? found : found.Where(p => below.Contains(p.UnitId));
        return found.AsNoTracking().OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).Select(p => new KeyProjectRow(
            p.Id, p.Title, p.UnitName, p.Year, p.Theme, p.Weight, p.Stage, p.Grade, p.Score, p.Milestones.Count, p.Milestones.Count(m => m.DoneOn != null), p.Milestones.Count(m => m.DoneOn == null && m.DueOn < today),
            p.Milestones.Where(m => m.DoneOn == null).Min(m => (DateOnly?)m.DueOn)));
    }

    /// <summary>At work, with a milestone whose day is over and that was not reported.</summary>
    public static IQueryable<KeyProject> Late(IQueryable<KeyProject> projects, DateOnly today) => projects.Where(p =>
        (p.Stage == KeyProjectStage.Cultivating || p.Stage == KeyProjectStage.Correcting || p.Stage == KeyProjectStage.Advancing) && p.Milestones.Any(m => m.DoneOn == null && m.DueOn < today));

    /// <summary>Per cent that a union's projects of the year weigh together.</summary>
    public async Task<decimal> Weighs(int unit, int year) => (await db.KeyProjects.Where(p => p.UnitId == unit && p.Year == year && p.Stage != KeyProjectStage.Stopped).Select(p => p.Weight).ToListAsync()).Sum();
}

/// <summary>立项: the naming of an application founds its project.</summary>
public sealed class KeyProjectNamed(CompetitionsDb db, KeyProjectDesk desk) : INamingEffect
{
    public string Kind => KeyProjectForm.Code;

    public async Task<IReadOnlyList<Finding>> Check(Application application, Call call)
    {
        var (weight, others, need) = (application.Answers.Number(KeyProjectForm.Weight) ?? 0, await desk.Weighs(application.UnitId, call.Year), application.Answers.Text(KeyProjectForm.Need));
        return
        [
            .. others + weight > KeyProjectDesk.Rules.MostWeight ? [Finding.Blocks("key-project.weights-over", call.Year, others, weight, KeyProjectDesk.Rules.MostWeight)] : Array.Empty<Finding>(),
            .. need.Length > 0 && (await Won(application.UnitId)).All(n => n.Value != need) ? [Finding.Blocks("key-project.need-not-won", need)] : Array.Empty<Finding>(),
        ];
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>>> Choices(Application application) =>
        new Dictionary<string, IReadOnlyList<SelectListItem>> { [KeyProjectForm.Need] = await Won(application.UnitId) };

    /// <summary>Needs whose claim the unit won, from the signed intent on.</summary>
    private async Task<IReadOnlyList<SelectListItem>> Won(int unit) => [.. (await db.Needs.AsNoTracking()
        .Where(n => (n.Stage == NeedStage.Working || n.Stage == NeedStage.Accepted || n.Stage == NeedStage.Closed) && n.Claims.Any(c => c.UnitId == unit && c.Stage == ClaimStage.Chosen))
        .OrderByDescending(n => n.Id).Select(n => new { n.Id, n.Title, n.UnitName }).Take(100).ToListAsync()).Select(n => new SelectListItem($"{n.Title}（{n.UnitName}）", $"{n.Id}"))];

    /// <summary>Stored one by one: the second of a union's projects is weighed with the first.</summary>
    public async Task Named(Application application, Call call, IReadOnlyList<Honour> honours, string by, DateTime at)
    {
        db.Add(new KeyProject(application, call, KeyProjectDesk.Rules, await desk.Weighs(application.UnitId, call.Year), by, at));
        await db.SaveChangesAsync();
    }
}
