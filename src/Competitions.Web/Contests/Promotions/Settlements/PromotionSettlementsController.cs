using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Promotions.Settlements;

public sealed class PromotionSettlementForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    /// <summary>The place of each line among its equals, from 1.</summary>
    public Dictionary<int, int> Places { get; set; } = [];

    [Display(Name = "依据"), Required(ErrorMessage = "请写明依据，如加赛、抽签或裁判长裁定。"), StringLength(200, ErrorMessage = "依据不超过 200 个字。")]
    public string Why { get; set; } = "";
}

/// <summary>Equals across the line in the order of a further heat, a draw or the chief judge.</summary>
[Route("events/{code}/promotions/{id:int}/settlement"), Authorize(Policies.Organise)]
public sealed class PromotionSettlementsController(CompetitionsDb db, EntryDesk desk, PromotionDesk promotions, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var list = await promotions.Load((await desk.At(code)).Event, id);
        return View(new PromotionSettlementForm { Id = id, Version = list.Version });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, PromotionSettlementForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        var list = await promotions.Load(place.Event, id);
        db.Entry(list).Property(l => l.Version).OriginalValue = form.Version;
        Refusal.Unless(form.Places.Values.Order().SequenceEqual(Enumerable.Range(1, form.Places.Count)), "promotion.order-incomplete");
        list.Settle([.. form.Places.OrderBy(p => p.Value).Select(p => p.Key)], place.Me, place.Now, form.Why);
        await db.SaveChangesAsync();
        await audit.Write("promotion.settle", $"{code}/{id}", why: form.Why);
        TempData["Done"] = "并列先后已排定。";
        return Redirect($"/events/{code}/promotions/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, code) = ((PromotionSettlementForm)form, (string)RouteData.Values["code"]!);
        given.Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await promotions.Load((await desk.At(code)).Event, given.Id);
    }
}
