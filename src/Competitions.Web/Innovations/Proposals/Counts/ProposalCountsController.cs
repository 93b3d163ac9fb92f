using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Innovations.Proposals.Counts;

public sealed record ProposalCountsPage(int Year, IReadOnlyList<ProposalCount> Units, int Late)
{
    public IEnumerable<IGrouping<string, ProposalCount>> Towns => Units.GroupBy(u => u.TownName ?? "直属");
}

/// <summary>提交, 采纳, 实施 of a year by town and unit: what targets and 安康杯 count.</summary>
[Route("proposal-counts"), Authorize(Policies.ReadProposals)]
public sealed class ProposalCountsController(CompetitionsDb db, ProposalDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year)
    {
        var (of, visible) = (Year(year), await desk.Visible());
        return View(new ProposalCountsPage(of, await db.Counted(visible, of), ProposalList.Late(visible, clock.Today()).Count()));
    }

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Rows(int? year)
    {
        var of = Year(year);
        var units = await db.Counted(await desk.Visible(), of);
        await audit.Write("proposal.export", $"{of}");
        return SheetFile.Of($"合理化建议统计-{of}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            book.Begin("合理化建议统计", [28, 36, 10, 10, 10, 10, 12, 16]);
            book.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，{of} 年，各项按发生的日期计。", Look.Note));
            book.Row(((string[])["镇街", "单位", "提交", "提交人数", "采纳", "实施", "效果确认", "净效益（元）"]).Select(h => new Cell(h, Look.Header)));
            foreach (var u in units)
            {
                book.Row(u.TownName, u.UnitName, u.Submitted, u.People, u.Adopted, u.Implemented, u.Confirmed, u.Net);
            }
        });
    }

    private int Year(int? asked) => asked is >= 2000 and <= 2100 ? asked.Value : clock.Today().Year;
}
