using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Duties;

public sealed record DutyFilter(string? Q, DutyKind? Kind, string? Organisation, string? Event, bool Ended = false, int Page = 1);

public sealed record DutyRow(
    int Id, string AccountId, string UserName, string DisplayName, DutyKind Kind, string Place, string PlaceCode, bool IsOfAnEvent, DateOnly From, DateOnly? To, string? GivenBy)
{
    public bool IsOver(DateOnly today) => To < today;
}

public sealed record DutiesPage(DutyFilter Filter, PageOf<DutyRow> Page, DateOnly Today, string Me);

/// <summary>Duties as their keepers see them, and the one way by which they are given and ended, whoever does it.</summary>
public sealed class DutyBook(CompetitionsDb db, MyDuties duties, IHttpContextAccessor http, AuditTrail audit, TimeProvider clock)
{
    private string Me => http.HttpContext!.User.Account();

    /// <summary>Of the bodies, and of the events of contests, that the caller's administration reaches.</summary>
    public async Task<IQueryable<Duty>> Duties()
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.ManageDuties), o => o.Path).Select(o => (int?)o.Id);
        return db.Duties.Where(d => within.Contains(d.OrganisationId)
            || db.Events.Any(e => e.Id == d.EventId && db.Contests.Any(c => c.Id == e.ContestId && within.Contains(c.OrganisationId))));
    }

    public async Task<PageOf<DutyRow>> Page(DutyFilter filter)
    {
        var today = clock.Today();
        var found = await Duties();
        found = filter.Ended ? found.Where(d => d.To != null && d.To < today) : found.Where(d => d.To == null || d.To >= today);
        found = filter.Kind is { } kind ? found.Where(d => d.Kind == kind) : found;
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var (typed, upper) = (filter.Q.Trim(), filter.Q.Trim().ToUpperInvariant());
            found = found.Where(d => db.Users.Any(u => u.Id == d.AccountId && (u.NormalizedUserName!.Contains(upper) || u.DisplayName.Contains(typed))));
        }

        if (!string.IsNullOrWhiteSpace(filter.Organisation))
        {
            var typed = filter.Organisation.Trim();
            found = found.Where(d => db.Organisations.Any(o => o.Id == d.OrganisationId && (o.Code == typed || o.Name.Contains(typed))));
        }

        if (!string.IsNullOrWhiteSpace(filter.Event))
        {
            var typed = filter.Event.Trim();
            found = found.Where(d => db.Events.Any(e => e.Id == d.EventId && (e.Code == typed || e.Title.Contains(typed))));
        }

        return await Rows(found.OrderByDescending(d => d.Id)).ToPage(filter.Page);
    }

    public async Task<IReadOnlyList<DutyRow>> Of(string accountId) => await Rows(db.Duties.Where(d => d.AccountId == accountId).OrderByDescending(d => d.Id)).ToListAsync();

    public async Task<IReadOnlyList<DutyRow>> In(int eventId) => await Rows(db.Duties.Where(d => d.EventId == eventId).OrderBy(d => d.Kind).ThenBy(d => d.Id)).ToListAsync();

    /// <summary>What was refused is audited as well.</summary>
    /// <exception cref="Refusal">duty.not-to-yourself, what <see cref="DutyConflicts"/> says, duty.competes-there, duty.trains-there</exception>
    public async Task Give(Duty duty, string place)
    {
        var what = $"{duty.Kind} {place} {duty.From.Iso()}–{duty.To?.Iso()}";
        var account = Missing.Unless(await db.Users.SingleOrDefaultAsync(u => u.Id == duty.AccountId));
        account.ConcurrencyStamp = Guid.NewGuid().ToString(); // of two who give at once the second is told, and looks again
        try
        {
            Refusal.Unless(duty.AccountId != Me, "duty.not-to-yourself");
            DutyConflicts.Check(duty, await db.Duties.AsNoTracking().Where(d => d.AccountId == duty.AccountId).ToListAsync());
            await Recuse(duty, account.WorkerId);
        }
        catch (Refusal no)
        {
            await audit.Write("duty.give", duty.AccountId, allowed: false, why: $"{what}: {no.Code}");
            throw;
        }

        await audit.Write("duty.give", duty.AccountId, why: what);
        db.Add(duty);
        await db.SaveChangesAsync();
    }

    /// <summary>With no day given it is over at once: yesterday was its last day.</summary>
    public async Task End(Duty duty, DateOnly? lastDay)
    {
        var yesterday = clock.Today().AddDays(-1);
        var last = lastDay ?? (duty.From > yesterday ? duty.From.AddDays(-1) : yesterday);
        Refusal.Unless(duty.Kind is not DutyKind.SecurityAdministrator || await OtherSecurityAdministrators(duty), "duty.last-administrator");
        duty.End(last);
        await audit.Write("duty.end", duty.AccountId, why: $"{duty.Kind} {duty.Id} {last.Iso()}");
        await db.SaveChangesAsync();
    }

    private Task<bool> OtherSecurityAdministrators(Duty duty)
    {
        var today = clock.Today();
        return db.Duties.AnyAsync(d => d.Kind == DutyKind.SecurityAdministrator && d.Id != duty.Id && d.From <= today && (d.To == null || d.To >= today)
            && db.Users.Any(u => u.Id == d.AccountId && u.LockedAt == null));
    }

    private async Task Recuse(Duty duty, int? workerId)
    {
        if (duty.EventId is not { } eventId || workerId is not { } worker)
        {
            return;
        }

        var roles = await db.Entries.Where(e => e.EventId == eventId && EntryLifecycle.Alive.Contains(e.Stage))
            .SelectMany(e => e.Members).Where(m => m.WorkerId == worker).Select(m => m.Role).ToListAsync();
        Refusal.Unless(duty.Kind is DutyKind.TeamLeader || !roles.Contains(EntryRole.Competitor), "duty.competes-there");
        Refusal.Unless(!DutyConflicts.NeedsRecusal(duty.Kind) || roles.Count == 0, "duty.trains-there");
    }

    private IQueryable<DutyRow> Rows(IQueryable<Duty> found) =>
        from duty in found
        join account in db.Users on duty.AccountId equals account.Id
        select new DutyRow(
            duty.Id, account.Id, account.UserName!, account.DisplayName, duty.Kind,
            db.Organisations.Where(o => o.Id == duty.OrganisationId).Select(o => o.Name).FirstOrDefault() ?? db.Events.Where(e => e.Id == duty.EventId).Select(e => e.Title).FirstOrDefault() ?? "",
            db.Organisations.Where(o => o.Id == duty.OrganisationId).Select(o => o.Code).FirstOrDefault() ?? db.Events.Where(e => e.Id == duty.EventId).Select(e => e.Code).FirstOrDefault() ?? "",
            duty.EventId != null, duty.From, duty.To, db.Users.Where(u => u.Id == duty.GivenBy).Select(u => u.DisplayName).FirstOrDefault());
}
