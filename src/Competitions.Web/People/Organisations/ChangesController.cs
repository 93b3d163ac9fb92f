using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Organisations;

/// <summary>What happens to a body in its life: renamed from a day, moved below another, closed, or merged into another.</summary>
[Route("organisations/{organisation}"), Authorize(Policies.ManageOrganisations)]
public sealed class ChangesController(CompetitionsDb db, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("names")]
    public Task<IActionResult> Rename(string organisation, string? name, string? shortName, DateOnly? from) =>
        Change(organisation, "rename", body => body.Rename(name ?? "", shortName ?? "", from ?? clock.Today()));

    [HttpPost("places")]
    public async Task<IActionResult> Move(string organisation, string? parentCode)
    {
        var (body, parent) = (await Find(organisation), await Find(parentCode));
        var before = body.Path;
        await using var transaction = await db.Database.BeginTransactionAsync();
        body.PlaceUnder(parent);
        foreach (var below in await db.Organisations.Where(o => o.Path.StartsWith(before) && o.Id != body.Id).OrderBy(o => o.Path).ToListAsync())
        {
            below.PlaceUnder(await db.Organisations.FindAsync(below.ParentId));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return await Done(organisation, "move");
    }

    /// <summary>With a code it is merged into that body: its members go there on the day after.</summary>
    [HttpPost("ends")]
    public async Task<IActionResult> Close(string organisation, DateOnly? lastDay, string? into)
    {
        var body = await Find(organisation);
        var successor = string.IsNullOrWhiteSpace(into) ? null : await Find(into);
        var last = lastDay ?? clock.Today();
        body.Close(last, successor);
        if (successor is not null)
        {
            foreach (var worker in await db.Workers.Where(w => w.Memberships.Any(m => m.OrganisationId == body.Id && m.To == null)).ToListAsync())
            {
                worker.Join(successor, last.AddDays(1));
            }
        }

        await db.SaveChangesAsync();
        return await Done(organisation, successor is null ? "close" : "merge");
    }

    private async Task<IActionResult> Change(string code, string act, Action<Organisation> change)
    {
        change(await Find(code));
        await db.SaveChangesAsync();
        return await Done(code, act);
    }

    private async Task<IActionResult> Done(string code, string act)
    {
        await audit.Write($"organisation.{act}", code);
        TempData["Done"] = "已保存。";
        return Redirect($"/organisations/{code}");
    }

    private async Task<Organisation> Find(string? code) => Missing.Unless(
        await db.Organisations.Within(await duties.Paths(Policies.ManageOrganisations), o => o.Path).SingleOrDefaultAsync(o => o.Code == code));
}
