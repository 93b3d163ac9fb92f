using Competitions.Data;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios;

/// <param name="Year">In which it was named, at whatever level.</param>
/// <param name="Grade">Of its last assessment.</param>
/// <param name="Town">The code of the town whose units it is of.</param>
public sealed record StudioFilter(string? Q, StudioLevel? Level, int? Year, StudioGrade? Grade, string? Town, StudioStage? Stage, int Page = 1)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && Level is null && Year is null && Grade is null && string.IsNullOrEmpty(Town) && Stage is null;
}

public sealed record StudioRow(int Id, string Name, StudioLevel Level, StudioStage Stage, string UnitName, string? Leader, DateOnly NamedOn, int People, int? GradedYear, StudioGrade? Grade);

public sealed record StudiosPage(StudioFilter Filter, PageOf<StudioRow> Page, IReadOnlyList<SelectListItem> Towns, IReadOnlyList<int> Years, bool Names);

/// <summary>The studios that the caller sees; two queries a page, however many.</summary>
public sealed class StudioList(CompetitionsDb db, StudioDesk desk, MyDuties duties, TimeProvider clock)
{
    public async Task<PageOf<StudioRow>> Page(StudioFilter filter)
    {
        var (studios, today) = (await Filtered(filter), clock.Today());
        return await (
            from s in studios.AsNoTracking()
            orderby s.Id descending
            select new StudioRow(
                s.Id, s.Name, s.Level, s.Stage, s.UnitName, s.Leaders.Where(l => l.To == null).Select(l => l.Name).FirstOrDefault(), s.Namings.Max(n => n.On),
                s.Members.Count(m => m.To == null || m.To >= today) + 1,
                db.StudioAssessments.Where(a => a.StudioId == s.Id && a.Grade != null).OrderByDescending(a => a.Year).Select(a => (int?)a.Year).FirstOrDefault(),
                db.StudioAssessments.Where(a => a.StudioId == s.Id && a.Grade != null).OrderByDescending(a => a.Year).Select(a => a.Grade).FirstOrDefault())).ToPage(filter.Page);
    }

    public async Task<IReadOnlyList<SelectListItem>> Towns() =>
        [.. (await db.Organisations.Within(await duties.Paths(Policies.ReadStudios), o => o.Path).Where(o => o.Level == OrganisationLevel.Town).OrderBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];

    public async Task<IReadOnlyList<int>> Years() =>
        await (await desk.Within(Policies.ReadStudios)).SelectMany(s => s.Namings).Select(n => n.On.Year).Distinct().OrderByDescending(y => y).ToListAsync();

    private async Task<IQueryable<Studio>> Filtered(StudioFilter filter)
    {
        var (studios, typed) = (await desk.Within(Policies.ReadStudios), filter.Q?.Trim() ?? "");
        studios = typed.Length == 0 ? studios : studios.Where(s => s.Name.Contains(typed) || s.UnitName.Contains(typed) || s.Leaders.Any(l => l.To == null && l.Name.Contains(typed)) || s.Namings.Any(n => n.PlaqueNumber == typed));
        studios = filter.Level is { } level ? studios.Where(s => s.Level == level) : studios;
        studios = filter.Stage is { } stage ? studios.Where(s => s.Stage == stage) : studios;
        studios = filter.Year is { } year ? studios.Where(s => s.Namings.Any(n => n.On.Year == year)) : studios;
        studios = filter.Grade is { } grade ? studios.Where(s => db.StudioAssessments.Where(a => a.StudioId == s.Id && a.Grade != null).OrderByDescending(a => a.Year).Select(a => a.Grade).FirstOrDefault() == grade) : studios;
        if (string.IsNullOrEmpty(filter.Town))
        {
            return studios;
        }

        var path = await db.Organisations.Where(o => o.Code == filter.Town).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
        var below = db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
        return studios.Where(s => below.Contains(s.UnitId));
    }
}
