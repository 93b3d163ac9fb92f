using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Decisions;

/// <summary>One act on many entries, as the preview showed it.</summary>
public sealed class DecisionForm : IForm
{
    public VettingAct Act { get; set; }

    public List<int> Ids { get; set; } = [];

    [Display(Name = "理由"), StringLength(200, ErrorMessage = "理由不超过 200 个字。")]
    public string? Why { get; set; }
}

[Route("events/{code}/entries/decisions"), Authorize(Policies.Vet)]
public sealed class DecisionsController(CompetitionsDb db, EntryDesk desk, EntryList list) : Controller
{
    /// <summary>The list of names: who passes, who is skipped and why.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, DecisionForm form)
    {
        await desk.At(code);
        return View(form);
    }

    /// <summary>Planned anew in the queue: what changed since the preview is skipped, not forced.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, DecisionForm form)
    {
        Refusal.Unless(form.Ids.Count > 0, "entry.nothing-chosen");
        var place = await desk.At(code);
        Refusal.Unless(place.CanVet, "entry.registration-not-open");
        var (done, waits, skipped) = await desk.InQueue(place.Contest.Id, async () =>
        {
            var preview = await list.Preview(place, form.Act, form.Ids);
            var goes = preview.Plan.Where(p => p.Outcome is VettingOutcome.Done or VettingOutcome.JoinsWaitingList).Select(p => p.Id).ToList();
            var entries = await db.Entries.Where(e => goes.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
            foreach (var id in goes)
            {
                await desk.Decide(entries[id], place.Event, form.Act, place.Me, form.Why ?? "");
            }

            return (preview.Of(VettingOutcome.Done), preview.Of(VettingOutcome.JoinsWaitingList), preview.Plan.Count - goes.Count);
        });
        TempData["Done"] = $"已办理 {done} 份" + (waits > 0 ? $"，转候补 {waits} 份" : "") + (skipped > 0 ? $"，跳过 {skipped} 份" : "") + "。";
        return Redirect(place.Address);
    }
}
