using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Blinding.Draws.Replacements;

/// <summary>重抽: with a reason, before the supervisor, and only while nothing is marked.</summary>
[Route("events/{code}/draws/{id:int}/replacement"), Authorize(Policies.KeepCodes)]
public sealed class DrawReplacementsController(EntryDesk desk, CodeDesk codes, Witnessing witnessing, AuditTrail audit) : WitnessedDrawController(desk, codes, witnessing)
{
    protected override async Task<IActionResult> Done(EntryPlace place, WitnessedForm form, string witness)
    {
        await Codes.Replace(place, form, witness);
        await audit.Write("code-draw.replace", $"{place.Event.Code}/{form.Id}", why: form.Why);
        TempData["Done"] = "原抽签已留存，可以重抽这一层。";
        return Redirect($"/events/{place.Event.Code}/codes");
    }
}
