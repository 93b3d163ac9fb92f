using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Access;

/// <summary>A duty in force, with where it reaches: an organisation's subtree, or one event.</summary>
public sealed record HeldDuty(DutyKind Kind, int? OrganisationId, string? OrganisationName, string? Path, int? EventId);

/// <summary>What the caller may do, read once a request: a duty that was ended a moment ago is already gone, and a locked account has none.</summary>
public sealed class MyDuties(CompetitionsDb db, MySeat seat, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly DutyKind[] AtASeat = [DutyKind.ChiefJudge, DutyKind.ScoringJudge, DutyKind.FloorJudge];

    private List<HeldDuty>? _held;
    private string? _account;

    /// <summary>Whose duties they are: the caller's, or his for whom a batch runs when he is long gone.</summary>
    public string? Account => _account ?? http.HttpContext?.User.Account();

    public void ActFor(string account) => (_account, _held) = (account, null);

    public async Task<IReadOnlyList<HeldDuty>> Held()
    {
        if (_held is null)
        {
            var (account, today) = (Account, clock.Today());
            _held = account is null ? [] : _account is null && http.HttpContext!.User.ApiKey() is { } key ? await OfKey(key, today) : await (
                from duty in db.Duties.AsNoTracking()
                where duty.AccountId == account && duty.From <= today && (duty.To == null || duty.To >= today)
                    && db.Users.Any(u => u.Id == account && u.LockedAt == null)
                join organisation in db.Organisations on duty.OrganisationId equals organisation.Id into organisations
                from organisation in organisations.DefaultIfEmpty()
                select new HeldDuty(duty.Kind, duty.OrganisationId, organisation.Name, organisation.Path, duty.EventId)).ToListAsync();
            _held = seat.Held is { } held ? _held.FindAll(d => d.EventId == held.EventId && AtASeat.Contains(d.Kind)) : _held; // a tablet is there to mark
        }

        return _held;
    }

    /// <summary>A system's key reaches what the duty that it stands for would.</summary>
    private Task<List<HeldDuty>> OfKey(int id, DateOnly today) => (
        from key in db.ApiKeys.AsNoTracking()
        where key.Id == id && key.RevokedAt == null && key.From <= today && key.To >= today
        join organisation in db.Organisations on key.OrganisationId equals organisation.Id
        select new HeldDuty(key.Kind, key.OrganisationId, organisation.Name, organisation.Path, null)).ToListAsync();

    public async Task<bool> Any(params DutyKind[] kinds) => (await Held()).Any(d => kinds.Contains(d.Kind));

    /// <summary>The subtrees that the caller reaches with one of these duties; none when he holds none.</summary>
    public async Task<IReadOnlyList<string>> Paths(params DutyKind[] kinds) =>
        [.. (await Held()).Where(d => d.Path is not null && kinds.Contains(d.Kind)).Select(d => d.Path!).Distinct()];

    /// <summary>The same for all duties that a policy names.</summary>
    public Task<IReadOnlyList<string>> Paths(string policy) => Paths([.. Policies.KindsOf(policy)]);

    /// <summary>Whether the caller runs this contest, or this event of it: the buttons of those who only read are not shown.</summary>
    public async Task<bool> Organises(int contestId, int? eventId = null)
    {
        var owned = db.Organisations.Within(await Paths(Policies.Organise), o => o.Path).Select(o => o.Id);
        return eventId is { } id && (await Events(Policies.Organise)).Contains(id) || await db.Contests.AnyAsync(c => c.Id == contestId && owned.Contains(c.OrganisationId));
    }

    public async Task<IReadOnlyList<int>> Events(string policy) =>
        [.. (await Held()).Where(d => d.EventId is not null && Policies.KindsOf(policy).Contains(d.Kind)).Select(d => d.EventId!.Value).Distinct()];
}
