using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Programmes;

public static class ProgrammeQueries
{
    /// <summary>
    /// Takes a place of a union's quota, or refuses when none is left. Call it in the transaction that recommends: the row is held until that
    /// ends, so the last place is given once, and who rolls back gives it back.
    /// </summary>
    /// <exception cref="Refusal">quota.none, quota.used-up (whose, how many)</exception>
    public static async Task TakePlace(this CompetitionsDb db, int callId, int organisationId)
    {
        var quota = db.CallQuotas.Where(q => q.CallId == callId && q.OrganisationId == organisationId);
        if (await quota.Where(q => q.Used < q.Most).ExecuteUpdateAsync(set => set.SetProperty(q => q.Used, q => q.Used + 1)) == 0)
        {
            var full = await quota.AsNoTracking().SingleOrDefaultAsync() ?? throw new Refusal("quota.none");
            throw new Refusal("quota.used-up", full.OrganisationName, full.Most);
        }
    }

    public static Task GivePlaceBack(this CompetitionsDb db, int callId, int organisationId) =>
        db.CallQuotas.Where(q => q.CallId == callId && q.OrganisationId == organisationId && q.Used > 0).ExecuteUpdateAsync(set => set.SetProperty(q => q.Used, q => q.Used - 1));

    /// <summary>The next number of a call, without a gap; in the transaction that stores it.</summary>
    public static async Task<int> TakeNumber(this CompetitionsDb db, int callId)
    {
        var call = db.Calls.Where(c => c.Id == callId);
        await call.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastNumber, c => c.LastNumber + 1));
        return await call.Select(c => c.LastNumber).SingleAsync();
    }

    /// <summary>Waits for the others who move this call; what is read after it holds until the transaction ends.</summary>
    public static Task QueueCall(this CompetitionsDb db, int callId) =>
        db.Calls.Where(c => c.Id == callId).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastNumber, c => c.LastNumber));

    /// <summary>The newest version of each preset, by code.</summary>
    public static async Task<IReadOnlyList<ProgrammePreset>> NewestProgrammePresets(this CompetitionsDb db) =>
        [.. (await db.ProgrammePresets.AsNoTracking().ToListAsync()).GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.Code, StringComparer.Ordinal)];
}
