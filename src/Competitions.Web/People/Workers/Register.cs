using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers;

public sealed record WorkerFilter(string? Q, string? Organisation, string? Level, string? Occupation, int Page = 1);

public sealed record WorkerRow(int Id, string Name, Sex Sex, DateOnly BornOn, string IdNumber, string? Phone, string? Unit, string? OccupationCode, string? LevelCode);

public sealed record WorkersPage(
    WorkerFilter Filter, PageOf<WorkerRow> Page, IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<SelectListItem> Levels, IReadOnlyList<SelectListItem> Occupations)
{
    public string Name(IReadOnlyList<SelectListItem> of, string? code) => of.FirstOrDefault(o => o.Value == code)?.Text ?? code ?? "—";
}

/// <summary>The real-name register as the caller's duties show it.</summary>
public sealed class Register(CompetitionsDb db, MyDuties duties, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>Workers who are, or will be, members of a body in the caller's scope.</summary>
    public async Task<IQueryable<Worker>> Workers(string policy = Policies.ReadPeople) => MembersOf(await duties.Paths(policy));

    /// <summary>By the beginning of a name, or a whole ID or phone number through its blind index.</summary>
    public async Task<IQueryable<Worker>> Filtered(WorkerFilter filter)
    {
        var workers = MembersOf(await Reached(filter));
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var typed = filter.Q.Trim();
            workers = typed.Any(char.IsAsciiDigit) ? ByNumber(workers, typed) : workers.Where(w => w.Name.StartsWith(typed));
        }

        workers = string.IsNullOrEmpty(filter.Level) ? workers : workers.Where(w => w.SkillLevelCode == filter.Level);
        return string.IsNullOrEmpty(filter.Occupation) ? workers : workers.Where(w => w.OccupationCode == filter.Occupation);
    }

    public async Task<Worker> Find(int id, string policy) => Missing.Unless(await (await Workers(policy)).SingleOrDefaultAsync(w => w.Id == id));

    public async Task<PageOf<WorkerRow>> Page(WorkerFilter filter)
    {
        var today = clock.Today();
        var page = await (await Filtered(filter)).AsNoTracking().OrderBy(w => w.Id).ToPage(filter.Page, total: await Total(filter));
        return new PageOf<WorkerRow>([.. page.Rows.Select(w => Row(w, today))], page.Page, page.Size, page.Total);
    }

    public WorkerRow Row(Worker worker, DateOnly today) => new(
        worker.Id, worker.Name, worker.Sex, worker.BornOn, IdNumber.Mask(cipher.Open("worker.id-number", worker.IdNumberSealed)),
        worker.PhoneSealed is { } phone ? PhoneNumber.Read(cipher.Open("worker.phone", phone)).Masked : null,
        worker.MembershipOn(today)?.OrganisationName, worker.OccupationCode, worker.SkillLevelCode);

    public async Task<IReadOnlyList<SelectListItem>> Organisations(string policy = Policies.ReadPeople)
    {
        var today = clock.Today();
        return [.. (await db.Organisations.Within(await duties.Paths(policy), o => o.Path).Where(o => o.To == null || o.To >= today)
            .OrderBy(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];
    }

    public async Task<IReadOnlyList<SelectListItem>> Levels() =>
        [.. (await db.SkillLevels.OrderBy(l => l.Order).ToListAsync()).Select(l => new SelectListItem(l.Name, l.Code))];

    public async Task<IReadOnlyList<SelectListItem>> Occupations() =>
        [.. (await db.Occupations.OrderBy(o => o.Code).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];

    public async Task<WorkerForm> Filled(WorkerForm form)
    {
        (form.Organisations, form.Levels, form.Occupations) = (await Organisations(Policies.ManagePeople), await Levels(), await Occupations());
        return form;
    }

    private IQueryable<Worker> MembersOf(IReadOnlyList<string> paths)
    {
        var (within, today) = (db.Organisations.Within(paths, o => o.Path), clock.Today());
        return db.Workers.Where(w => w.Memberships.Any(m => (m.To == null || m.To >= today) && within.Any(o => o.Id == m.OrganisationId)));
    }

    /// <summary>The caller's subtrees, or what of them lies below the organisation that is asked for; none within another.</summary>
    private async Task<IReadOnlyList<string>> Reached(WorkerFilter filter)
    {
        var paths = await duties.Paths(Policies.ReadPeople);
        if (!string.IsNullOrEmpty(filter.Organisation))
        {
            var below = await db.Organisations.Where(o => o.Code == filter.Organisation).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
            paths = paths.Reach(below) ? [below] : [.. paths.Where(p => p.StartsWith(below, StringComparison.Ordinal))];
        }

        return [.. paths.Where(p => !paths.Any(o => o != p && p.StartsWith(o, StringComparison.Ordinal)))];
    }

    /// <summary>Null where the people themselves are filtered, and must be counted one by one.</summary>
    private async Task<int?> Total(WorkerFilter filter) =>
        string.IsNullOrWhiteSpace(filter.Q) && string.IsNullOrEmpty(filter.Level) && string.IsNullOrEmpty(filter.Occupation)
            ? await db.CountMembers(await Reached(filter), clock.Today())
            : null;

    private IQueryable<Worker> ByNumber(IQueryable<Worker> workers, string typed)
    {
        var indexes = Enum.GetValues<IdKind>().Select(kind => Try(() => cipher.IndexOf("worker.id-number", IdNumber.Read(kind, typed).Value))).OfType<string>().Distinct().ToList();
        var phone = Try(() => cipher.IndexOf("worker.phone", PhoneNumber.Read(typed).Value)) ?? "";
        var (first, second) = (indexes.ElementAtOrDefault(0) ?? "", indexes.ElementAtOrDefault(1) ?? "");
        return workers.Where(w => w.IdNumberIndex == first || w.IdNumberIndex == second || w.PhoneIndex == phone);
    }

    private static string? Try(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Refusal)
        {
            return null;
        }
    }
}
