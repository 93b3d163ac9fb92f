using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Promotions;

/// <summary>The list takes effect: entries are made of the lines that have none; pressed again it makes none twice.</summary>
[Route("events/{code}/promotions/{id:int}/entries"), Authorize(Policies.Organise)]
public sealed class PromotionEffectsController(EntryDesk desk, PromotionDesk promotions, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id)
    {
        var effect = await promotions.TakeEffect(await desk.At(code), id);
        await audit.Write("promotion.take-effect", $"{code}/{id}");
        TempData["Done"] = effect.Told();
        return Redirect($"/events/{code}/promotions/{id}");
    }
}

/// <summary>The next in reserve takes it.</summary>
[Route("events/{code}/promotions/{id:int}/lines/{line:int}/filling"), Authorize(Policies.Organise)]
public sealed class PromotionFillingsController(EntryDesk desk, PromotionDesk promotions, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, int line)
    {
        var effect = await promotions.Fill(await desk.At(code), id, line);
        await audit.Write("promotion.fill", $"{code}/{id}/{line}");
        TempData["Done"] = "已递补。" + effect.Told();
        return Redirect($"/events/{code}/promotions/{id}");
    }
}

internal static class PromotionEffectWords
{
    public static string Told(this PromotionEffect effect) => (effect.Entered, effect.NotEntered) switch
    {
        (0, 0) => "没有要生成的报名。",
        (var made, 0) => $"已生成报名 {made} 份，待本人同意后由主办方审查。",
        var (made, not) => $"已生成报名 {made} 份；{not} 人未能生成，原因见名单。",
    };
}
