using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Exports;

/// <summary>The list of contests as it is filtered, as a workbook.</summary>
[Route("contests"), Authorize(Policies.ReadContests)]
public sealed class ContestExportsController(ContestList list, AuditTrail audit) : Controller
{
    private static readonly string[] Header = ["编码", "赛事", "主办组织", "级别", "年度", "状态", "赛项", "报名", "名额", "报名开始", "报名截止", "开赛", "结束", "备案号"];

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Index(ContestFilter filter)
    {
        var rows = await list.All(filter);
        await audit.Write("contests.export", $"{rows.Count}");
        var file = new MemoryStream();
        using (var sheet = new SheetWriter(file))
        {
            sheet.Begin("赛事", [16, 40, 26, 10, 8, 12, 8, 8, 8, 18, 18, 12, 12, 20]);
            sheet.Row(Header.Select(h => new Cell(h, Look.Header)));
            foreach (var r in rows)
            {
                sheet.Row(
                    r.Code, r.Name, r.Organisation, r.Level.Name(), r.Year, r.Stage.Name(), r.Events.Count, r.Entries, r.Capacity,
                    r.OpensAt?.Moment(), r.ClosesAt?.Moment(), r.StartsOn.Iso(), r.EndsOn.Iso(), r.FilingNumber);
            }
        }

        file.Position = 0;
        return File(file, SheetFile.ContentType, "技能赛事.xlsx");
    }
}
