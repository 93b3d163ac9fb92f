using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Spreadings;

public sealed record SpreadingFilter(string? Q, SpreadingStage? Stage, string? Organisation, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Stage is not null || !string.IsNullOrEmpty(Organisation);
}

/// <summary>A record with what the caller may do with it.</summary>
/// <param name="Keeps">An officer of the result's unit.</param>
/// <param name="Adopts">An officer of the adopting unit.</param>
/// <param name="Confirms">Of the federation above the result's unit.</param>
public sealed record SpreadingPlace(Spreading Of, bool Keeps, bool Adopts, bool Confirms)
{
    public IEnumerable<SpreadingMove> Moves => SpreadingLifecycle.MovesFrom(Of.Stage).Where(May);

    public bool May(SpreadingMove move) => move switch
    {
        SpreadingMove.ConfirmAdoption => Adopts,
        SpreadingMove.Return => Of.Stage is SpreadingStage.Registered ? Adopts : Confirms,
        SpreadingMove.Confirm or SpreadingMove.Revoke => Confirms,
        SpreadingMove.Correct or SpreadingMove.Withdraw => Keeps,
        _ => false,
    };
}

/// <summary>Spreading records: seen above the result's unit and above the adopting one.</summary>
public sealed class SpreadingDesk(CompetitionsDb db, InnovationDesk innovations)
{
    public async Task<IQueryable<Spreading>> Visible()
    {
        var within = await innovations.Within(Policies.ReadInnovations);
        return db.Spreadings.Where(s => within.Contains(s.UnitId) || within.Contains(s.AdopterId ?? 0));
    }

    /// <param name="version">As the page showed it, to change it.</param>
    public async Task<SpreadingPlace> Find(int id, int? version = null)
    {
        var mine = (await Visible()).Where(s => s.Id == id);
        var found = Missing.Unless(await (version is null ? mine.AsNoTracking() : mine).SingleOrDefaultAsync());
        if (version is { } seen)
        {
            db.Entry(found).Property(s => s.Version).OriginalValue = seen;
        }

        return new SpreadingPlace(found, await innovations.Keeps(found.UnitId), await innovations.Keeps(found.AdopterId), await innovations.Confirms(found.UnitId));
    }

    public async Task<IQueryable<Spreading>> Filtered(SpreadingFilter filter)
    {
        var (found, typed) = (await Visible(), filter.Q?.Trim() ?? "");
        found = typed.Length == 0 ? found : found.Where(s => s.Title.Contains(typed) || s.UnitName.Contains(typed) || s.AdopterName.Contains(typed));
        found = filter.Stage is { } stage ? found.Where(s => s.Stage == stage) : found;
        var below = await innovations.Below(filter.Organisation);
        return below is null ? found : found.Where(s => below.Contains(s.UnitId) || below.Contains(s.AdopterId ?? 0));
    }

    /// <summary>An organisation of the house by its name or code; one from outside only where that is said.</summary>
    /// <exception cref="Refusal">spreading.adopter-missing, .adopter-unknown, .adopter-ambiguous</exception>
    public async Task<Adopter> Adopter(string? typed, bool isOutside)
    {
        var name = typed?.Trim() ?? "";
        Refusal.Unless(name.Length > 0, "spreading.adopter-missing");
        var found = await db.Organisations.AsNoTracking().Where(o => o.Name == name || o.ShortName == name || o.Code == name).Select(o => new { o.Id, o.Name }).Take(3).ToListAsync();
        Refusal.Unless(found.Count < 2, "spreading.adopter-ambiguous", name, found.Count);
        Refusal.Unless(found.Count == 1 || isOutside, "spreading.adopter-unknown", name);
        return found is [var one] ? new Adopter(one.Id, one.Name) : new Adopter(null, name);
    }
}
