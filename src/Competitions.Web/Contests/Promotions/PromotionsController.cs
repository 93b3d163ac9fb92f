using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Promotions;

/// <summary>晋级名单 of an event: who goes on to it, or within it to the next round.</summary>
[Route("events/{code}/promotions"), Authorize(Policies.Confirm)]
public sealed class PromotionsController(CompetitionsDb db, EntryDesk desk, PromotionSources sources, PromotionDesk promotions, PromotionDetails details, AuditTrail audit) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code) => View(await details.List(await desk.At(code)));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id, string? tab, int page = 1) => View(await details.Load(await desk.At(code), id, tab, page));

    /// <summary>The form with what the rule in the address would make of the source; nothing is stored.</summary>
    [HttpGet("new"), Authorize(Policies.Organise)]
    public async Task<IActionResult> New(string code, PromotionForm form)
    {
        if (Request.Query.Count == 0)
        {
            ModelState.Clear();
            form = new PromotionForm { Top = 3 };
        }

        await desk.At(code);
        return View(form);
    }

    [HttpPost(""), Authorize(Policies.Organise)]
    public async Task<IActionResult> Create(string code, PromotionForm form)
    {
        var place = await desk.At(code);
        var choice = await sources.Chosen(place.Event, form.Source);
        var group = choice.Round is null ? form.Group ?? place.Event.Groups[0].Code : choice.Source.Group!;
        var list = new PromotionList(place.Event, group, choice.Round, choice.Source);
        await Compute(list, place, form);
        db.Add(list);
        await db.SaveChangesAsync();
        await audit.Write("promotion.compute", $"{code}/{list.Id}");
        TempData["Done"] = "名单已算出，请另一人确认。";
        return RedirectToAction("Show", new { code, id = list.Id });
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Edit(string code, int id, PromotionForm form)
    {
        var place = await desk.At(code);
        var list = await promotions.Load(place.Event, id);
        Refusal.Unless(PromotionLifecycle.Next(list.Stage, PromotionMove.Compute) is not null, "promotion.move-not-allowed");
        if (!Request.Query.ContainsKey("Source"))
        {
            ModelState.Clear();
            form = PromotionForm.Of(list, PromotionDetails.KeyOf(list));
        }

        form.Id = id;
        return View(form);
    }

    /// <summary>Computed anew, from the source as it is now.</summary>
    [HttpPost("{id:int}"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Update(string code, int id, PromotionForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        var list = await promotions.Load(place.Event, id);
        db.Entry(list).Property(l => l.Version).OriginalValue = form.Version;
        await Compute(list, place, form);
        await db.SaveChangesAsync();
        await audit.Write("promotion.compute", $"{code}/{id}");
        TempData["Done"] = "已重新计算，请另一人确认。";
        return RedirectToAction("Show", new { code, id });
    }

    private async Task Compute(PromotionList list, EntryPlace place, PromotionForm form)
    {
        var ranked = await sources.Rank(list);
        ranked.MustFit(place.Event.Groups.Single(g => g.Code == list.Group));
        list.Compute(form.Rule(), ranked.Ranked, place.Me, place.Now);
    }

    async Task IFills.Fill(IForm form)
    {
        var place = await desk.At((string)RouteData.Values["code"]!);
        if (RouteData.Values["id"] is string id)
        {
            ((PromotionForm)form).Id = int.Parse(id, CultureInfo.InvariantCulture);
            await promotions.Load(place.Event, ((PromotionForm)form).Id!.Value);
        }
    }
}
