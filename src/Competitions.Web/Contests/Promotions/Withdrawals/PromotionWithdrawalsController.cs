using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Promotions.Withdrawals;

public sealed class PromotionPlaceForm : IForm
{
    public int Id { get; set; }

    public int Line { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请写明放弃晋级的原因。"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string Why { get; set; } = "";
}

/// <summary>A place that is given up.</summary>
[Route("events/{code}/promotions/{id:int}/lines/{line:int}/withdrawal"), Authorize(Policies.Organise)]
public sealed class PromotionWithdrawalsController(EntryDesk desk, PromotionDesk promotions, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id, int line)
    {
        await promotions.Load((await desk.At(code)).Event, id);
        return View(new PromotionPlaceForm { Id = id, Line = line });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, int line, PromotionPlaceForm form)
    {
        (form.Id, form.Line) = (id, line);
        await promotions.GiveUp(await desk.At(code), id, line, form.Why);
        await audit.Write("promotion.give-up", $"{code}/{id}/{line}", why: form.Why);
        TempData["Done"] = "已记放弃晋级，名额可由候补递补。";
        return Redirect($"/events/{code}/promotions/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, code) = ((PromotionPlaceForm)form, (string)RouteData.Values["code"]!);
        given.Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        given.Line = int.Parse((string)RouteData.Values["line"]!, CultureInfo.InvariantCulture);
        await promotions.Load((await desk.At(code)).Event, given.Id);
    }
}
