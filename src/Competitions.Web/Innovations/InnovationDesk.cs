using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations;

/// <param name="Spread">true: with a confirmed spreading; false: without.</param>
public sealed record InnovationFilter(string? Q, string? Kind, int? Year, string? Organisation, bool? Spread, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || !string.IsNullOrEmpty(Kind) || Year is not null || !string.IsNullOrEmpty(Organisation) || Spread is not null;

    /// <summary>As it stands in an address, without the page.</summary>
    public string InAddress() => string.Join('&', ((string Key, object? Value)[])[("q", Q), ("kind", Kind), ("year", Year), ("organisation", Organisation), ("spread", Spread)] is var all
        ? all.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

/// <summary>A named result.</summary>
/// <param name="Spreads">Confirmed.</param>
/// <param name="Net">元 a year of what was confirmed.</param>
public sealed record InnovationRow(int Id, string Title, string Kind, string? Grade, int UnitId, string UnitName, int Year, DateOnly? NamedOn, decimal? Amount, int Spreads, int Waiting, decimal Net);

/// <summary>Named results: who sees them, and who acts for their unit.</summary>
public sealed class InnovationDesk(CompetitionsDb db, MyDuties duties, OwnUnits own, UploadStore store)
{
    public async Task<IQueryable<int>> Within(string policy)
    {
        var paths = await duties.Paths(policy);
        return db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
    }

    public async Task<IQueryable<Application>> Visible()
    {
        var within = await Within(Policies.ReadInnovations);
        return db.NamedInnovations().Where(a => within.Contains(a.UnitId));
    }

    public Task<IQueryable<Organisation>> Units() => own.For(Policies.KeepInnovations);

    public async Task<bool> Keeps(int? unit) => unit is not null && await (await Units()).AnyAsync(o => o.Id == unit);

    public async Task<bool> Confirms(int unit) => await (await Within(Policies.ConfirmInnovations)).ContainsAsync(unit);

    /// <exception cref="Missing">It is not there, not named, or not his to see.</exception>
    public async Task<InnovationRow> Find(int id) => Missing.Unless(await Rows((await Visible()).Where(a => a.Id == id)).SingleOrDefaultAsync());

    public IQueryable<InnovationRow> Rows(IQueryable<Application> named) =>
        from a in named.AsNoTracking()
        join c in db.Calls on a.CallId equals c.Id
        orderby c.NamedOn descending, a.Rank, a.Id
        select new InnovationRow(
            a.Id, a.Title, c.Kind, a.Grade, a.UnitId, a.UnitName, c.Year, c.NamedOn, a.Amount,
            db.Spreadings.Count(s => s.ApplicationId == a.Id && s.Stage == SpreadingStage.Confirmed),
            db.Spreadings.Count(s => s.ApplicationId == a.Id && (s.Stage == SpreadingStage.Registered || s.Stage == SpreadingStage.Adopted || s.Stage == SpreadingStage.Returned)),
            db.Spreadings.Where(s => s.ApplicationId == a.Id && s.Stage == SpreadingStage.Confirmed).Sum(s => s.Net));

    public async Task<IQueryable<InnovationRow>> Filtered(InnovationFilter filter)
    {
        var (found, typed) = (await Visible(), filter.Q?.Trim() ?? "");
        found = typed.Length == 0 ? found : found.Where(a => a.Title.Contains(typed) || a.UnitName.Contains(typed) || a.People.Any(p => p.Name == typed));
        found = string.IsNullOrEmpty(filter.Kind) ? found : found.Where(a => db.Calls.Any(c => c.Id == a.CallId && c.Kind == filter.Kind));
        found = filter.Year is { } year ? found.Where(a => db.Calls.Any(c => c.Id == a.CallId && c.Year == year)) : found;
        found = filter.Spread is { } spread ? found.Where(a => db.Spreadings.Any(s => s.ApplicationId == a.Id && s.Stage == SpreadingStage.Confirmed) == spread) : found;
        var below = await Below(filter.Organisation);
        return Rows(below is null ? found : found.Where(a => below.Contains(a.UnitId)));
    }

    /// <summary>Units of an organisation by its code; null for none.</summary>
    public async Task<IQueryable<int>?> Below(string? organisation)
    {
        if (string.IsNullOrEmpty(organisation))
        {
            return null;
        }

        var path = await db.Organisations.Where(o => o.Code == organisation).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
        return db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
    }

    public async Task<IReadOnlyList<SelectListItem>> Organisations()
    {
        var rows = await db.Organisations.Within(await duties.Paths(Policies.ReadInnovations), o => o.Path).OrderBy(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync();
        return [.. rows.Select(o => new SelectListItem(o.Name, o.Code))];
    }

    /// <summary>Null where nothing was sent.</summary>
    public async Task<InnovationFile?> Keep(IFormFile? file)
    {
        if (file is null)
        {
            return null;
        }

        var stored = await store.KeepPaper(file);
        return new InnovationFile(stored.Hash, UploadStore.NameOf(file.FileName, stored.Kind), UploadStore.ContentTypeOf(stored.Kind), stored.Bytes);
    }
}
