using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Innovations.Benefits;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Spreadings;

/// <summary>登记推广: by the unit whose result it is.</summary>
[Route("innovations/{innovation:int}/spreadings"), Authorize(Policies.KeepInnovations)]
public sealed class InnovationSpreadingsController(CompetitionsDb db, InnovationDesk innovations, SpreadingDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int MostKnown = 300;

    [HttpGet("new")]
    public async Task<IActionResult> New(int innovation)
    {
        var of = await ToKeep(innovation);
        return View(await Filled(new SpreadingForm { From = clock.Today() }, of));
    }

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(int innovation, SpreadingForm form)
    {
        var of = await ToKeep(innovation);
        var adopter = await desk.Adopter(form.Adopter, form.IsOutside);
        var benefit = BenefitLineForm.Read(form.Lines);
        var made = new Spreading(new NamedInnovation(of.Id, of.Kind, of.Title, of.UnitId, of.UnitName), adopter, form.Adoption(), benefit, await innovations.Keep(form.Paper), User.Account(), clock.Today(), clock.UtcNow());
        var key = made.AdopterKey;
        Refusal.Unless(!await db.Spreadings.AnyAsync(s => s.AdopterKey == key), "spreading.adopted-already", adopter.Name);
        db.Add(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.Spreadings.Any(s => s.AdopterKey == key))
        {
            throw new Refusal("spreading.adopted-already", adopter.Name); // two at once: the constraint decided
        }

        await audit.Write("spreading.register", $"{made.Id}");
        TempData["Done"] = made.IsOutside ? "推广已登记，等待区总确认。" : $"推广已登记，等待“{made.AdopterName}”确认。";
        return Redirect($"/spreadings/{made.Id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((SpreadingForm)form, await ToKeep(int.Parse((string)RouteData.Values["innovation"]!, CultureInfo.InvariantCulture)));

    private async Task<InnovationRow> ToKeep(int innovation)
    {
        var found = await innovations.Find(innovation);
        return await innovations.Keeps(found.UnitId) ? found : throw new Missing();
    }

    /// <summary>Enterprises of the same federation are offered by name; whoever else it is, is typed.</summary>
    private async Task<SpreadingForm> Filled(SpreadingForm form, InnovationRow of)
    {
        (form.Title, form.InnovationId) = (of.Title, of.Id);
        form.Lines.AddRange(BenefitLineForm.Blank(SpreadingForm.MostLines).Skip(form.Lines.Count));
        var path = await db.Organisations.Where(o => o.Id == of.UnitId).Select(o => o.Path).SingleAsync();
        var above = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
        var root = await db.Organisations.Where(o => above.Contains(o.Id) && o.Level == OrganisationLevel.District).Select(o => o.Path).FirstOrDefaultAsync() ?? path;
        form.Known = await db.Organisations.Where(o => o.Path.StartsWith(root) && o.Level == OrganisationLevel.Enterprise && o.Id != of.UnitId).OrderBy(o => o.Code).Select(o => o.Name).Take(MostKnown).ToListAsync();
        return form;
    }
}
