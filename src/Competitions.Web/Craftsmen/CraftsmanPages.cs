using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen;

/// <summary>A level or title that a person holds, with what became of it.</summary>
/// <param name="Others">The other levels and titles of the same person.</param>
public sealed record CraftsmanPage(
    Craftsman Craftsman, IReadOnlyList<DutyCheck> Checks, IReadOnlyList<CraftsmanCase> Cases, CraftsmanReward? Reward, IReadOnlyList<CraftsmanRow> Others, IReadOnlyDictionary<string, string> Names, DateOnly Today)
{
    /// <summary>The federation: appoints, suspends, ends.</summary>
    public bool NamesIt { get; init; }

    /// <summary>May report a clue.</summary>
    public bool Recommends { get; init; }

    public int Failures => DutyCheck.FailuresInARow(Checks.Select(c => (c.Year, c.Stage)));

    /// <summary>连续不合格: it is proposed, and a person decides.</summary>
    public bool SuspensionIsDue => Craftsman.Stage is CraftsmanStage.InForce && Failures >= Craftsman.Rules.FailuresBeforeSuspension;

    public CraftsmanCase? OpenCase => Cases.FirstOrDefault(c => CaseLifecycle.IsOpen(c.Stage));

    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

/// <summary>Puts the page together, in a fixed number of queries.</summary>
public sealed class CraftsmanPages(CompetitionsDb db, CraftsmanDesk desk, CraftsmanList list, TimeProvider clock)
{
    public async Task<CraftsmanPage> Of(Craftsman of)
    {
        var checks = await db.DutyChecks.AsNoTracking().Where(c => c.CraftsmanId == of.Id).OrderByDescending(c => c.Year).ToListAsync();
        var cases = await db.CraftsmanCases.AsNoTracking().Where(c => c.CraftsmanId == of.Id).OrderByDescending(c => c.Id).ToListAsync();
        var accounts = of.History.Select(h => h.By).Append(of.RecommendedBy).Distinct().ToList();
        return new CraftsmanPage(
            of, checks, cases, await db.CraftsmanRewards.AsNoTracking().SingleOrDefaultAsync(r => r.CraftsmanId == of.Id),
            await list.Rows((await desk.Within(Policies.ReadCraftsmen)).Where(c => c.WorkerId == of.WorkerId && c.Id != of.Id)).ToListAsync(),
            await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), clock.Today())
        {
            NamesIt = await desk.May(of.Id, Policies.NameCraftsmen), Recommends = await desk.May(of.Id, Policies.RecommendCraftsmen),
        };
    }
}
