using System.Globalization;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Blinding.Draws.Seals;

/// <summary>密封: from here on only both halves of the key open it.</summary>
[Route("events/{code}/draws/{id:int}/seal"), Authorize(Policies.KeepCodes)]
public sealed class DrawSealsController(EntryDesk desk, CodeDesk codes, Witnessing witnessing, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var draw = await codes.Load((await desk.At(code)).Event, id);
        return View(new WitnessedForm { Id = id, Version = draw.Version });
    }

    [HttpPost(""), EnableRateLimiting(RateLimits.Witness)]
    public async Task<IActionResult> Create(string code, int id, WitnessedForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        await codes.Load(place.Event, id);
        await codes.Seal(place, form, await witnessing.Supervisor(place.Event, place.Me, form.Witness, form.Password));
        await audit.Write("code-draw.seal", $"{code}/{id}");
        TempData["Done"] = "已密封。";
        return Redirect($"/events/{code}/codes");
    }

    async Task IFills.Fill(IForm form)
    {
        ((WitnessedForm)form).Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await codes.Load((await desk.At((string)RouteData.Values["code"]!)).Event, ((WitnessedForm)form).Id);
    }
}
