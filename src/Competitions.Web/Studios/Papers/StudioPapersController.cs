using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Papers;

public sealed class StudioPaperForm : IForm
{
    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称，例如：工作室管理制度。"), StringLength(60, ErrorMessage = "名称不超过 60 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "文件"), Required(ErrorMessage = "请选择文件。")]
    public IFormFile? File { get; set; }

    public string? StudioName { get; internal set; }
}

/// <summary>制度 and other papers; and every file of a studio by its hash, as a file of its own and never as a page of this house.</summary>
[Route("studios/{id:int}/papers"), Authorize(Policies.ReadStudios)]
public sealed class StudioPapersController(CompetitionsDb db, StudioDesk desk, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int Most = 30;

    [HttpGet("new"), Authorize(Policies.KeepStudios)]
    public async Task<IActionResult> New(int id) => View(new StudioPaperForm { StudioName = (await desk.Find(id, Policies.KeepStudios)).Name });

    [HttpPost(""), Authorize(Policies.KeepStudios), UploadLimit]
    public async Task<IActionResult> Create(int id, StudioPaperForm form)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        Refusal.Unless(studio.Stands, "studio.over");
        Refusal.Unless(await db.StudioPapers.CountAsync(p => p.StudioId == id) < Most, "studio-paper.too-many", Most);
        db.Add(new StudioPaper(id, form.Title, (await desk.Keep(form.File))!, User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("studio.paper", $"{id}", why: form.Title);
        TempData["Done"] = "文件已上传。";
        return Redirect($"/studios/{id}#papers");
    }

    [HttpGet("{hash}")]
    public async Task<IActionResult> Show(int id, string hash)
    {
        await desk.Find(id, Policies.ReadStudios);
        var file = await db.StudioActivities.AsNoTracking().Where(a => a.StudioId == id && a.Photo!.Hash == hash).Select(a => a.Photo).FirstOrDefaultAsync()
            ?? await db.StudioFundings.AsNoTracking().Where(f => f.StudioId == id && f.Paper.Hash == hash).Select(f => f.Paper).FirstOrDefaultAsync()
            ?? await db.StudioPapers.AsNoTracking().Where(p => p.StudioId == id && p.File.Hash == hash).Select(p => p.File).FirstOrDefaultAsync();
        var found = Missing.Unless(file);
        return File(store.Open(found.Hash), found.ContentType, found.Name);
    }

    async Task IFills.Fill(IForm form) => ((StudioPaperForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.KeepStudios)).Name;
}
