using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours;

public sealed record HonourFilter(string? Q, int? Year, HonourKind? Kind, string? Organisation, HonourStage? Stage, int Page = 1)
{
    /// <summary>As it stands in an address, without the page.</summary>
    public string InAddress() => string.Join('&', ((string Key, object? Value)[])[("q", Q), ("year", Year), ("kind", Kind), ("organisation", Organisation), ("stage", Stage)] is var all
        ? all.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

public sealed record HonourRow(
    int Id, string HolderName, HolderKind HolderKind, string UnitName, HonourKind Kind, string Name, int? Rank, string Occasion, string EventTitle, int Year, HonourStage Stage, string GrantorName,
    string? DocumentNumber, DateOnly? GrantedOn)
{
    public int? CertificateId { get; init; }

    public string? Certificate { get; init; }

    public bool GrantedElsewhere { get; init; }
}

public sealed record HonoursPage(HonourFilter Filter, PageOf<HonourRow> Page, IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<int> Years, bool Grants);

/// <summary>The register of honours as the caller's duties show it: a federation its district, a town or an enterprise its own people and what it granted itself.</summary>
public sealed class HonourRegister(CompetitionsDb db, MyDuties duties)
{
    public async Task<IQueryable<Honour>> Visible()
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.ReadHonours), o => o.Path).Select(o => o.Id);
        return db.Honours.Where(h => within.Contains(h.UnitId) || within.Contains(h.GrantorId));
    }

    /// <summary>Those that the caller's own bodies grant: he moves them on, prints and withdraws.</summary>
    public async Task<IQueryable<Honour>> Granting()
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.GrantHonours), o => o.Path).Select(o => o.Id);
        return db.Honours.Where(h => within.Contains(h.GrantorId));
    }

    public async Task<IQueryable<Honour>> Filtered(HonourFilter filter) => await Filter(await Visible(), filter);

    public async Task<Honour> Find(int id) => Missing.Unless(await (await Visible()).SingleOrDefaultAsync(h => h.Id == id));

    public async Task<Honour> ToChange(int id) => Missing.Unless(await (await Granting()).SingleOrDefaultAsync(h => h.Id == id));

    /// <summary>Two queries a page, whatever stands on it.</summary>
    public async Task<PageOf<HonourRow>> Page(HonourFilter filter) => await Rows(await Filtered(filter)).ToPage(filter.Page);

    /// <summary>Newest first, or in the order that their result had.</summary>
    public IQueryable<HonourRow> Rows(IQueryable<Honour> honours, bool newest = true) =>
        from h in newest ? honours.AsNoTracking().OrderByDescending(h => h.Year).ThenByDescending(h => h.Id) : honours.AsNoTracking().OrderBy(h => h.Id)
        join c in db.Certificates on (int?)h.Id equals c.LivingOf into living
        from c in living.DefaultIfEmpty()
        select new HonourRow(h.Id, h.HolderName, h.HolderKind, h.UnitName, h.Kind, h.Name, h.Rank, h.Occasion, h.EventTitle, h.Year, h.Stage, h.GrantorName, h.DocumentNumber, h.GrantedOn)
        {
            CertificateId = (int?)c.Id, Certificate = c.Number, GrantedElsewhere = h.GrantedElsewhere,
        };

    public async Task<IQueryable<Honour>> Filter(IQueryable<Honour> honours, HonourFilter filter)
    {
        var typed = filter.Q?.Trim() ?? "";
        if (typed.Length > 0)
        {
            honours = honours.Where(h => h.HolderName.Contains(typed) || h.Name.Contains(typed) || h.UnitName.Contains(typed) || h.Occasion.Contains(typed) || h.EventTitle.Contains(typed)
                || h.People.Any(p => p.Name == typed) || db.Certificates.Any(c => c.HonourId == h.Id && c.Number == typed));
        }

        honours = filter.Year is { } year ? honours.Where(h => h.Year == year) : honours;
        honours = filter.Kind is { } kind ? honours.Where(h => h.Kind == kind) : honours;
        honours = filter.Stage is { } stage ? honours.Where(h => h.Stage == stage) : honours;
        if (string.IsNullOrEmpty(filter.Organisation))
        {
            return honours;
        }

        var path = await db.Organisations.Where(o => o.Code == filter.Organisation).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
        var below = db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
        return honours.Where(h => below.Contains(h.UnitId));
    }

    /// <summary>As they are numbered and printed: prizes, titles, levels, each from the first place on.</summary>
    public static IQueryable<Honour> InOrder(IQueryable<Honour> honours) => honours.OrderBy(h => h.EventId)
        .ThenBy(h => h.Kind == HonourKind.Prize ? 0 : h.Kind == HonourKind.Title ? 1 : h.Kind == HonourKind.Level ? 2 : 3).ThenBy(h => h.Rank ?? int.MaxValue).ThenBy(h => h.Id);

    public async Task<IReadOnlyList<int>> Years() => await (await Visible()).Select(h => h.Year).Distinct().OrderByDescending(y => y).ToListAsync();

    public async Task<IReadOnlyList<SelectListItem>> Organisations(string policy) =>
        [.. (await db.Organisations.Within(await duties.Paths(policy), o => o.Path).OrderBy(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];
}
