using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Contests.Judges.Qualifications;

public sealed class QualificationForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "资格"), Required(ErrorMessage = "请选择资格。")]
    public QualificationKind? Kind { get; set; }

    [Display(Name = "证书编号"), Required, StringLength(Qualification.LongestNumber)]
    public string Number { get; set; } = "";

    [Display(Name = "有效期至")]
    public DateOnly? ValidUntil { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
    public string Account { get; internal set; } = "";
    public string Name { get; internal set; } = "";
}

/// <summary>执裁资格 of one judge, written down by who appoints and saw the certificate.</summary>
[Route("events/{code}/judges/{id}/qualification"), Authorize(Policies.Appoint)]
public sealed class QualificationsController(JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(string code, string id)
    {
        var form = await Filled(new QualificationForm(), code, id);
        var record = await desk.Record(form.Event.Id, id);
        (form.Version, form.Kind, form.Number, form.ValidUntil) = (record.Version, record.Qualification?.Kind, record.Qualification?.Number ?? "", record.Qualification?.ValidUntil);
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(string code, string id, QualificationForm form)
    {
        await Filled(form, code, id);
        var record = await desk.Record(form.Event.Id, id);
        Refusal.Unless(record.Version == form.Version, "changed-by-someone-else");
        record.Qualify(new Qualification(form.Kind!.Value, form.Number, form.ValidUntil, desk.Me, clock.UtcNow()));
        await desk.Save(record);
        await audit.Write("judge.qualify", $"{code}/{id}", why: $"{form.Kind}");
        TempData["Done"] = $"已登记{form.Name}的执裁资格。";
        return Redirect($"/events/{code}/judges/{id}");
    }

    Task IFills.Fill(IForm form) => Filled((QualificationForm)form, (string)RouteData.Values["code"]!, (string)RouteData.Values["id"]!);

    private async Task<QualificationForm> Filled(QualificationForm form, string code, string id)
    {
        form.Event = await desk.Event(code);
        (form.Account, form.Name) = (id, (await desk.Judge(form.Event, id)).Name);
        return form;
    }
}
