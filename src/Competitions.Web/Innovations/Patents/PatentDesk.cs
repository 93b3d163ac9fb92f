using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Patents;

public sealed record PatentFilter(string? Q, PatentKind? Kind, PatentStage? Stage, string? Organisation, bool Due = false, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Kind is not null || Stage is not null || !string.IsNullOrEmpty(Organisation) || Due;
}

public sealed record PatentRow(int Id, string Title, string Number, PatentKind Kind, PatentStage Stage, string UnitName, DateOnly AppliedOn, DateOnly? FeeDueOn, string First, int Inventors, bool IsRewarded);

/// <summary>Who sees which patent, who keeps it, who rewards it.</summary>
public sealed class PatentDesk(CompetitionsDb db, MyDuties duties, OwnUnits own, TimeProvider clock)
{
    /// <summary>So many days before it is due a fee is on the list.</summary>
    public const int DaysAhead = 90;

    public async Task<IQueryable<Patent>> Visible(string policy = Policies.ReadPatents)
    {
        var within = db.Organisations.Within(await duties.Paths(policy), o => o.Path).Select(o => o.Id);
        return db.Patents.Where(p => within.Contains(p.UnitId));
    }

    public Task<IQueryable<Organisation>> Units() => own.For(Policies.KeepPatents);

    /// <exception cref="Missing">It is not there, or not of a unit of his.</exception>
    public async Task<Patent> ToChange(int id)
    {
        var units = (await Units()).Select(o => o.Id);
        return Missing.Unless(await db.Patents.SingleOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId)));
    }

    public static IQueryable<PatentRow> Rows(IQueryable<Patent> patents) => patents.AsNoTracking().Select(p => new PatentRow(
        p.Id, p.Title, p.ApplicationNumber, p.Kind, p.Stage, p.UnitName, p.AppliedOn, p.FeeDueOn, p.Inventors.OrderBy(i => i.Order).Select(i => i.Name).FirstOrDefault() ?? "", p.Inventors.Count, p.Reward != null));

    public async Task<IQueryable<Patent>> Filtered(PatentFilter filter)
    {
        var (found, typed) = (await Visible(), filter.Q?.Trim() ?? "");
        found = typed.Length == 0 ? found : found.Where(p => p.Title.Contains(typed) || p.ApplicationNumber.Contains(typed) || p.UnitName.Contains(typed) || p.Inventors.Any(i => i.Name == typed));
        found = filter.Kind is { } kind ? found.Where(p => p.Kind == kind) : found;
        found = filter.Stage is { } stage ? found.Where(p => p.Stage == stage) : found;
        var soon = clock.Today().AddDays(DaysAhead);
        found = filter.Due ? found.Where(p => p.FeeDueOn <= soon) : found;
        if (string.IsNullOrEmpty(filter.Organisation))
        {
            return found;
        }

        var path = await db.Organisations.Where(o => o.Code == filter.Organisation).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
        var below = db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
        return found.Where(p => below.Contains(p.UnitId));
    }

    public async Task<IReadOnlyList<SelectListItem>> Organisations()
    {
        var rows = await db.Organisations.Within(await duties.Paths(Policies.ReadPatents), o => o.Path).OrderBy(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync();
        return [.. rows.Select(o => new SelectListItem(o.Name, o.Code))];
    }

    /// <summary>Each is a worker of the unit where exactly one is called so; else a person from elsewhere, by name.</summary>
    /// <exception cref="Refusal">patent.inventor-ambiguous (name, how many), .inventor-unknown (number)</exception>
    public async Task<IReadOnlyList<Inventor>> Inventors(IEnumerable<InventorForm> lines, int unit)
    {
        var (typed, today) = (lines.Where(l => !string.IsNullOrWhiteSpace(l.Name)).ToList(), clock.Today());
        var names = typed.Select(l => l.Name!.Trim()).ToList();
        var workers = await db.Workers.AsNoTracking().Where(w => names.Contains(w.Name) && w.Memberships.Any(m => m.OrganisationId == unit && m.From <= today && (m.To == null || m.To >= today))).Select(w => new { w.Id, w.Name }).ToListAsync();
        return [.. typed.Select((line, i) =>
        {
            var called = workers.Where(w => w.Name == line.Name!.Trim()).ToList();
            Refusal.Unless(line.WorkerId is null || called.Exists(w => w.Id == line.WorkerId), "patent.inventor-unknown", line.Name!.Trim());
            Refusal.Unless(line.WorkerId is not null || called.Count < 2, "patent.inventor-ambiguous", line.Name!.Trim(), string.Join('、', called.Select(w => w.Id)));
            return new Inventor(i + 1, line.WorkerId ?? called.FirstOrDefault()?.Id, line.Name!.Trim(), line.IsFrontLine);
        })];
    }
}
