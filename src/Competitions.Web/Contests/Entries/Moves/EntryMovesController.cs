using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Entries.Moves;

/// <summary>What is done with one entry, and why.</summary>
public sealed class EntryMoveForm : IForm
{
    public int Id { get; set; }

    /// <summary>Pass, Return, Refuse, Wait or Withdraw.</summary>
    [Required(ErrorMessage = "请选择办理意见。")]
    public string Act { get; set; } = "";

    [Display(Name = "理由"), StringLength(200, ErrorMessage = "理由不超过 200 个字。")]
    public string? Why { get; set; }

    /// <summary>It was decided beside the list, and the list is where it goes on.</summary>
    public bool ToList { get; set; }
}

[Route("events/{code}/entries/{id:int}/moves"), Authorize(Policies.ReadEntries)]
public sealed class EntryMovesController(CompetitionsDb db, EntryDesk desk) : Controller
{
    /// <summary>Asks for the reason; a refused move comes back here.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id, string act)
    {
        await desk.Load(await desk.At(code), id);
        return View(new EntryMoveForm { Id = id, Act = act });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, EntryMoveForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        await desk.InQueue(place.Contest.Id, async () =>
        {
            var entry = await desk.Load(place, id);
            if (form.Act is "Withdraw")
            {
                Refusal.Unless(place.IsOrganiser || place.Paths.Reach(await desk.PathOf(entry.UnitId)), "entry.not-yours");
                await desk.Withdraw(entry, place.Event, place.Me, form.Why ?? "");
                return;
            }

            Refusal.Unless(Enum.TryParse<VettingAct>(form.Act, out var act), "entry.move-not-allowed");
            await Decide(place, entry, act, form.Why ?? "");
            await db.SaveChangesAsync();
        });
        TempData["Done"] = "已办理。";
        return Redirect(form.ToList ? place.Address : $"{place.Address}/{id}");
    }

    private async Task Decide(EntryPlace place, Entry entry, VettingAct act, string why)
    {
        Refusal.Unless(place.MayReview(entry), "entry.registration-not-open");
        Refusal.Unless(Vetting.IsFor(entry.Stage, place.ReviewerOf(await desk.PathOf(entry.UnitId))), "entry.not-yours");
        await desk.Decide(entry, place.Event, act, place.Me, why);
    }
}
