using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries;

[Route("events/{code}/entries"), Authorize(Policies.ReadEntries)]
public sealed class EntriesController(CompetitionsDb db, EntryDesk desk, EntryList list, EntryFormParts parts, EntryDetails details) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, EntryFilter filter, int[] ids) => View(await list.Load(await desk.At(code), filter with { Ids = ids }));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id) => View(await details.Load(await desk.At(code), id));

    [HttpGet("new"), Authorize(Policies.Enter)]
    public async Task<IActionResult> New(string code)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        return View(new EntryForm { Group = place.Event.Groups.Select(g => g.Code).FirstOrDefault() ?? "" });
    }

    /// <summary>The form again with somebody found, picked or put back; nothing is stored.</summary>
    [HttpPost("new"), HttpPost("{id:int}/edit"), Authorize(Policies.Enter)]
    public async Task<IActionResult> Edit(string code, EntryForm form)
    {
        var place = await desk.At(code);
        Pick(form);
        ModelState.Clear();
        if (form.Id is { } id)
        {
            await desk.Load(place, id);
        }

        return View(form.Id is null ? "New" : "Edit", form);
    }

    [HttpPost(""), Authorize(Policies.Enter)]
    public async Task<IActionResult> Create(string code, EntryForm form)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        var people = await parts.People(place, form);
        var unit = people[form.Members.First(m => m.Role is EntryRole.Competitor).WorkerId];
        var entry = new Entry(place.Event, form.Group, unit.UnitId, unit.UnitName, place.Me, place.Now);
        await desk.InQueue(place.Contest.Id, async () =>
        {
            db.Add(entry);
            await Write(entry, form, people, place);
        });
        return Done(form, entry, place);
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.Enter)]
    public async Task<IActionResult> Edit(string code, int id)
    {
        var place = await desk.At(code);
        var entry = await desk.Load(place, id);
        MustBeOpenTo(entry, place);
        return View(EntryForm.From(entry));
    }

    [HttpPost("{id:int}"), Authorize(Policies.Enter)]
    public async Task<IActionResult> Update(string code, int id, EntryForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        var people = await parts.People(place, form);
        Entry? entry = null;
        await desk.InQueue(place.Contest.Id, async () =>
        {
            entry = await desk.Load(place, id);
            Refusal.Unless(place.Paths.Reach(await desk.PathOf(entry.UnitId)), "entry.not-yours");
            MustBeOpenTo(entry, place);
            if (entry.Version != form.Version)
            {
                throw new DbUpdateConcurrencyException();
            }

            await Write(entry, form, people, place);
        });
        return Done(form, entry!, place);
    }

    private async Task Write(Entry entry, EntryForm form, IReadOnlyDictionary<int, WorkerChoice> people, EntryPlace place)
    {
        EntryFormParts.Fill(entry, form, people, place.Now);
        await db.SaveChangesAsync();
        await db.HoldLimits(entry, place.Event.Rules.Entry);
        if (form.Then is "submit")
        {
            await desk.Submit(entry, place.Event.Groups.Single(g => g.Code == entry.Group), place.Event.Rules.Entry, place.Me, byUnit: place.VetPaths.Reach(await desk.PathOf(entry.UnitId)));
        }
    }

    private static void MustBeOpenTo(Entry entry, EntryPlace place)
    {
        Refusal.Unless(entry.Stage is EntryStage.Draft or EntryStage.Returned, "entry.already-submitted");
        Refusal.Unless(entry.Stage is EntryStage.Draft ? place.IsOpen : place.CanMend, "entry.registration-not-open");
    }

    private static void Pick(EntryForm form)
    {
        if (form.Remove is { } gone && gone >= 0 && gone < form.Members.Count)
        {
            form.Members.RemoveAt(gone);
        }

        if (form.Add?.Split(':') is [var id, var role] && int.TryParse(id, out var worker) && Enum.TryParse<EntryRole>(role, out var asRole)
            && !form.Members.Exists(m => m.WorkerId == worker && m.Role == asRole))
        {
            form.Members.Add(new PickedMember { WorkerId = worker, Role = asRole });
            form.Search = null;
        }

        (form.Add, form.Remove) = (null, null);
    }

    private RedirectResult Done(EntryForm form, Entry entry, EntryPlace place)
    {
        TempData["Done"] = form.Then is "submit" ? "报名已提交。" : "草稿已保存。";
        return Redirect($"{place.Address}/{entry.Id}");
    }
}
