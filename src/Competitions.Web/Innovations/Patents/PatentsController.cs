using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Patents;

public sealed record PatentsPage(PatentFilter Filter, PageOf<PatentRow> Page, IReadOnlyList<SelectListItem> Organisations, bool Keeps, DateOnly Today);

/// <param name="Keeps">An officer of its own unit.</param>
/// <param name="Rewards">Of the federation above it.</param>
public sealed record PatentPage(Patent Patent, PatentRewardPreset Preset, IReadOnlyDictionary<string, string> Names, bool Keeps, bool Rewards, DateOnly Today)
{
    public IReadOnlyList<PatentPaper> Papers { get; init; } = [];

    /// <summary>By their names, where they are linked.</summary>
    public string? Innovation { get; init; }
    public string? Studio { get; init; }

    /// <summary>What the entity refuses none the less when the page is older.</summary>
    public bool MayReward => Rewards && Patent is { Reward: null, Stage: PatentStage.Granted } && Preset.Rules.Months.Contains(Today.Month) && Preset.Rules.Kinds.Contains(Patent.Kind);

    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

/// <summary>专利 of the units in the caller's scope, registered by their own union.</summary>
[Route("patents"), Authorize(Policies.ReadPatents)]
public sealed class PatentsController(CompetitionsDb db, PatentDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(PatentFilter filter)
    {
        var found = await desk.Filtered(filter);
        var rows = PatentDesk.Rows(filter.Due ? found.OrderBy(p => p.FeeDueOn).ThenBy(p => p.Id) : found.OrderByDescending(p => p.AppliedOn).ThenByDescending(p => p.Id));
        return View(new PatentsPage(filter, await rows.ToPage(filter.Page), await desk.Organisations(), await (await desk.Units()).AnyAsync(), clock.Today()));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var patent = Missing.Unless(await (await desk.Visible()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id));
        string[] accounts = [.. patent.History.Select(h => h.By), .. patent.Fees.Select(f => f.By), patent.Reward?.By ?? ""];
        return View(new PatentPage(
            patent, await db.NewestPatentRewardPreset(), await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName),
            await (await desk.Units()).AnyAsync(o => o.Id == patent.UnitId), await (await desk.Visible(Policies.RewardPatents)).AnyAsync(p => p.Id == id), clock.Today())
        {
            Papers = await db.PatentPapers.AsNoTracking().Where(p => p.PatentId == id).OrderBy(p => p.Id).ToListAsync(),
            Innovation = patent.ApplicationId is { } of ? await db.Applications.Where(a => a.Id == of).Select(a => a.Title).SingleOrDefaultAsync() : null,
            Studio = patent.StudioId is { } by ? await db.Studios.Where(s => s.Id == by).Select(s => s.Name).SingleOrDefaultAsync() : null,
        });
    }

    [HttpGet("new"), Authorize(Policies.KeepPatents)]
    public async Task<IActionResult> New() => View(await Filled(new PatentForm()));

    [HttpPost(""), Authorize(Policies.KeepPatents)]
    public async Task<IActionResult> Create(PatentForm form)
    {
        await Filled(form);
        var unit = await (await desk.Units()).AsNoTracking().SingleOrDefaultAsync(o => o.Code == form.Unit) ?? throw new Refusal("patent.unit-missing");
        var (kind, today) = (form.Kind!.Value, clock.Today());
        var number = PatentNumber.Read(form.ApplicationNumber, kind);
        var patent = new Patent(
            new PatentUnit(unit.Id, unit.NameOn(today), form.Owner), kind, form.Title, number, form.AppliedOn!.Value, await desk.Inventors(form.Inventors, unit.Id), User.Account(), today, clock.UtcNow());
        Refusal.Unless(!await db.Patents.AnyAsync(p => p.ApplicationNumber == number), "patent.registered-already", number);
        db.Add(patent);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.Patents.Any(p => p.ApplicationNumber == number))
        {
            throw new Refusal("patent.registered-already", number); // two at once: the constraint decided
        }

        await audit.Write("patent.register", $"{patent.Id}");
        TempData["Done"] = "专利已登记。";
        return Redirect($"/patents/{patent.Id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((PatentForm)form);

    private async Task<PatentForm> Filled(PatentForm form)
    {
        form.Units = [.. (await (await desk.Units()).OrderBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];
        form.Unit ??= form.Units.Count == 1 ? form.Units[0].Value : null;
        form.Inventors.AddRange(Enumerable.Range(0, Math.Max(0, PatentForm.Lines - form.Inventors.Count)).Select(_ => new InventorForm()));
        return form;
    }
}
