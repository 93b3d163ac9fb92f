using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Approvals;

public sealed class ApprovalForm : IForm
{
    /// <summary>Else it goes back to be reviewed again.</summary>
    public bool Approves { get; set; }

    [Display(Name = "退回原因"), StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    /// <summary>Wall clock in China, of a review that is done again.</summary>
    [Display(Name = "重评截止")]
    public DateTime? ReviewBy { get; set; }

    /// <summary>Of the list that he saw.</summary>
    public int Version { get; set; }

    [ValidateNever]
    public Call Call { get; internal set; } = null!;

    [ValidateNever]
    public IReadOnlyList<Application> Ranked { get; internal set; } = [];

    [ValidateNever]
    public IReadOnlyList<CompositionLine> Composition { get; internal set; } = [];
}

/// <summary>领导小组审定: the leader of the body that calls, never who added the scores up.</summary>
[Route("calls/{id:int}/approval"), Authorize(Policies.Approve)]
public sealed class CallApprovalsController(CompetitionsDb db, CallDesk desk, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var call = await Load(id);
        return View(await Filled(new ApprovalForm { Version = call.Version }, call));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ApprovalForm form)
    {
        await Load(id);
        await desk.InQueue(id, async () =>
        {
            var call = await Load(id);
            db.Entry(call).Property(c => c.Version).OriginalValue = form.Version;
            if (form.Approves)
            {
                call.Approve(await desk.Applications(id, ApplicationStage.Selected), User.Account(), clock.UtcNow());
            }
            else
            {
                call.Return(await desk.Applications(id, ApplicationStage.Selected, ApplicationStage.Unselected), User.Account(), clock.UtcNow(), form.Why ?? "", form.ReviewBy?.FromChina());
                (await db.ReviewSheets.Where(s => s.CallId == id).ToListAsync()).ForEach(s => s.Reopen(clock.UtcNow()));
            }

            return call;
        });
        await audit.Write(form.Approves ? "call.approve" : "call.return", $"{id}", why: form.Why ?? "");
        TempData["Done"] = form.Approves ? "名单已审定，可以公示。" : "已退回重评。";
        return Redirect($"/calls/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((ApprovalForm)form, await Load(int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<Call> Load(int id)
    {
        var led = db.Organisations.Within(await duties.Paths(Policies.Approve), o => o.Path).Select(o => o.Id);
        return Missing.Unless(await db.Calls.SingleOrDefaultAsync(c => c.Id == id && led.Contains(c.OrganisationId)));
    }

    private async Task<ApprovalForm> Filled(ApprovalForm form, Call call)
    {
        form.Call = call;
        form.Ranked = [.. (await desk.Applications(call.Id, ApplicationStage.Selected, ApplicationStage.Unselected, ApplicationStage.Approved)).Where(a => a.Rank is not null).OrderBy(a => a.Grade is null).ThenBy(a => a.Rank)];
        var selected = form.Ranked.Where(a => a.Stage is ApplicationStage.Selected).ToList();
        var workers = selected.SelectMany(a => a.People).Select(p => p.WorkerId).Distinct().ToList();
        var sexes = call.Rules.Composition.Count == 0 ? [] : await db.Workers.Where(w => workers.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Sex);
        form.Composition = Composition.Of(call.Rules, selected, worker => sexes.GetValueOrDefault(worker));
        return form;
    }
}
