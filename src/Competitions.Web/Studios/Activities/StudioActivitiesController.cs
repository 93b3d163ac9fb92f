using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Activities;

public sealed class StudioActivityForm : IForm
{
    [Display(Name = "类别")]
    public ActivityKind Kind { get; set; }

    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "主题"), Required(ErrorMessage = "请填写主题。"), StringLength(100, ErrorMessage = "主题不超过 100 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "参加人数"), Range(1, 100_000, ErrorMessage = "参加人数应为 1 到 100000 的整数。")]
    public int People { get; set; } = 1;

    [Display(Name = "内容"), StringLength(1000, ErrorMessage = "内容不超过 1000 个字。")]
    public string? Text { get; set; }

    [Display(Name = "照片")]
    public IFormFile? Photo { get; set; }

    public string? StudioName { get; internal set; }
}

/// <summary>活动与培训, with a photo.</summary>
[Route("studios/{id:int}/activities"), Authorize(Policies.KeepStudios)]
public sealed class StudioActivitiesController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(new StudioActivityForm { StudioName = (await desk.Find(id, Policies.KeepStudios)).Name, On = clock.Today() });

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(int id, StudioActivityForm form)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        Refusal.Unless(studio.Stands, "studio.over");
        db.Add(new StudioActivity(id, form.Kind, form.On!.Value, form.Title, form.People, form.Text ?? "", await desk.Keep(form.Photo), User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("studio.activity", $"{id}");
        TempData["Done"] = "活动已登记。";
        return Redirect($"/studios/{id}?year={form.On.Value.Year}#activities");
    }

    async Task IFills.Fill(IForm form) => ((StudioActivityForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.KeepStudios)).Name;
}
