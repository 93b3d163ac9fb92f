using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Accounts;

public enum AccountState
{
    /// <summary>Signs in.</summary>
    Open,

    /// <summary>Has its one-time password still.</summary>
    Unused,

    /// <summary>Closed by an administrator.</summary>
    Locked,

    /// <summary>Closed for a while by wrong passwords.</summary>
    Paused,
}

public sealed record AccountFilter(string? Q, AccountState? State, string? Organisation, int Page = 1);

public sealed record AccountRow(
    string Id, string UserName, string DisplayName, string? Place, bool IsWorker, DateTime? LastSignInAt, AccountState State, IReadOnlyList<DutyKind> Duties);

public sealed record AccountsPage(AccountFilter Filter, PageOf<AccountRow> Page, bool Manages);

/// <summary>The accounts that the caller's administration keeps: those of the union bodies below his duty.</summary>
public sealed class AccountBook(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    public async Task<IQueryable<Account>> Accounts(string policy = Policies.LockAccounts)
    {
        var paths = await duties.Paths(policy);
        var kept = db.Organisations.Within(paths, o => o.Path);
        var ofTheHouse = paths.Any(p => p.Count(c => c is '/') == 2); // a duty at a root
        return db.Users.Where(u => u.OrganisationId == null ? ofTheHouse : kept.Any(o => o.Id == u.OrganisationId));
    }

    public async Task<Account> Find(string id, string policy) => Missing.Unless(await (await Accounts(policy)).SingleOrDefaultAsync(u => u.Id == id));

    /// <summary>Three queries, however many accounts are on the page.</summary>
    public async Task<PageOf<AccountRow>> Page(AccountFilter filter)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var page = await (await Filtered(filter)).AsNoTracking().OrderBy(u => u.UserName).ToPage(filter.Page);
        var (ids, places) = (page.Rows.Select(u => u.Id).ToList(), page.Rows.Select(u => u.OrganisationId).ToList());
        var held = (await db.Duties.Where(d => ids.Contains(d.AccountId) && d.From <= today && (d.To == null || d.To >= today)).OrderBy(d => d.Id)
            .Select(d => new { d.AccountId, d.Kind }).ToListAsync()).ToLookup(d => d.AccountId, d => d.Kind);
        var names = await db.Organisations.Where(o => places.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
        return new PageOf<AccountRow>([.. page.Rows.Select(u => new AccountRow(
            u.Id, u.UserName!, u.DisplayName, u.OrganisationId is { } place ? names.GetValueOrDefault(place) : null, u.WorkerId is not null, u.LastSignInAt,
            StateOf(u, now), [.. held[u.Id].Distinct()]))], page.Page, page.Size, page.Total);
    }

    public static AccountState StateOf(Account account, DateTime now) =>
        account.LockedAt is not null ? AccountState.Locked
        : account.LockoutEnd > now ? AccountState.Paused
        : account.MustChangePassword ? AccountState.Unused
        : AccountState.Open;

    private async Task<IQueryable<Account>> Filtered(AccountFilter filter)
    {
        var found = await Accounts();
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var (typed, upper) = (filter.Q.Trim(), filter.Q.Trim().ToUpperInvariant());
            found = found.Where(u => u.NormalizedUserName!.Contains(upper) || u.DisplayName.Contains(typed));
        }

        if (!string.IsNullOrWhiteSpace(filter.Organisation))
        {
            var path = await db.Organisations.Where(o => o.Code == filter.Organisation.Trim()).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
            found = found.Where(u => db.Organisations.Any(o => o.Id == u.OrganisationId && o.Path.StartsWith(path)));
        }

        return filter.State switch
        {
            AccountState.Locked => found.Where(u => u.LockedAt != null),
            AccountState.Unused => found.Where(u => u.LockedAt == null && u.MustChangePassword),
            AccountState.Open => found.Where(u => u.LockedAt == null && !u.MustChangePassword),
            AccountState.Paused => found.Where(u => u.LockedAt == null && u.AccessFailedCount == 0 && u.LockoutEnd != null),
            _ => found,
        };
    }
}
