using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Blinding.Draws.Seals;

/// <summary>密封: from here on only both halves of the key open it.</summary>
[Route("events/{code}/draws/{id:int}/seal"), Authorize(Policies.KeepCodes)]
public sealed class DrawSealsController(EntryDesk desk, CodeDesk codes, Witnessing witnessing, AuditTrail audit) : WitnessedDrawController(desk, codes, witnessing)
{
    protected override async Task<IActionResult> Done(EntryPlace place, WitnessedForm form, string witness)
    {
        await Codes.Seal(place, form, witness);
        await audit.Write("code-draw.seal", $"{place.Event.Code}/{form.Id}");
        TempData["Done"] = "已密封。";
        return Redirect($"/events/{place.Event.Code}/codes");
    }
}
