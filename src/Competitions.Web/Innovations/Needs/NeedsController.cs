using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Needs;

/// <summary>A need as it is typed, new or mended.</summary>
public sealed class NeedForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "需求单位"), StringLength(32)]
    public string? Unit { get; set; }

    [Display(Name = "需求名称"), Required(ErrorMessage = "请填写需求名称。"), StringLength(60)]
    public string Title { get; set; } = "";

    [Display(Name = "所属领域"), Required(ErrorMessage = "请填写所属领域。"), StringLength(40)]
    public string Field { get; set; } = "";

    [Display(Name = "要解决的问题"), Required(ErrorMessage = "请写明要解决的问题。"), StringLength(Need.MostProblem)]
    public string Problem { get; set; } = "";

    [Display(Name = "要达到的结果"), Required(ErrorMessage = "请写明要达到的结果和数据。"), StringLength(Need.MostWanted)]
    public string Wanted { get; set; } = "";

    [Display(Name = "奖金"), Required(ErrorMessage = "请填写奖金，没有填 0。")]
    public decimal? Reward { get; set; }

    [Display(Name = "其他条件"), StringLength(500)]
    public string? Terms { get; set; }

    [Display(Name = "揭榜截止日期"), Required(ErrorMessage = "请填写揭榜截止日期。")]
    public DateOnly? ClaimBy { get; set; }

    public int Id { get; internal set; }
    public IReadOnlyList<SelectListItem> Units { get; internal set; } = [];

    public NeedText Text() => new(Title, Field, Problem, Wanted, Reward!.Value, Terms ?? "", ClaimBy!.Value);
}

public sealed record NeedsPage(NeedFilter Filter, PageOf<NeedRow> Page, IReadOnlyList<string> Fields, bool Asks, DateOnly Today);

public sealed record NeedPage(NeedPlace Place, IReadOnlyDictionary<string, string> Names)
{
    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

/// <summary>技术需求: asked for by a unit, published to all enterprises of its federation.</summary>
[Route("needs"), Authorize(Policies.ReadInnovations)]
public sealed class NeedsController(CompetitionsDb db, NeedDesk desk, InnovationDesk innovations, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(NeedFilter filter) => View(new NeedsPage(
        filter, await (await desk.Filtered(filter)).ToPage(filter.Page), await (await desk.Visible()).Select(n => n.Field).Distinct().OrderBy(f => f).Take(60).ToListAsync(), await (await innovations.Units()).AnyAsync(), clock.Today()));

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(NeedFilter filter)
    {
        var rows = await (await desk.Filtered(filter)).ToListAsync();
        await audit.Write("need.export", $"{rows.Count}");
        return SheetFile.Of($"技术需求-{clock.Today().Iso()}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            book.Begin("技术需求", [40, 20, 36, 12, 16, 14, 10]);
            book.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出。", Look.Note));
            book.Row(((string[])["需求", "领域", "需求单位", "状态", "奖金（元）", "揭榜截止", "揭榜数"]).Select(h => new Cell(h, Look.Header)));
            foreach (var r in rows)
            {
                book.Row(r.Title, r.Field, r.UnitName, r.Stage.Name(), r.Reward.ToString("0.##", CultureInfo.InvariantCulture), r.ClaimBy.Iso(), r.Claims);
            }
        });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var place = await desk.Find(id);
        var accounts = place.Of.History.Select(h => h.By).Distinct().ToList();
        return View(new NeedPage(place, await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName)));
    }

    /// <summary>意向书, for the two who signed it and the federation.</summary>
    [HttpGet("{id:int}/intent")]
    public async Task<IActionResult> Intent(int id)
    {
        var place = await desk.Find(id);
        var paper = Missing.Unless(place.Keeps || place.Reads || place.Own.Contains(place.Of.Won?.UnitId ?? 0) ? place.Of.Intent : null);
        Response.Headers.CacheControl = "no-store";
        return File(store.Open(paper.Hash), paper.ContentType, paper.Name);
    }

    [HttpGet("new"), Authorize(Policies.KeepInnovations)]
    public async Task<IActionResult> New() => View(await Filled(new NeedForm { Reward = 0 }));

    [HttpPost(""), Authorize(Policies.KeepInnovations)]
    public async Task<IActionResult> Create(NeedForm form)
    {
        await Filled(form);
        var unit = await (await innovations.Units()).AsNoTracking().SingleOrDefaultAsync(o => o.Code == form.Unit) ?? throw new Refusal("need.unit-missing");
        var need = new Need(await desk.UnitOf(unit, clock.Today()), form.Text(), User.Account(), clock.Today(), clock.UtcNow());
        db.Add(need);
        await db.SaveChangesAsync();
        await audit.Write("need.submit", $"{need.Id}");
        TempData["Done"] = "需求已提交，等待区总审核发布。";
        return Redirect($"/needs/{need.Id}");
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.KeepInnovations)]
    public async Task<IActionResult> Edit(int id)
    {
        var n = await ToMend(id);
        return View(new NeedForm { Id = id, Version = n.Version, Title = n.Title, Field = n.Field, Problem = n.Problem, Wanted = n.Wanted, Reward = n.Reward, Terms = n.Terms, ClaimBy = n.ClaimBy });
    }

    [HttpPost("{id:int}"), Authorize(Policies.KeepInnovations)]
    public async Task<IActionResult> Update(int id, NeedForm form)
    {
        var need = await ToMend(id, form.Version);
        need.Resubmit(form.Text(), User.Account(), clock.Today(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("need.resubmit", $"{id}");
        TempData["Done"] = "已更正，重新等待审核。";
        return Redirect($"/needs/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        ((NeedForm)form).Id = int.TryParse((string?)RouteData.Values["id"], out var id) ? id : 0;
        await Filled((NeedForm)form);
    }

    private async Task<NeedForm> Filled(NeedForm form)
    {
        form.Units = [.. (await (await innovations.Units()).OrderByDescending(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).Take(300).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];
        form.Unit ??= form.Units.Count == 1 ? form.Units[0].Value : null;
        return form;
    }

    private async Task<Need> ToMend(int id, int? version = null)
    {
        var place = await desk.Find(id, version);
        return !place.Keeps ? throw new Missing() : place.Of.Stage is NeedStage.Returned ? place.Of : throw new Refusal("need.move-not-allowed");
    }
}
