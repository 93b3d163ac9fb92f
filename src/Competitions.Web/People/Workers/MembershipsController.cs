using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers;

/// <summary>Transfer to another body, or leaving: a row each, the one before ends the day before.</summary>
[Route("workers/{id:int}/memberships"), Authorize(Policies.ManagePeople)]
public sealed class MembershipsController(CompetitionsDb db, Register register, MyDuties duties, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, string? organisationCode, DateOnly? from)
    {
        var worker = await register.Find(id, Policies.ManagePeople);
        Refusal.Unless(from is not null, "membership.date-missing");
        var organisation = Missing.Unless(await db.Organisations.Within(await duties.Paths(Policies.ManagePeople), o => o.Path).SingleOrDefaultAsync(o => o.Code == organisationCode));
        worker.Join(organisation, from!.Value);
        await db.SaveChangesAsync();
        await audit.Write("worker.transfer", $"{id}", why: organisation.Code);
        TempData["Done"] = $"已转入{organisation.Name}。";
        return Redirect($"/workers/{id}");
    }

    [HttpPost("end")]
    public async Task<IActionResult> Delete(int id, DateOnly? lastDay)
    {
        var worker = await register.Find(id, Policies.ManagePeople);
        Refusal.Unless(lastDay is not null, "membership.date-missing");
        worker.Leave(lastDay!.Value);
        await db.SaveChangesAsync();
        await audit.Write("worker.leave", $"{id}");
        TempData["Done"] = "会籍已终止。";
        return Redirect("/workers");
    }
}
