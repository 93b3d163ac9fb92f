using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Cases;

public sealed record CasePage(Craftsman Craftsman, CraftsmanCase Case, IReadOnlyDictionary<string, string> Names, DateOnly Today)
{
    /// <summary>The federation carries the case.</summary>
    public bool NamesIt { get; init; }

    /// <summary>The second person.</summary>
    public bool Approves { get; init; }

    public IEnumerable<CaseMove> Moves => CaseLifecycle.MovesFrom(Case.Stage).Where(m => m is CaseMove.Approve or CaseMove.Return ? Approves : NamesIt)
        .Where(m => m is not CaseMove.State || Today <= Case.HearBy).Where(m => m is not CaseMove.Propose || Case.Stage is not CaseStage.Hearing || Today > Case.HearBy);
}

/// <summary>撤销案 within the caller's duties.</summary>
public sealed class CaseDesk(CompetitionsDb db, CraftsmanDesk desk, TimeProvider clock)
{
    /// <param name="version">That the page was made from.</param>
    public async Task<(Craftsman Craftsman, CraftsmanCase Case)> Find(int id, int caseId, string policy, int? version = null)
    {
        var craftsman = await desk.Find(id, policy);
        var of = Missing.Unless(await db.CraftsmanCases.SingleOrDefaultAsync(c => c.Id == caseId && c.CraftsmanId == id));
        if (version is { } seen)
        {
            db.Entry(of).Property(c => c.Version).OriginalValue = seen;
        }

        return (craftsman, of);
    }

    public async Task<CasePage> Page(int id, int caseId)
    {
        var (craftsman, of) = await Find(id, caseId, Policies.ReadCraftsmen);
        var accounts = of.History.Select(h => h.By).Append(of.By).Distinct().ToList();
        return new CasePage(craftsman, of, await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), clock.Today())
        {
            NamesIt = await desk.May(id, Policies.NameCraftsmen), Approves = await desk.May(id, Policies.ApproveRevocations),
        };
    }
}
