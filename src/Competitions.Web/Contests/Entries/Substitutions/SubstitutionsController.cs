using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Substitutions;

public sealed class SubstitutionForm : IForm
{
    public int Id { get; set; }

    [Display(Name = "换下"), Required(ErrorMessage = "请选择换下谁。")]
    public int? OutWorkerId { get; set; }

    [Display(Name = "换上"), Required(ErrorMessage = "请选择换上谁。")]
    public int? InWorkerId { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请写明替换原因。"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string Why { get; set; } = "";

    [Display(Name = "换上的人已签字同意个人信息处理和公示，单位留存")]
    public bool HasPaper { get; set; }
}

/// <summary>Somebody takes a competitor's place before the cut-off; the entry keeps its number.</summary>
[Route("events/{code}/entries/{id:int}/substitutions"), Authorize(Policies.Enter)]
public sealed class SubstitutionsController(CompetitionsDb db, EntryDesk desk, EntryFormParts parts) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        await desk.Load(await desk.At(code), id);
        return View(new SubstitutionForm { Id = id });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, SubstitutionForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        await desk.InQueue(place.Contest.Id, async () =>
        {
            Refusal.Unless(place.CanSubstitute, "entry.substitution-closed");
            var entry = await desk.Load(place, id);
            Refusal.Unless(place.Paths.Reach(await desk.PathOf(entry.UnitId)), "entry.not-yours");
            var next = await parts.Choices(place).SingleOrDefaultAsync(w => w.Id == form.InWorkerId && w.UnitId == entry.UnitId);
            Refusal.Unless(next is not null, "entry.not-your-worker");
            Refusal.Unless(form.HasPaper, "entry.consent-missing", next!.Name);
            entry.Substitute(form.OutWorkerId!.Value, next.Id, next.Name, place.Me, place.Now, form.Why);
            foreach (var kind in Enum.GetValues<ConsentKind>())
            {
                entry.Consent(next.Id, kind, ConsentTexts.Version, place.Now, himself: false);
            }

            await db.SaveChangesAsync();
            await db.HoldLimits(entry, place.Event.Rules.Entry);
        });
        TempData["Done"] = "已替换选手。";
        return Redirect($"{place.Address}/{id}");
    }
}
