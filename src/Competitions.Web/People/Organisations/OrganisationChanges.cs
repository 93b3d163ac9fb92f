using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Organisations;

/// <summary>What happens to a body in its life; each of the doors below opens on bodies that the caller manages.</summary>
public abstract class OrganisationChange(CompetitionsDb db, MyDuties duties, AuditTrail audit) : Controller
{
    protected CompetitionsDb Db => db;

    protected async Task<Organisation> Find(string? code) => Missing.Unless(
        await db.Organisations.Within(await duties.Paths(Policies.ManageOrganisations), o => o.Path).SingleOrDefaultAsync(o => o.Code == code));

    protected async Task<IActionResult> Done(string code, string act)
    {
        await audit.Write($"organisation.{act}", code);
        TempData["Done"] = "已保存。";
        return Redirect($"/organisations/{code}");
    }
}

/// <summary>Renamed from a day on.</summary>
[Route("organisations/{organisation}/names"), Authorize(Policies.ManageOrganisations)]
public sealed class OrganisationNamesController(CompetitionsDb db, MyDuties duties, AuditTrail audit, TimeProvider clock) : OrganisationChange(db, duties, audit)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string organisation, string? name, string? shortName, DateOnly? from)
    {
        (await Find(organisation)).Rename(name ?? "", shortName ?? "", from ?? clock.Today());
        await Db.SaveChangesAsync();
        return await Done(organisation, "rename");
    }
}

/// <summary>Moved below another body, with all that is below it.</summary>
[Route("organisations/{organisation}/places"), Authorize(Policies.ManageOrganisations)]
public sealed class OrganisationPlacesController(CompetitionsDb db, MyDuties duties, AuditTrail audit) : OrganisationChange(db, duties, audit)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string organisation, string? parentCode)
    {
        var (body, parent) = (await Find(organisation), await Find(parentCode));
        var before = body.Path;
        await using var transaction = await Db.Database.BeginTransactionAsync();
        body.PlaceUnder(parent);
        foreach (var below in await Db.Organisations.Where(o => o.Path.StartsWith(before) && o.Id != body.Id).OrderBy(o => o.Path).ToListAsync())
        {
            below.PlaceUnder(await Db.Organisations.FindAsync(below.ParentId));
        }

        await Db.SaveChangesAsync();
        await transaction.CommitAsync();
        return await Done(organisation, "move");
    }
}

/// <summary>Closed; with another body's code merged into that one, and its members go there on the day after.</summary>
[Route("organisations/{organisation}/ends"), Authorize(Policies.ManageOrganisations)]
public sealed class OrganisationEndsController(CompetitionsDb db, MyDuties duties, AuditTrail audit, TimeProvider clock) : OrganisationChange(db, duties, audit)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string organisation, DateOnly? lastDay, string? into)
    {
        var body = await Find(organisation);
        var successor = string.IsNullOrWhiteSpace(into) ? null : await Find(into);
        var last = lastDay ?? clock.Today();
        body.Close(last, successor);
        if (successor is not null)
        {
            foreach (var worker in await Db.Workers.Where(w => w.Memberships.Any(m => m.OrganisationId == body.Id && m.To == null)).ToListAsync())
            {
                worker.Join(successor, last.AddDays(1));
            }
        }

        await Db.SaveChangesAsync();
        return await Done(organisation, successor is null ? "close" : "merge");
    }
}
