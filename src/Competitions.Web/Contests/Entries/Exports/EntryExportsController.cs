using Competitions.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Entries.Exports;

/// <summary>The list as it is filtered, as a workbook; no ID number or phone is in it.</summary>
[Route("events/{code}/entries"), Authorize(Policies.ReadEntries)]
public sealed class EntryExportsController(EntryDesk desk, EntryList list, AuditTrail audit) : Controller
{
    private static readonly string[] Header = ["编号", "准考证号", "选手", "队名", "组别", "参赛单位", "推荐工会", "状态", "资格检查", "依据"];

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Index(string code, EntryFilter filter)
    {
        var place = await desk.At(code);
        var rows = await list.All(place, filter);
        await audit.Write("entries.export", code);
        var groups = place.Event.Groups.ToDictionary(g => g.Code, g => g.Name);
        var file = new MemoryStream();
        using (var sheet = new SheetWriter(file))
        {
            sheet.Begin("报名", [8, 10, 16, 16, 14, 30, 16, 14, 14, 60]);
            sheet.Row(Header.Select(h => new Cell(h, Look.Header)));
            foreach (var row in rows)
            {
                sheet.Row(
                    $"{row.Id:0000}", row.AdmissionNumber, string.Join('、', row.People.Select(p => p.Name)), row.TeamName, groups.GetValueOrDefault(row.Group, row.Group), row.UnitName,
                    row.Town ?? "直属", row.Stage.Name(), EntryWords.Summary(row.Findings).Words,
                    string.Join('；', row.Findings.Where(f => f.Verdict is not Verdict.Pass).Select(f => $"{f.Rule.Name()}：{f.Sentence()}")));
            }
        }

        file.Position = 0;
        return File(file, SheetFile.ContentType, $"{place.Event.Title}-报名.xlsx");
    }
}
