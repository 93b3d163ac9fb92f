using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Entries.Cancellations;

public sealed class CancellationForm : IForm
{
    [Display(Name = "取消说明"), Required(ErrorMessage = "请写明取消原因，报名单位和选手看得到。"), StringLength(200, ErrorMessage = "说明不超过 200 个字。")]
    public string Why { get; set; } = "";
}

/// <summary>Too few entrants: the event is cancelled with notice, and its people may enter another one.</summary>
[Route("events/{code}/cancellation"), Authorize(Policies.Organise)]
public sealed class CancellationsController(CompetitionsDb db, EntryDesk desk, AuditTrail audit) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code)
    {
        var place = await desk.At(code);
        Refusal.Unless(EventLifecycle.MovesFrom(place.Event.Stage).Contains(EventMove.Cancel), "event.move-not-allowed");
        return View(new CancellationForm());
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, CancellationForm form)
    {
        var place = await desk.At(code);
        var released = await desk.InQueue(place.Contest.Id, async () =>
        {
            var of = Missing.Unless(await db.Events.WithCode(code));
            of.Make(EventMove.Cancel, await db.FactsOf(of, place.Now.InChina().Date()), place.Me, place.Now, form.Why);
            return await desk.Release(of, place.Me, form.Why);
        });
        await audit.Write("event.move", code, why: $"{EventMove.Cancel}");
        TempData["Done"] = $"赛项已取消，释放报名 {released} 份，选手可改报其他赛项。";
        return RedirectToAction("Show", "Events", new { code });
    }
}
