using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Rechecks.Findings;

public sealed class RecheckFaultForm : RecheckSignForm
{
    [StringLength(40)]
    public string Work { get; set; } = "";

    [Display(Name = "复核得分"), Required(ErrorMessage = "请填写复核得分。")]
    public decimal? Right { get; set; }

    [Display(Name = "差错说明"), Required(ErrorMessage = "请写明差错在哪里。"), StringLength(Recheck.LongestReason, ErrorMessage = "说明不超过 500 个字。")]
    public string Why { get; set; } = "";

    public RecheckLine? Line() => Look.Lines.FirstOrDefault(l => l.Item.Work == Work);
}

/// <summary>差错 of one work: told to the chief judge, who corrects by a slip.</summary>
[Route("events/{code}/rechecks/{id:int}/faults"), Authorize(Policies.Recheck)]
public sealed class RecheckFaultsController(RecheckDesk desk, RecheckPages pages, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id, string? work)
    {
        ModelState.Clear();
        var form = new RecheckFaultForm { Look = await pages.Load(code, id), Work = work ?? "" };
        Missing.Unless(form.Line());
        form.Version = form.Look.Recheck.Version;
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, RecheckFaultForm form)
    {
        var before = (await pages.Load(code, id)).Recheck.WidenedAt;
        var recheck = await desk.Fault(code, id, form.Version, form.Work, form.Right!.Value, form.Why, form.Name);
        await audit.Write("recheck.fault", $"{code}/{id}/{form.Work}", why: form.Why);
        TempData["Done"] = before is null && recheck.WidenedAt is not null ? $"差错率 {recheck.ErrorRate:0.##}% 超过上限，其余作品已全部加入复核。" : "差错已签字，等裁判长开更正单。";
        return Redirect($"/events/{code}/rechecks/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var given = (RecheckFaultForm)form;
        given.Look = await pages.Load((string)RouteData.Values["code"]!, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
        Missing.Unless(given.Line());
    }
}
