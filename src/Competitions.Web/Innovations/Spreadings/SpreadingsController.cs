using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Innovations.Benefits;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Spreadings;

public sealed record SpreadingsPage(SpreadingFilter Filter, PageOf<Spreading> Page, IReadOnlyList<SelectListItem> Organisations);

public sealed record SpreadingPage(SpreadingPlace Place, IReadOnlyDictionary<string, string> Names, bool SeesResult)
{
    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

/// <summary>推广记录 of the caller's results, and of what his units adopted.</summary>
[Route("spreadings"), Authorize(Policies.ReadInnovations)]
public sealed class SpreadingsController(CompetitionsDb db, InnovationDesk innovations, SpreadingDesk desk, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(SpreadingFilter filter) =>
        View(new SpreadingsPage(filter, await (await desk.Filtered(filter)).AsNoTracking().OrderByDescending(s => s.Id).ToPage(filter.Page), await innovations.Organisations()));

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(SpreadingFilter filter)
    {
        var rows = await (await desk.Filtered(filter)).AsNoTracking().OrderByDescending(s => s.Id).ToListAsync();
        await audit.Write("spreading.export", $"{rows.Count}");
        return SheetFile.Of($"推广记录-{clock.Today().Iso()}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            book.Begin("推广记录", [40, 32, 32, 14, 24, 12, 18, 16, 14]);
            book.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出。", Look.Note));
            book.Row(((string[])["成果", "成果单位", "采用单位", "开始采用", "车间或岗位", "培训人数", "年效益（元）", "状态", "确认日期"]).Select(h => new Cell(h, Look.Header)));
            foreach (var s in rows)
            {
                book.Row(s.Title, s.UnitName, s.AdopterName, s.From.Iso(), s.Site, s.Trained, s.Net, s.Stage.Name(), s.ConfirmedOn?.Iso());
            }
        });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var place = await desk.Find(id);
        var accounts = place.Of.History.Select(h => h.By).Distinct().ToList();
        return View(new SpreadingPage(
            place, await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), await (await innovations.Visible()).AnyAsync(a => a.Id == place.Of.ApplicationId)));
    }

    /// <summary>Always as a file of its own.</summary>
    [HttpGet("{id:int}/paper")]
    public async Task<IActionResult> Paper(int id)
    {
        var paper = Missing.Unless((await desk.Find(id)).Of.Paper);
        Response.Headers.CacheControl = "no-store";
        return File(store.Open(paper.Hash), paper.ContentType, paper.Name);
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.KeepInnovations)]
    public async Task<IActionResult> Edit(int id)
    {
        var of = await ToCorrect(id);
        return View(Filled(
            new SpreadingForm
            {
                Version = of.Version, From = of.From, Site = of.Site, Trained = of.Trained, Effect = of.Effect,
                Lines = [.. of.BenefitLines.Select(l => new BenefitLineForm { Kind = l.Kind, What = l.What, UnitValue = l.UnitValue, Quantity = l.Quantity, QuantityUnit = l.QuantityUnit, Proof = l.Proof })],
            }, of));
    }

    [HttpPost("{id:int}"), Authorize(Policies.KeepInnovations), UploadLimit]
    public async Task<IActionResult> Update(int id, SpreadingForm form)
    {
        var of = await ToCorrect(id, form.Version);
        of.Correct(form.Adoption(), BenefitLineForm.Read(form.Lines), await innovations.Keep(form.Paper), User.Account(), clock.Today(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("spreading.correct", $"{id}");
        TempData["Done"] = "已更正，重新等待确认。";
        return Redirect($"/spreadings/{id}");
    }

    async Task IFills.Fill(IForm form) => Filled((SpreadingForm)form, await ToCorrect(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture)));

    private async Task<Spreading> ToCorrect(int id, int? version = null)
    {
        var place = await desk.Find(id, version);
        return !place.Keeps ? throw new Missing() : place.Of.Stage is SpreadingStage.Returned ? place.Of : throw new Refusal("spreading.move-not-allowed");
    }

    private static SpreadingForm Filled(SpreadingForm form, Spreading of)
    {
        (form.Title, form.Id, form.InnovationId, form.HasPaper, form.Adopter, form.IsOutside) = (of.Title, of.Id, of.ApplicationId, of.Paper?.Name, of.AdopterName, of.IsOutside);
        form.Lines.AddRange(BenefitLineForm.Blank(SpreadingForm.MostLines).Skip(form.Lines.Count));
        return form;
    }
}
