using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Needs;

public sealed record NeedFilter(string? Q, NeedStage? Stage, string? Field, bool Mine = false, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Stage is not null || !string.IsNullOrEmpty(Field) || Mine;

    /// <summary>As it stands in an address, without the page.</summary>
    public string InAddress() => string.Join('&', ((string Key, object? Value)[])[("q", Q), ("stage", Stage), ("field", Field), ("mine", Mine ? "true" : null)] is var all
        ? all.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

public sealed record NeedRow(int Id, string Title, string Field, string UnitName, NeedStage Stage, decimal Reward, DateOnly ClaimBy, int Claims, bool Claimed);

/// <param name="Keeps">An officer of the unit whose need it is.</param>
/// <param name="Confirms">Of the federation.</param>
/// <param name="Own">Units that the caller acts for.</param>
public sealed record NeedPlace(Need Of, bool Keeps, bool Confirms, bool Reads, IReadOnlyList<int> Own, DateOnly Today)
{
    public IEnumerable<NeedMove> Moves => NeedLifecycle.MovesFrom(Of.Stage).Where(May);

    public bool May(NeedMove move) => (NeedLifecycle.IsOfFederation(move) ? Confirms : Keeps) && move switch
    {
        NeedMove.Choose => Of.Claims.Any(c => c.Stage is ClaimStage.Standing),
        NeedMove.Publish => Of.ClaimBy >= Today,
        _ => true,
    };

    public bool Claims => Of.TakesClaimsOn(Today) && Own.Any(u => u != Of.UnitId && u != Of.FederationId && Of.Claims.All(c => c.UnitId != u || c.Stage is ClaimStage.Withdrawn));

    /// <summary>Who asked and the federation read every plan, a claimant his own.</summary>
    public IEnumerable<NeedClaim> Shown => Of.Claims.Where(c => Keeps || Reads || Own.Contains(c.UnitId)).OrderBy(c => c.Number);
}

/// <summary>Needs: those of his units, and all that his federation published.</summary>
public sealed class NeedDesk(CompetitionsDb db, MyDuties duties, InnovationDesk innovations, TimeProvider clock)
{
    public async Task<IQueryable<Need>> Visible()
    {
        var paths = await duties.Paths(Policies.ReadInnovations);
        var within = await innovations.Within(Policies.ReadInnovations);
        var above = paths.SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(s => int.Parse(s, CultureInfo.InvariantCulture)).Distinct().ToList();
        var open = NeedLifecycle.InPublic;
        return db.Needs.Where(n => within.Contains(n.UnitId) || above.Contains(n.FederationId) && open.Contains(n.Stage));
    }

    /// <param name="version">As the page showed it, to change it.</param>
    public async Task<NeedPlace> Find(int id, int? version = null)
    {
        var mine = (await Visible()).Where(n => n.Id == id);
        var found = Missing.Unless(await (version is null ? mine.AsNoTracking() : mine).SingleOrDefaultAsync());
        if (version is { } seen)
        {
            db.Entry(found).Property(n => n.Version).OriginalValue = seen;
        }

        var own = await (await innovations.Units()).Select(o => o.Id).ToListAsync();
        return new NeedPlace(found, own.Contains(found.UnitId), await innovations.Confirms(found.UnitId), await (await innovations.Within(Policies.ReadInnovations)).ContainsAsync(found.FederationId), own, clock.Today());
    }

    public async Task<IQueryable<NeedRow>> Filtered(NeedFilter filter)
    {
        var (found, typed) = (await Visible(), filter.Q?.Trim() ?? "");
        var own = (await innovations.Units()).Select(o => o.Id);
        found = typed.Length == 0 ? found : found.Where(n => n.Title.Contains(typed) || n.UnitName.Contains(typed) || n.Problem.Contains(typed));
        found = filter.Stage is { } stage ? found.Where(n => n.Stage == stage) : found;
        found = string.IsNullOrEmpty(filter.Field) ? found : found.Where(n => n.Field == filter.Field);
        found = filter.Mine ? found.Where(n => own.Contains(n.UnitId) || n.Claims.Any(c => own.Contains(c.UnitId))) : found;
        return found.AsNoTracking().OrderByDescending(n => n.Id).Select(n => new NeedRow(
            n.Id, n.Title, n.Field, n.UnitName, n.Stage, n.Reward, n.ClaimBy, n.Claims.Count(c => c.Stage != ClaimStage.Withdrawn), n.Claims.Any(c => c.Stage != ClaimStage.Withdrawn && own.Contains(c.UnitId))));
    }

    /// <summary>The federation above a unit: the district in its path, else the body at its top.</summary>
    public async Task<NeedUnit> UnitOf(Organisation unit, DateOnly today)
    {
        var above = unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
        var federation = await db.Organisations.Where(o => above.Contains(o.Id) && o.Level == OrganisationLevel.District).Select(o => (int?)o.Id).FirstOrDefaultAsync();
        return new NeedUnit(unit.Id, unit.NameOn(today), federation ?? above[0]);
    }
}

/// <summary>流标 by itself, some seconds after the last day is over.</summary>
public sealed class NeedLapses(CompetitionsDb db, TimeProvider clock) : IJob
{
    public async Task Run(CancellationToken stop)
    {
        var today = clock.Today();
        foreach (var need in await db.Needs.Where(n => n.Stage == NeedStage.Published && n.ClaimBy < today && !n.Claims.Any(c => c.Stage == ClaimStage.Standing)).OrderBy(n => n.Id).Take(100).ToListAsync(stop))
        {
            need.LapseIfUnclaimed(today, clock.UtcNow());
        }

        await db.SaveChangesAsync(stop);
    }
}
