using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Rechecks.Findings;

public sealed class RecheckPassForm : RecheckSignForm
{
    [Display(Name = "作品"), MaxLength(500)]
    public List<string> Works { get; set; } = [];

    public IEnumerable<RecheckLine> Chosen() => Look.Lines.Where(l => Works.Contains(l.Item.Work));
}

/// <summary>核对无误 of as many works as were looked at.</summary>
[Route("events/{code}/rechecks/{id:int}/passes"), Authorize(Policies.Recheck)]
public sealed class RecheckPassesController(RecheckDesk desk, RecheckPages pages, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id, [FromQuery] List<string> works)
    {
        var look = await pages.Load(code, id);
        Refusal.Unless(works.Count > 0, "recheck.none-chosen");
        return View(new RecheckPassForm { Look = look, Version = look.Recheck.Version, Works = works });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, RecheckPassForm form)
    {
        await desk.Pass(code, id, form.Version, form.Works, form.Name);
        await audit.Write("recheck.pass", $"{code}/{id}", why: string.Join(' ', form.Works.Take(20)));
        TempData["Done"] = $"{form.Works.Count} 件核对无误，已签字。";
        return Redirect($"/events/{code}/rechecks/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var given = (RecheckPassForm)form;
        given.Look = await pages.Load((string)RouteData.Values["code"]!, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
    }
}
