using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals.Papers;

/// <summary>Papers and pictures, brought by the unit's officer or the worker; who sees the proposal reads them, as files of their own.</summary>
public sealed class PaperShelf(CompetitionsDb db, UploadStore store, AuditTrail audit, TimeProvider clock)
{
    public async Task Keep(Proposal of, string? title, IFormFile? file, string by)
    {
        Refusal.Unless(ProposalPaper.IsOpen(of.Stage), "proposal.paper-closed");
        Refusal.Unless(await db.ProposalPapers.CountAsync(p => p.ProposalId == of.Id) < ProposalPaper.Most, "proposal.paper-too-many", ProposalPaper.Most);
        var stored = await store.KeepPaper(file);
        db.Add(new ProposalPaper(of, title ?? "", UploadStore.NameOf(file!.FileName, stored.Kind), UploadStore.ContentTypeOf(stored.Kind), stored.Bytes, stored.Hash, by, clock.UtcNow()));
        await audit.Write("proposal.paper", $"{of.Id}");
        await db.SaveChangesAsync();
    }

    public async Task<FileStreamResult> Open(Proposal of, int paper, HttpResponse response)
    {
        var found = Missing.Unless(await db.ProposalPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paper && p.ProposalId == of.Id));
        response.Headers.CacheControl = "no-store";
        return new FileStreamResult(store.Open(found.Hash), found.ContentType) { FileDownloadName = found.Name };
    }
}

[Route("proposals/{id:int}/papers"), Authorize(Policies.ReadProposals)]
public sealed class ProposalPapersController(ProposalDesk desk, PaperShelf shelf) : Controller
{
    [HttpPost(""), Authorize(Policies.HandleProposals), UploadLimit]
    public async Task<IActionResult> Create(int id, string? title, IFormFile? file)
    {
        await shelf.Keep(await desk.ToChange(id), title, file, User.Account());
        TempData["Done"] = "材料已上传。";
        return Redirect($"/proposals/{id}");
    }

    [HttpGet("{paper:int}")]
    public async Task<IActionResult> Show(int id, int paper) =>
        await shelf.Open(Missing.Unless(await (await desk.Visible()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id)), paper, Response);
}

[Route("my/proposals/{id:int}/papers"), Authorize(Policies.Own)]
public sealed class MyProposalPapersController(ProposalDesk desk, PaperShelf shelf) : Controller
{
    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(int id, string? title, IFormFile? file)
    {
        await shelf.Keep(await Own(id), title, file, User.Account());
        TempData["Done"] = "材料已上传。";
        return Redirect($"/my/proposals/{id}");
    }

    [HttpGet("{paper:int}")]
    public async Task<IActionResult> Show(int id, int paper) => await shelf.Open(await Own(id), paper, Response);

    private async Task<Proposal> Own(int id) => Missing.Unless(await desk.Mine(this.WorkerId()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id));
}
