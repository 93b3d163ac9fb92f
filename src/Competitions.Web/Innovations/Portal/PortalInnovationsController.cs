using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Portal;

/// <param name="Town">By its code.</param>
public sealed record GalleryFilter(string? Q, string? Kind, string? Category, string? Field, int? Year, string? Town, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Category) || !string.IsNullOrEmpty(Field) || Year is not null || !string.IsNullOrEmpty(Town);
}

/// <summary>A card of the gallery.</summary>
public sealed record GalleryCard(int Id, string Title, string Kind, string Category, string Field, int Year, string UnitName, string Summary, bool HasBefore, bool HasAfter, decimal? Amount, int Spreads);

/// <summary>What may be chosen, as it is shown now.</summary>
public sealed record GalleryFacet(string Kind, string Category, string Field, int Year, string? Town, string? TownName);

public sealed record GalleryPage(GalleryFilter Filter, PageOf<GalleryCard> Page, IReadOnlyList<GalleryFacet> Facets)
{
    public IEnumerable<string> Kinds => Facets.Select(f => f.Kind).Distinct().Order(StringComparer.Ordinal);

    public IEnumerable<string> Categories => Facets.Select(f => f.Category).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal);

    public IEnumerable<string> Fields => Facets.Select(f => f.Field).Where(f => f.Length > 0).Distinct().Order(StringComparer.Ordinal);

    public IEnumerable<int> Years => Facets.Select(f => f.Year).Distinct().OrderDescending();

    public IEnumerable<(string Code, string Name)> Towns => Facets.Where(f => f.Town is not null).Select(f => (f.Town!, f.TownName!)).Distinct().OrderBy(t => t.Item1, StringComparer.Ordinal);
}

/// <param name="People">Whole names of who agreed to be published, of all others the first character.</param>
/// <param name="Compared">指标, before, after, unit.</param>
public sealed record GalleryDetail(Exhibit Exhibit, string? Grade, decimal? Amount, IReadOnlyList<string> People, IReadOnlyList<IReadOnlyList<string>> Compared, int Spreads, int Trained, decimal Net);

/// <summary>成果展示平台: anybody reads it. Named results whose honour stands and whose unit agreed; nothing else of them than was written for it.</summary>
[Route("portal/innovations"), Authorize(Policies.Public)]
public sealed class PortalInnovationsController(CompetitionsDb db, UploadStore store) : Controller
{
    private const int Size = 12;
    private const int MostFacets = 500;

    /// <summary>Three queries.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(GalleryFilter filter)
    {
        var facets = await (
            from e in db.ShownExhibits()
            join unit in db.Organisations on e.UnitId equals unit.Id
            join town in db.Organisations.Where(o => o.Level == OrganisationLevel.Town) on unit.ParentId equals (int?)town.Id into towns
            from town in towns.DefaultIfEmpty()
            select new { e.Kind, e.Category, e.Field, e.Year, Town = town.Code, TownName = town.Name }).Distinct().OrderByDescending(f => f.Year).Take(MostFacets).ToListAsync();
        return View(new GalleryPage(filter, await Cards(filter).ToPage(filter.Page, Size), [.. facets.Select(f => new GalleryFacet(f.Kind, f.Category, f.Field, f.Year, f.Town, f.TownName))]));
    }

    [HttpGet("{innovation:int}")]
    public async Task<IActionResult> Show(int innovation)
    {
        var exhibit = Missing.Unless(await db.ShownExhibits().SingleOrDefaultAsync(e => e.ApplicationId == innovation));
        var of = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == innovation);
        var workers = of.People.Select(p => p.WorkerId).ToList();
        var open = (await db.Consents.AsNoTracking().Where(c => c.Kind == ConsentKind.Publication && c.WithdrawnAt == null && workers.Contains(c.WorkerId)).Select(c => c.WorkerId).Distinct().ToListAsync()).ToHashSet();
        var spread = await db.Spreadings.Where(s => s.ApplicationId == innovation && s.Stage == SpreadingStage.Confirmed).Select(s => new { s.Trained, s.Net }).ToListAsync();
        return View(new GalleryDetail(
            exhibit, of.Grade, of.Amount, [.. of.People.OrderBy(p => p.Order).Select(p => open.Contains(p.WorkerId) ? p.Name : PersonName.Mask(p.Name))],
            [.. of.Answers.Rows("compared").Select(r => (IReadOnlyList<string>)[.. r.Take(4)]).Where(r => !r.Any(Exhibit.TellsANumber))], spread.Count, spread.Sum(s => s.Trained), spread.Sum(s => s.Net)));
    }

    /// <param name="side">before or after.</param>
    [HttpGet("{innovation:int}/{side:regex(^(before|after)$)}")]
    public async Task<IActionResult> Picture(int innovation, string side)
    {
        var exhibit = Missing.Unless(await db.ShownExhibits().SingleOrDefaultAsync(e => e.ApplicationId == innovation));
        var picture = Missing.Unless(side == "before" ? exhibit.Before : exhibit.After);
        Response.Headers.CacheControl = "private, max-age=600";
        return File(store.Open(picture.Hash), picture.ContentType, picture.Name);
    }

    private IQueryable<GalleryCard> Cards(GalleryFilter filter)
    {
        var (found, typed) = (db.ShownExhibits(), filter.Q?.Trim() ?? "");
        found = typed.Length == 0 ? found : found.Where(e => e.Title.Contains(typed) || e.Summary.Contains(typed) || e.Problem.Contains(typed) || e.Solution.Contains(typed) || e.UnitName.Contains(typed) || e.Field.Contains(typed));
        found = string.IsNullOrEmpty(filter.Kind) ? found : found.Where(e => e.Kind == filter.Kind);
        found = string.IsNullOrEmpty(filter.Category) ? found : found.Where(e => e.Category == filter.Category);
        found = string.IsNullOrEmpty(filter.Field) ? found : found.Where(e => e.Field == filter.Field);
        found = filter.Year is { } year ? found.Where(e => e.Year == year) : found;
        found = string.IsNullOrEmpty(filter.Town) ? found : found.Where(e => db.Organisations.Any(u => u.Id == e.UnitId && db.Organisations.Any(t => t.Id == u.ParentId && t.Code == filter.Town)));
        return
            from e in found
            join a in db.Applications on e.ApplicationId equals a.Id
            orderby e.Year descending, a.Rank, e.Id
            select new GalleryCard(e.ApplicationId, e.Title, e.Kind, e.Category, e.Field, e.Year, e.UnitName, e.Summary, e.Before != null, e.After != null, a.Amount, db.Spreadings.Count(s => s.ApplicationId == e.ApplicationId && s.Stage == SpreadingStage.Confirmed));
    }
}
