using Competitions.Data;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Reviewers;

public sealed record ExpertChoice(string Id, string Name, string UnitName, bool IsSeated, int Barred);

public sealed record ReviewersPage(Call Call, string Q, IReadOnlyList<ExpertChoice> Experts);

/// <summary>专家组: who holds the duty of an expert where the call is made, with his own unit as his account has it.</summary>
[Route("calls/{id:int}/reviewers"), Authorize(Policies.RunCalls)]
public sealed class CallReviewersController(CompetitionsDb db, CallDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    private const int Shown = 60;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, string? q)
    {
        var call = await desk.ToRun(id);
        var typed = q?.Trim() ?? "";
        var found = await Experts(call).Where(e => typed == "" || e.DisplayName.Contains(typed)).OrderBy(e => e.DisplayName).ThenBy(e => e.Id).Take(Shown).ToListAsync();
        var units = found.Select(e => e.OrganisationId).ToList();
        var names = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
        var applications = await desk.Applications(id, ApplicationStage.Recommended, ApplicationStage.Correcting, ApplicationStage.Accepted, ApplicationStage.UnderReview);
        return View(new ReviewersPage(call, typed, [.. found.Select(e => new ExpertChoice(
            e.Id, e.DisplayName, e.OrganisationId is { } unit ? names.GetValueOrDefault(unit, "") : "", call.Reviewers.Any(r => r.AccountId == e.Id),
            applications.Count(a => a.BarOf(new Reviewer(e.Id, e.DisplayName, e.OrganisationId, e.WorkerId)) is not ReviewBar.None)))]));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, string? account)
    {
        var call = await desk.ToRun(id);
        var expert = await Experts(call).SingleOrDefaultAsync(e => e.Id == account) ?? throw new Refusal("call.reviewer-missing");
        call.Seat(new Reviewer(expert.Id, expert.DisplayName, expert.OrganisationId, expert.WorkerId));
        await db.SaveChangesAsync();
        await audit.Write("call.seat", $"{id}", why: expert.Id);
        TempData["Done"] = $"{expert.DisplayName} 已加入专家组。";
        return Redirect($"/calls/{id}/reviewers");
    }

    [HttpPost("{account}/delete")]
    public async Task<IActionResult> Delete(int id, string account)
    {
        var call = await desk.ToRun(id);
        call.Unseat(account, await db.ReviewSheets.AnyAsync(s => s.CallId == id && s.AccountId == account && s.Stage == ReviewSheetStage.Submitted));
        await db.SaveChangesAsync();
        await audit.Write("call.unseat", $"{id}", why: account);
        TempData["Done"] = "已移出专家组。";
        return Redirect($"/calls/{id}/reviewers");
    }

    /// <summary>With the duty of an expert at the body that calls, or above it.</summary>
    private IQueryable<Data.People.Account> Experts(Call call)
    {
        var today = clock.Today();
        var path = db.Organisations.Where(o => o.Id == call.OrganisationId).Select(o => o.Path);
        return db.Users.AsNoTracking().Where(u => u.LockedAt == null && db.Duties.Any(d => d.AccountId == u.Id && d.Kind == DutyKind.ReviewExpert && d.From <= today && (d.To == null || d.To >= today)
            && db.Organisations.Any(o => o.Id == d.OrganisationId && path.Any(p => p.StartsWith(o.Path)))));
    }
}
