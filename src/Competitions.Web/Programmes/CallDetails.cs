using Competitions.Data;
using Competitions.Data.Notices;
using Competitions.Notices;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>Loads the page of a call: what stands where, who reviews, how it ranks. What is not decided yet is for who decides alone.</summary>
public sealed class CallDetails(CompetitionsDb db, CallDesk desk, MyDuties duties, TimeProvider clock)
{
    public async Task<CallPage> Page(Call call)
    {
        var (runs, approves) = (await desk.Runs(call), (await duties.Paths(Policies.Approve)) is { Count: > 0 } paths && paths.Reach(await db.Organisations.Where(o => o.Id == call.OrganisationId).Select(o => o.Path).SingleAsync()));
        var inside = runs || approves;
        var counts = inside ? await db.Applications.Where(a => a.CallId == call.Id).GroupBy(a => a.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count) : [];
        var quotas = await db.CallQuotas.AsNoTracking().Where(q => q.CallId == call.Id).OrderBy(q => q.OrganisationId).ToListAsync();
        var accounts = call.History.Select(h => h.By).Distinct().ToList();
        return new CallPage(
            call, runs, approves, counts, quotas, runs ? await Reviewers(call) : [], inside ? await Ranked(call) : [], inside ? await db.StandingNotice(NoticeOf.Call, call.Id) : null,
            await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), clock.UtcNow()) { Due = await CallDue.Of(db, call) };
    }

    /// <summary>How far each expert is. Whose sheet says what, nobody is shown while they score.</summary>
    private async Task<IReadOnlyList<ReviewerRow>> Reviewers(Call call)
    {
        var units = call.Reviewers.Select(r => r.UnitId).OfType<int>().ToList();
        var names = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
        var applications = call.IsUnderReview ? await desk.Applications(call.Id, ApplicationStage.UnderReview) : [];
        var sheets = (await db.ReviewSheets.Where(s => s.CallId == call.Id && s.Round == call.Round).Select(s => new { s.AccountId, s.Stage }).ToListAsync()).ToLookup(s => s.AccountId, s => s.Stage);
        return [.. call.Reviewers.Select(r => new ReviewerRow(
            r, r.UnitId is { } unit ? names.GetValueOrDefault(unit, "") : "", sheets[r.AccountId].Count(s => s is ReviewSheetStage.Submitted),
            applications.Count(a => a.BarOf(r) is ReviewBar.None), sheets[r.AccountId].Count(s => s is ReviewSheetStage.Recused)))];
    }

    private async Task<IReadOnlyList<RankedRow>> Ranked(Call call) => call.Stage < CallStage.Pitching ? [] : await db.Applications.AsNoTracking()
        .Where(a => a.CallId == call.Id && a.Rank != null).OrderBy(a => a.Grade == null).ThenBy(a => a.Rank).ThenBy(a => a.Id)
        .Select(a => new RankedRow(a.Id, a.Number, a.Title, a.UnitName, a.BlindCode, a.FirstScore, a.PitchOrder, a.PitchScore, a.Total, a.Rank, a.Grade, a.Stage)).ToListAsync();
}
