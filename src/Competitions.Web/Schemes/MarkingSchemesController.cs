using Competitions.Data;
using Competitions.Schemes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Schemes;

/// <summary>A version as the list of versions shows it.</summary>
public sealed record SchemeVersionRow(int Number, string Why, string By, DateTime At, DateTime? LockedAt);

/// <param name="Shown">The newest, or the one that was asked for.</param>
public sealed record SchemePage(SchemePlace Place, MarkingScheme? Shown, IReadOnlyList<SchemeVersionRow> Versions)
{
    public IReadOnlyDictionary<string, string> ModuleNames => Shown is null
        ? new Dictionary<string, string>()
        : Shown.Modules.ToDictionary(m => m.Key, m => Place.Event.Modules.FirstOrDefault(x => x.Code == m.Value)?.Name ?? m.Value);
}

[Route("events/{code}/scheme"), Authorize(Policies.ReadScheme)]
public sealed class MarkingSchemesController(CompetitionsDb db, SchemeDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string code, int? version)
    {
        var place = await desk.At(code);
        var shown = version is { } number && number != place.Newest?.Number
            ? Missing.Unless(await db.MarkingSchemes.AsNoTracking().SingleOrDefaultAsync(s => s.EventId == place.Event.Id && s.Number == number))
            : place.Newest;
        var versions = await (from s in db.MarkingSchemes where s.EventId == place.Event.Id join a in db.Users on s.By equals a.Id into accounts from a in accounts.DefaultIfEmpty()
                              orderby s.Number descending select new SchemeVersionRow(s.Number, s.Why, a.DisplayName ?? "", s.At, s.LockedAt)).ToListAsync();
        return View(new SchemePage(place, shown, versions));
    }
}
