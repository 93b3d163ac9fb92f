using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Innovations.Counts;

public sealed record InnovationCountsPage(int Year, IReadOnlyList<InnovationCount> Units)
{
    public IEnumerable<IGrouping<string, InnovationCount>> Towns => Units.GroupBy(u => u.TownName ?? "直属");
}

/// <summary>Named and spread in a year by town and unit: of operation methods only what was spread counts as 总结推广.</summary>
[Route("innovation-counts"), Authorize(Policies.ReadInnovations)]
public sealed class InnovationCountsController(CompetitionsDb db, InnovationDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year)
    {
        var of = Year(year);
        return View(new InnovationCountsPage(of, await db.Counted(await desk.Visible(), of)));
    }

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(int? year)
    {
        var of = Year(year);
        var units = await db.Counted(await desk.Visible(), of);
        await audit.Write("innovation.count-export", $"{of}");
        return SheetFile.Of($"成果推广统计-{of}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            book.Begin("成果推广统计", [28, 36, 12, 14, 14, 16, 12, 12, 18]);
            book.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，{of} 年：命名按命名日期，推广按区总确认日期；操作法首次有确认的推广，计入总结推广。", Look.Note));
            book.Row(((string[])["镇街", "单位", "五小命名", "五小首次推广", "操作法命名", "操作法总结推广", "推广单位", "培训人数", "推广年效益（元）"]).Select(h => new Cell(h, Look.Header)));
            foreach (var u in units)
            {
                book.Row(u.TownName, u.UnitName, u.FiveSmall, u.FiveSmallSpread, u.Methods, u.MethodsSpread, u.Spreadings, u.Trained, u.Net);
            }
        });
    }

    private int Year(int? asked) => asked is >= 2000 and <= 2100 ? asked.Value : clock.Today().Year;
}
