using System.Globalization;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Rechecks.Completions;

public sealed class RecheckCompletionForm : RecheckSignForm;

/// <summary>The re-check signed as a whole.</summary>
[Route("events/{code}/rechecks/{id:int}/completion"), Authorize(Policies.Recheck)]
public sealed class RecheckCompletionsController(RecheckDesk desk, RecheckPages pages, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var look = await pages.Load(code, id);
        return View(new RecheckCompletionForm { Look = look, Version = look.Recheck.Version });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, RecheckCompletionForm form)
    {
        await desk.Finish(code, id, form.Version, form.Name);
        await audit.Write("recheck.finish", $"{code}/{id}");
        TempData["Done"] = "复核已完成并签字。";
        return Redirect($"/events/{code}/rechecks/{id}");
    }

    async Task IFills.Fill(IForm form) =>
        ((RecheckCompletionForm)form).Look = await pages.Load((string)RouteData.Values["code"]!, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
}
