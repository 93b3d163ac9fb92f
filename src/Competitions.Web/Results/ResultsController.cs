using System.Globalization;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results;

/// <summary>成绩 of an event: of each round and group.</summary>
[Route("events/{code}/results"), Authorize(Policies.ReadResults)]
public sealed class ResultsController(EntryDesk desk, ResultDesk results, ResultPages pages, AuditTrail audit) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code) => View(await pages.List(await desk.At(code)));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id) => View(await pages.Load(await desk.At(code), id));

    /// <summary>What the sheet would be now; nothing is stored, and what is sealed is told by number.</summary>
    [HttpGet("new"), Authorize(Policies.ComputeResults)]
    public async Task<IActionResult> New(string code, string? round, string? group, int? corrects)
    {
        ModelState.Clear();
        var (of, form) = ((await desk.At(code)).Event, new ResultForm { Round = round, Group = group, Corrects = corrects });
        (form.Round, form.Group) = (of.Rounds.FirstOrDefault(r => r.Code == round)?.Code ?? of.Rounds.MaxBy(r => r.Order)?.Code, of.Groups.FirstOrDefault(g => g.Code == group)?.Code ?? of.Groups[0].Code);
        if (corrects is { } id)
        {
            var corrected = await results.Load(of, id);
            (form.Round, form.Group) = (corrected.Round, corrected.Group);
        }

        return View(form);
    }

    [HttpPost(""), Authorize(Policies.ComputeResults)]
    public async Task<IActionResult> Create(string code, ResultForm form)
    {
        var result = await results.Create(await desk.At(code), form.Round ?? "", form.Group ?? "", form.Corrects, form.Why ?? "", form.SettledNumbers);
        await audit.Write("result.compute", $"{code}/{result.Id}", why: form.Why);
        TempData["Done"] = "成绩已汇总，请另一人确认。";
        return RedirectToAction("Show", new { code, id = result.Id });
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.ComputeResults)]
    public async Task<IActionResult> Edit(string code, int id)
    {
        ModelState.Clear();
        var result = await results.Load((await desk.At(code)).Event, id);
        Refusal.Unless(ResultLifecycle.Next(result.Stage, ResultMove.Compute) is not null, "result.move-not-allowed");
        return View(new ResultForm { Id = id, Version = result.Version, Round = result.Round, Group = result.Group, Corrects = result.CorrectsId, Settled = ResultPages.Settled(result) });
    }

    /// <summary>Computed anew, from marks, violations and rules as they are now.</summary>
    [HttpPost("{id:int}"), Authorize(Policies.ComputeResults)]
    public async Task<IActionResult> Update(string code, int id, ResultForm form)
    {
        form.Id = id;
        await results.Update(await desk.At(code), id, form.Version, form.SettledNumbers);
        await audit.Write("result.compute", $"{code}/{id}");
        TempData["Done"] = "已重新汇总，请另一人确认。";
        return RedirectToAction("Show", new { code, id });
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, of) = ((ResultForm)form, (await desk.At((string)RouteData.Values["code"]!)).Event);
        if (RouteData.Values["id"] is string id)
        {
            given.Id = int.Parse(id, CultureInfo.InvariantCulture);
            var result = await results.Load(of, given.Id.Value);
            (given.Round, given.Group) = (result.Round, result.Group);
        }
    }
}
