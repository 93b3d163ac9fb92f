using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications.Papers;

/// <summary>Papers of an application: who writes it brings and removes them; who sees it reads them; who runs the call says which experts see.</summary>
[Route("applications/{id:int}/papers"), Authorize(Policies.ReadApplications)]
public sealed class ApplicationPapersController(CompetitionsDb db, ApplicationDesk desk, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost(""), Authorize(Policies.Declare), UploadLimit]
    public async Task<IActionResult> Create(int id, string? title, IFormFile? file)
    {
        var place = await ToWrite(id);
        Refusal.Unless(await db.ApplicationPapers.CountAsync(p => p.ApplicationId == id) < ApplicationPaper.Most, "application.too-many-papers", ApplicationPaper.Most);
        var stored = await store.KeepPaper(file);
        db.Add(new ApplicationPaper(place.Application, title ?? "", UploadStore.NameOf(file!.FileName, stored.Kind), UploadStore.ContentTypeOf(stored.Kind), stored.Bytes, stored.Hash, User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("application.paper-add", $"{id}", why: title ?? "");
        TempData["Done"] = "材料已上传。";
        return Redirect($"/applications/{id}#papers");
    }

    /// <summary>Always as a file of its own, never as a page of this house.</summary>
    [HttpGet("{paper:int}")]
    public async Task<IActionResult> Show(int id, int paper)
    {
        await desk.Find(id);
        var found = Missing.Unless(await db.ApplicationPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paper && p.ApplicationId == id));
        var file = store.Open(found.Hash);
        await audit.Write("application.paper-read", $"{id}", why: found.Title);
        Response.Headers.CacheControl = "no-store";
        return File(file, found.ContentType, found.Name);
    }

    /// <summary>Whether experts see it while they review blind: the formal check found neither name nor unit on it.</summary>
    [HttpPost("{paper:int}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Update(int id, int paper, bool blind)
    {
        var place = await desk.Find(id);
        var found = Missing.Unless(place.Runs ? await db.ApplicationPapers.SingleOrDefaultAsync(p => p.Id == paper && p.ApplicationId == id) : null);
        Refusal.Unless(place.Application.Stage is ApplicationStage.Recommended or ApplicationStage.Correcting or ApplicationStage.Accepted, "call.not-checking");
        found.ShowBlind(blind);
        await db.SaveChangesAsync();
        await audit.Write("application.paper-blind", $"{id}", why: $"{found.Title} {blind}");
        return Redirect($"/applications/{id}#papers");
    }

    [HttpPost("{paper:int}/delete"), Authorize(Policies.Declare)]
    public async Task<IActionResult> Delete(int id, int paper)
    {
        var place = await ToWrite(id);
        Refusal.Unless(place.Application.IsOpen, "application.not-open");
        var found = Missing.Unless(await db.ApplicationPapers.SingleOrDefaultAsync(p => p.Id == paper && p.ApplicationId == id));
        db.Remove(found);
        await db.SaveChangesAsync();
        await audit.Write("application.paper-remove", $"{id}", why: found.Title);
        TempData["Done"] = "材料已删除。";
        return Redirect($"/applications/{id}#papers");
    }

    private async Task<ApplicationPlace> ToWrite(int id)
    {
        var place = await desk.Find(id);
        return place.IsOwner ? place : throw new Missing();
    }
}
