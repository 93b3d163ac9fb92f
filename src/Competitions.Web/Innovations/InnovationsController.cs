using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Web.Innovations.Patents;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations;

public sealed record InnovationsPage(InnovationFilter Filter, PageOf<InnovationRow> Page, IReadOnlyList<SelectListItem> Organisations, DateOnly Today);

/// <param name="Keeps">An officer of its own unit.</param>
public sealed record InnovationPage(InnovationRow Row, IReadOnlyList<ApplicationPerson> People, IReadOnlyList<Spreading> Spreadings, bool Keeps)
{
    /// <summary>Null as long as nothing was written for the public.</summary>
    public Exhibit? Exhibit { get; init; }
    public IReadOnlyList<(int Id, string Title, string Stage)> Patents { get; init; } = [];

    /// <summary>Writes what is shown, or hides it.</summary>
    public bool Shows { get; init; }
}

/// <summary>成果: named 五小 and operation methods of the caller's units, and how far they spread.</summary>
[Route("innovations"), Authorize(Policies.ReadInnovations)]
public sealed class InnovationsController(CompetitionsDb db, InnovationDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(InnovationFilter filter) =>
        View(new InnovationsPage(filter, await (await desk.Filtered(filter)).ToPage(filter.Page), await desk.Organisations(), clock.Today()));

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(InnovationFilter filter)
    {
        var rows = await (await desk.Filtered(filter)).ToListAsync();
        await audit.Write("innovation.export", $"{rows.Count}");
        return SheetFile.Of($"成果推广-{clock.Today().Iso()}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            book.Begin("成果推广", [40, 14, 24, 36, 10, 14, 18, 12, 20]);
            book.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，推广只计已确认的。", Look.Note));
            book.Row(((string[])["成果", "类别", "命名", "单位", "年度", "命名日期", "本单位年效益（元）", "推广单位", "推广年效益（元）"]).Select(h => new Cell(h, Look.Header)));
            foreach (var r in rows)
            {
                book.Row(r.Title, InnovationWords.KindName(r.Kind), r.Grade, r.UnitName, r.Year, r.NamedOn?.Iso(), r.Amount?.ToString("0.##", CultureInfo.InvariantCulture), r.Spreads, r.Net);
            }
        });
    }

    [HttpGet("{innovation:int}")]
    public async Task<IActionResult> Show(int innovation)
    {
        var row = await desk.Find(innovation);
        return View(new InnovationPage(
            row, await db.Applications.Where(a => a.Id == innovation).SelectMany(a => a.People).OrderBy(p => p.Order).AsNoTracking().ToListAsync(),
            await db.Spreadings.AsNoTracking().Where(s => s.ApplicationId == innovation && s.Stage != SpreadingStage.Withdrawn).OrderByDescending(s => s.From).ToListAsync(), await desk.Keeps(row.UnitId))
        {
            Exhibit = await db.Exhibits.AsNoTracking().SingleOrDefaultAsync(e => e.ApplicationId == innovation),
            Patents = [.. (await db.Patents.AsNoTracking().Where(p => p.ApplicationId == innovation).Select(p => new { p.Id, p.Title, p.Stage }).ToListAsync()).Select(p => (p.Id, p.Title, p.Stage.Name()))],
            Shows = await desk.Keeps(row.UnitId) || await desk.Confirms(row.UnitId),
        });
    }
}
