using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals.Conversions;

public sealed class ProposalConversionForm : IForm
{
    /// <summary>Of the proposal, as the page showed it.</summary>
    public int Version { get; set; }

    [Display(Name = "申报批次"), Required(ErrorMessage = "请选择申报批次。")]
    public int? Call { get; set; }

    [Display(Name = "成果名称"), Required(ErrorMessage = "请填写成果名称。"), StringLength(Application.LongestTitle, ErrorMessage = "名称不超过 60 个字。")]
    public string Title { get; set; } = "";

    [ValidateNever]
    public Proposal Proposal { get; internal set; } = null!;

    /// <summary>That take applications now.</summary>
    public IReadOnlyList<SelectListItem> Calls { get; internal set; } = [];
}

/// <summary>转五小: an adopted proposal becomes the draft of an application, filled with what is known; the unit goes on writing it.</summary>
[Route("proposals/{id:int}/conversion"), Authorize(Policies.HandleProposals)]
public sealed class ProposalConversionsController(CompetitionsDb db, ProposalDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var form = await Filled(new ProposalConversionForm(), id);
        Refusal.Unless(form.Proposal.ConvertedTo is null, "proposal.converted-already");
        Refusal.Unless(Conversion.IsOpen(form.Proposal), "proposal.move-not-allowed");
        (form.Version, form.Title) = (form.Proposal.Version, form.Proposal.Title);
        form.Call = form.Calls.Count == 1 ? int.Parse(form.Calls[0].Value, CultureInfo.InvariantCulture) : null;
        return View(form);
    }

    /// <summary>The draft and the proposal's word of it, both or none.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ProposalConversionForm form)
    {
        await Filled(form, id);
        var (proposal, now) = (form.Proposal, clock.UtcNow());
        Refusal.Unless(form.Calls.Any(c => c.Value == $"{form.Call}"), "proposal.call-missing");
        db.Entry(proposal).Property(p => p.Version).OriginalValue = form.Version;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var call = await db.Calls.SingleAsync(c => c.Id == form.Call);
        var made = new Application(call, ApplicationChannel.Unit, proposal.UnitId, proposal.UnitName, form.Title, User.Account(), now);
        made.Write(call, form.Title, Conversion.AnswersOf(proposal), [new ApplicationPerson(1, proposal.WorkerId, proposal.WorkerName, proposal.UnitId, proposal.UnitName, "", true, call.Rules.Persons.WithShares ? 100 : 0)]);
        db.Add(made);
        await db.SaveChangesAsync();
        proposal.ConvertInto(made.Id, desk.Me, now);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await audit.Write("proposal.convert", $"{id}");
        TempData["Done"] = "已转为五小成果的申报草稿，建议里的内容已填入，接着补齐其余各项。";
        return Redirect($"/applications/{made.Id}/edit");
    }

    async Task IFills.Fill(IForm form) => await Filled((ProposalConversionForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task<ProposalConversionForm> Filled(ProposalConversionForm form, int id)
    {
        form.Proposal = await desk.ToChange(id);
        var (path, now) = (await db.Organisations.Where(o => o.Id == form.Proposal.UnitId).Select(o => o.Path).SingleAsync(), clock.UtcNow());
        var above = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
        var open = await db.Calls.AsNoTracking().Where(c => c.Kind == FiveSmallForm.Code && c.Stage == CallStage.Published && c.OpensAt <= now && c.ClosesAt > now && above.Contains(c.OrganisationId))
            .OrderBy(c => c.ClosesAt).Select(c => new { c.Id, c.Title, c.ClosesAt }).ToListAsync();
        form.Calls = [.. open.Select(c => new SelectListItem($"{c.Title}（{c.ClosesAt.Moment()} 截止）", $"{c.Id}"))];
        return form;
    }
}
