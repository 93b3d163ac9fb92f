using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Cases;

/// <summary>线索: what was heard against somebody.</summary>
public sealed class ClueForm : IForm
{
    [Display(Name = "情形"), Required(ErrorMessage = "请选择撤销情形。"), StringLength(60)]
    public string? Ground { get; set; }

    [Display(Name = "线索"), StringLength(1000, ErrorMessage = "线索不超过 1000 个字。")]
    public string? Clue { get; set; }

    public Craftsman? Of { get; internal set; }
}

/// <summary>A case from its clue on.</summary>
[Route("craftsmen/{id:int}/cases"), Authorize(Policies.ReadCraftsmen)]
public sealed class CraftsmanCasesController(CompetitionsDb db, CraftsmanDesk desk, CaseDesk cases, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("{of:int}")]
    public async Task<IActionResult> Show(int id, int of) => View(await cases.Page(id, of));

    [HttpGet("new"), Authorize(Policies.RecommendCraftsmen)]
    public async Task<IActionResult> New(int id) => View(new ClueForm { Of = await desk.Find(id, Policies.RecommendCraftsmen) });

    [HttpPost(""), Authorize(Policies.RecommendCraftsmen)]
    public async Task<IActionResult> Create(int id, ClueForm form)
    {
        var made = new CraftsmanCase(await desk.Find(id, Policies.RecommendCraftsmen), form.Ground!, form.Clue ?? "", User.Account(), clock.UtcNow());
        Refusal.Unless(!await db.CraftsmanCases.AnyAsync(c => c.OpenOf == id), "craftsman-case.already-open");
        db.Add(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.CraftsmanCases.Any(c => c.OpenOf == id))
        {
            throw new Refusal("craftsman-case.already-open"); // two at once: the constraint decided
        }

        await audit.Write("craftsman.case", $"{id}", why: form.Ground);
        TempData["Done"] = "线索已登记，由区总工会核查。";
        return Redirect($"/craftsmen/{id}/cases/{made.Id}");
    }

    async Task IFills.Fill(IForm form) => ((ClueForm)form).Of = await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.RecommendCraftsmen);
}
