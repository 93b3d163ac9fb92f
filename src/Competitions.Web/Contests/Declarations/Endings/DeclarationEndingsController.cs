using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Declarations.Endings;

public sealed class DeclarationEndingForm : IForm
{
    [Display(Name = "为什么不再有这层关系"), Required(ErrorMessage = "请写明为什么不再有这层关系。"), StringLength(Declaration.LongestText)]
    public string Why { get; set; } = "";

    [ValidateNever]
    public Event Event { get; internal set; } = null!;

    [ValidateNever]
    public Declaration Declaration { get; internal set; } = null!;
}

/// <summary>He says that a relation is no more; that it was declared stays.</summary>
[Route("events/{code}/declarations/{id:int}/endings"), Authorize(Policies.Mark)]
public sealed class DeclarationEndingsController(CompetitionsDb db, JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id) => View(await Filled(new DeclarationEndingForm(), code, id));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, DeclarationEndingForm form)
    {
        await Filled(form, code, id);
        form.Declaration.End(desk.Me, clock.UtcNow(), form.Why);
        await db.SaveChangesAsync();
        await audit.Write("declaration.end", $"{code}/{id}");
        TempData["Done"] = "已结束这条申报。";
        return Redirect($"/events/{code}/declarations");
    }

    Task IFills.Fill(IForm form) => Filled((DeclarationEndingForm)form, (string)RouteData.Values["code"]!, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    /// <exception cref="Missing">Not his, or not of this event: whether there is one he does not learn.</exception>
    private async Task<DeclarationEndingForm> Filled(DeclarationEndingForm form, string code, int id)
    {
        var me = desk.Me;
        form.Event = await desk.Event(code);
        form.Declaration = Missing.Unless(await db.Declarations.SingleOrDefaultAsync(d => d.Id == id && d.EventId == form.Event.Id && d.Account == me));
        return form;
    }
}
