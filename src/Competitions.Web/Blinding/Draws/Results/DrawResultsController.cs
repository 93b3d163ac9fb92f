using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Blinding.Draws.Results;

/// <summary>The draw itself, before the supervisor, whose word is mixed in.</summary>
[Route("events/{code}/draws/{id:int}/result"), Authorize(Policies.KeepCodes)]
public sealed class DrawResultsController(EntryDesk desk, CodeDesk codes, Witnessing witnessing, AuditTrail audit) : WitnessedDrawController(desk, codes, witnessing)
{
    protected override async Task<IActionResult> Done(EntryPlace place, WitnessedForm form, string witness)
    {
        await Codes.Draw(place, form, witness);
        await audit.Write("code-draw.drawn", $"{place.Event.Code}/{form.Id}");
        TempData["Done"] = "已抽签，请发放编号，然后密封。";
        return Redirect($"/events/{place.Event.Code}/draws/{form.Id}");
    }
}
