using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Patents.Papers;

/// <summary>The certificate and other papers of a patent: its unit brings them, who sees the patent reads them, as files of their own.</summary>
[Route("patents/{id:int}/papers"), Authorize(Policies.ReadPatents)]
public sealed class PatentPapersController(CompetitionsDb db, PatentDesk desk, InnovationDesk innovations, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost(""), Authorize(Policies.KeepPatents), UploadLimit]
    public async Task<IActionResult> Create(int id, string? title, IFormFile? file)
    {
        await desk.ToChange(id);
        Refusal.Unless(file is not null, "upload.no-file");
        Refusal.Unless(await db.PatentPapers.CountAsync(p => p.PatentId == id) < PatentPaper.Most, "patent.paper-too-many", PatentPaper.Most);
        db.Add(new PatentPaper(id, title ?? "", (await innovations.Keep(file))!, User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("patent.paper", $"{id}");
        TempData["Done"] = "材料已上传。";
        return Redirect($"/patents/{id}#papers");
    }

    [HttpGet("{paper:int}")]
    public async Task<IActionResult> Show(int id, int paper)
    {
        Missing.Unless(await (await desk.Visible()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id));
        var found = Missing.Unless(await db.PatentPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paper && p.PatentId == id));
        Response.Headers.CacheControl = "no-store";
        return File(store.Open(found.File.Hash), found.File.ContentType, found.File.Name);
    }
}
