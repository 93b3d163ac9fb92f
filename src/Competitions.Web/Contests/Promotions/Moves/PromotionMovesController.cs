using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Promotions.Moves;

/// <summary>Published, discarded before that, or withdrawn after it.</summary>
[Route("events/{code}/promotions/{id:int}/moves"), Authorize(Policies.Organise)]
public sealed class PromotionMovesController(CompetitionsDb db, EntryDesk desk, PromotionDesk promotions, PromotionSources sources, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id, PromotionMove move)
    {
        var list = await promotions.Load((await desk.At(code)).Event, id);
        return View(new PromotionMoveForm { Id = id, Version = list.Version, Move = move });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, PromotionMoveForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        if (form.Move is PromotionMove.Withdraw)
        {
            await promotions.Withdraw(place, id, form.Why ?? "");
        }
        else
        {
            await Make(place, form);
        }

        await audit.Write($"promotion.{form.Move.ToString().ToLowerInvariant()}", $"{code}/{id}", why: form.Why);
        TempData["Done"] = form.Move is PromotionMove.Publish ? "名单已发布，门户可见；无异议后点“生成报名”。" : $"已{form.Move.Name()}。";
        return Redirect($"/events/{code}/promotions/{id}");
    }

    private async Task Make(EntryPlace place, PromotionMoveForm form)
    {
        var list = await promotions.Load(place.Event, form.Id);
        db.Entry(list).Property(l => l.Version).OriginalValue = form.Version;
        if (form.Move is PromotionMove.Publish)
        {
            list.Publish(place.Me, place.Now, (await sources.Rank(list)).Seal);
        }
        else
        {
            Refusal.Unless(form.Move is PromotionMove.Discard, "promotion.move-not-allowed");
            list.Discard(place.Me, place.Now, form.Why ?? "");
        }

        await db.SaveChangesAsync();
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, code) = ((PromotionMoveForm)form, (string)RouteData.Values["code"]!);
        given.Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await promotions.Load((await desk.At(code)).Event, given.Id);
    }
}
