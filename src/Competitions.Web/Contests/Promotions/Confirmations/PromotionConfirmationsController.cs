using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Promotions.Confirmations;

/// <summary>The second person's word. He confirms or sends back, and changes nothing.</summary>
[Route("events/{code}/promotions/{id:int}/confirmation"), Authorize(Policies.Confirm)]
public sealed class PromotionConfirmationsController(CompetitionsDb db, EntryDesk desk, PromotionDesk promotions, PromotionSources sources, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var list = await promotions.Load((await desk.At(code)).Event, id);
        return View(new PromotionMoveForm { Id = id, Version = list.Version, Move = PromotionMove.Return });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, PromotionMoveForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        var list = await promotions.Load(place.Event, id);
        db.Entry(list).Property(l => l.Version).OriginalValue = form.Version;
        if (form.Move is PromotionMove.Confirm)
        {
            list.Confirm(place.Me, place.Now, (await sources.Rank(list)).Seal);
        }
        else
        {
            list.Return(place.Me, place.Now, form.Why ?? "");
        }

        await db.SaveChangesAsync();
        await audit.Write(form.Move is PromotionMove.Confirm ? "promotion.confirm" : "promotion.return", $"{code}/{id}");
        TempData["Done"] = form.Move is PromotionMove.Confirm ? "名单已确认，可以发布。" : "名单已退回，请计算人修改。";
        return Redirect($"/events/{code}/promotions/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, code) = ((PromotionMoveForm)form, (string)RouteData.Values["code"]!);
        given.Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await promotions.Load((await desk.At(code)).Event, given.Id);
    }
}
