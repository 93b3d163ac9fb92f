using Competitions.Data;
using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.KeyProjects;

public sealed record KeyProjectsPage(KeyProjectFilter Filter, PageOf<KeyProjectRow> Page, IReadOnlyList<SelectListItem> Organisations, DateOnly Today);

/// <param name="Weighs">Per cent of its union's projects of the year together.</param>
public sealed record KeyProjectPage(KeyProjectPlace Place, IReadOnlyList<ApplicationPerson> People, IReadOnlyDictionary<string, string> Names, decimal Weighs, DateOnly Today)
{
    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

/// <summary>重点创新项目 of the units in the caller's scope.</summary>
[Route("key-projects"), Authorize(Policies.ReadInnovations)]
public sealed class KeyProjectsController(CompetitionsDb db, KeyProjectDesk desk, InnovationDesk innovations, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(KeyProjectFilter filter) =>
        View(new KeyProjectsPage(filter, await (await desk.Filtered(filter)).ToPage(filter.Page), await innovations.Organisations(), clock.Today()));

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(KeyProjectFilter filter)
    {
        var rows = await (await desk.Filtered(filter)).ToListAsync();
        await audit.Write("key-project.export", $"{rows.Count}");
        return SheetFile.Of($"重点创新项目-{clock.Today().Iso()}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            book.Begin("重点创新项目", [40, 36, 10, 14, 12, 14, 12, 12, 12, 12]);
            book.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出。考核得分 = 权重 × 等次系数。", Look.Note));
            book.Row(((string[])["项目", "单位", "年度", "改革方向", "权重（%）", "状态", "里程碑", "已完成", "等次", "考核得分"]).Select(h => new Cell(h, Look.Header)));
            foreach (var r in rows)
            {
                book.Row(r.Title, r.UnitName, r.Year, r.Theme, r.Weight.Plain(), r.Stage.Name(), r.Milestones, r.Done, r.Grade?.Name(), r.Score?.Plain());
            }
        });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var place = await desk.Find(id);
        var accounts = place.Of.History.Select(h => h.By).Distinct().ToList();
        return View(new KeyProjectPage(
            place, await db.Applications.Where(a => a.Id == place.Of.ApplicationId).SelectMany(a => a.People).OrderBy(p => p.Order).AsNoTracking().ToListAsync(),
            await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), await desk.Weighs(place.Of.UnitId, place.Of.Year), clock.Today()));
    }

    /// <summary>Evidence by its hash, as a file of its own.</summary>
    [HttpGet("{id:int}/papers/{hash}")]
    public async Task<IActionResult> Paper(int id, string hash)
    {
        var of = (await desk.Find(id)).Of;
        var paper = Missing.Unless(of.Milestones.Select(m => m.Evidence).Append(of.Conclusion).FirstOrDefault(f => f?.Hash == hash));
        Response.Headers.CacheControl = "no-store";
        return File(store.Open(paper.Hash), paper.ContentType, paper.Name);
    }
}

/// <summary>The project that an application became.</summary>
public sealed class KeyProjectLinks(KeyProjectDesk desk) : IApplicationLinks
{
    public async Task<IEnumerable<ApplicationLink>> Of(Application application, Call call) =>
        application.Stage is not ApplicationStage.Named || call.Kind != KeyProjectForm.Code ? []
        : (await (await desk.Visible()).Where(p => p.ApplicationId == application.Id).Select(p => new { p.Id, p.Title }).ToListAsync()).Select(p => new ApplicationLink("重点创新项目", p.Title, $"/key-projects/{p.Id}"));
}
