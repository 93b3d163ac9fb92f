using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen;

/// <param name="Level">The code of a level.</param>
/// <param name="Year">In which it began.</param>
/// <param name="Town">The code of the town whose units it is of.</param>
public sealed record CraftsmanFilter(string? Q, string? Level, int? Year, CraftsmanStage? Stage, string? Town, int Page = 1)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(Level) && Year is null && Stage is null && string.IsNullOrEmpty(Town);

    /// <summary>As it stands in an address, without the page.</summary>
    public string InAddress() => string.Join('&', ((string Key, object? Value)[])[("q", Q), ("level", Level), ("year", Year), ("stage", Stage), ("town", Town)] is var all
        ? all.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

/// <param name="CheckYear">Of the last duty check that was judged.</param>
public sealed record CraftsmanRow(int Id, int WorkerId, string Name, string UnitName, string LevelName, string Title, DateOnly? From, DateOnly? To, CraftsmanStage Stage, string Document, int? CheckYear, DutyCheckStage? Check);

public sealed record CraftsmenPage(CraftsmanFilter Filter, PageOf<CraftsmanRow> Page, IReadOnlyList<SelectListItem> Towns, IReadOnlyList<int> Years, bool Names);

/// <summary>Those whom the caller sees; two queries a page, however many.</summary>
public sealed class CraftsmanList(CompetitionsDb db, CraftsmanDesk desk)
{
    private static readonly DutyCheckStage[] Judged = [DutyCheckStage.Qualified, DutyCheckStage.Failed];

    public async Task<PageOf<CraftsmanRow>> Page(CraftsmanFilter filter) => await Rows(await Filtered(filter)).ToPage(filter.Page);

    /// <summary>Newest first.</summary>
    public IQueryable<CraftsmanRow> Rows(IQueryable<Craftsman> craftsmen) =>
        from c in craftsmen.AsNoTracking()
        orderby c.Id descending
        select new CraftsmanRow(
            c.Id, c.WorkerId, c.WorkerName, c.UnitName, c.LevelName, c.Title, c.From, c.To, c.Stage, c.Document,
            db.DutyChecks.Where(k => k.CraftsmanId == c.Id && Judged.Contains(k.Stage)).OrderByDescending(k => k.Year).Select(k => (int?)k.Year).FirstOrDefault(),
            db.DutyChecks.Where(k => k.CraftsmanId == c.Id && Judged.Contains(k.Stage)).OrderByDescending(k => k.Year).Select(k => (DutyCheckStage?)k.Stage).FirstOrDefault());

    public async Task<IReadOnlyList<int>> Years() =>
        await (await desk.Within(Policies.ReadCraftsmen)).Where(c => c.From != null).Select(c => c.From!.Value.Year).Distinct().OrderByDescending(y => y).ToListAsync();

    public async Task<IQueryable<Craftsman>> Filtered(CraftsmanFilter filter)
    {
        var (craftsmen, typed) = (await desk.Within(Policies.ReadCraftsmen), filter.Q?.Trim() ?? "");
        craftsmen = typed.Length == 0 ? craftsmen : craftsmen.Where(c => c.WorkerName.Contains(typed) || c.UnitName.Contains(typed) || c.Title.Contains(typed) || c.Document == typed);
        craftsmen = string.IsNullOrEmpty(filter.Level) ? craftsmen : craftsmen.Where(c => c.LevelCode == filter.Level);
        craftsmen = filter.Stage is { } stage ? craftsmen.Where(c => c.Stage == stage) : craftsmen;
        craftsmen = filter.Year is { } year ? craftsmen.Where(c => c.From!.Value.Year == year) : craftsmen;
        if (string.IsNullOrEmpty(filter.Town))
        {
            return craftsmen;
        }

        var path = await db.Organisations.Where(o => o.Code == filter.Town).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
        var below = db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
        return craftsmen.Where(c => below.Contains(c.UnitId));
    }
}
