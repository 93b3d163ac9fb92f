using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Schemes.Exports;

/// <summary>A version in the layout of the CIS “Marking Scheme Import”; imported again it is the same scheme.</summary>
[Route("events/{code}/scheme"), Authorize(Policies.ReadScheme)]
public sealed class SchemeExportsController(CompetitionsDb db, AuditTrail audit) : Controller
{
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Index(string code, int? version)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var scheme = Missing.Unless(await db.MarkingSchemes.AsNoTracking().Where(s => s.EventId == of.Id && (version == null || s.Number == version)).OrderByDescending(s => s.Number).FirstOrDefaultAsync());
        await audit.Write("scheme.export", $"{code}/{scheme.Number}");
        return SheetFile.Of($"{of.Title}-评分方案-第{scheme.Number}版.xlsx", file => SchemeWriter.Write(scheme.Content, file));
    }
}
