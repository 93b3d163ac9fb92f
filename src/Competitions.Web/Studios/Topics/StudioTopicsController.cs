using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Topics;

public sealed class StudioTopicForm : IForm
{
    public static readonly IReadOnlyList<string> Sources = ["自选", "企业下达", "上级委托", "揭榜挂帅"];

    public int Version { get; set; }

    [Display(Name = "课题名称"), Required(ErrorMessage = "请填写课题名称。"), StringLength(100, ErrorMessage = "课题名称不超过 100 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "来源"), StringLength(20)]
    public string Source { get; set; } = "自选";

    [Display(Name = "开始日期"), Required(ErrorMessage = "请填写开始日期。")]
    public DateOnly? From { get; set; }

    [Display(Name = "结束日期")]
    public DateOnly? To { get; set; }

    [Display(Name = "状态")]
    public TopicStage Stage { get; set; }

    [Display(Name = "年效益")]
    public decimal Benefit { get; set; }

    [Display(Name = "完成情况"), StringLength(500, ErrorMessage = "完成情况不超过 500 个字。")]
    public string? Outcome { get; set; }

    public string? StudioName { get; internal set; }
}

/// <summary>攻关课题 of a studio.</summary>
[Route("studios/{id:int}/topics"), Authorize(Policies.KeepStudios)]
public sealed class StudioTopicsController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(new StudioTopicForm { StudioName = (await desk.Find(id, Policies.KeepStudios)).Name, From = clock.Today() });

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, StudioTopicForm form)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        Refusal.Unless(studio.Stands, "studio.over");
        var topic = new StudioTopic(id);
        Write(topic, form);
        db.Add(topic);
        await db.SaveChangesAsync();
        await audit.Write("studio.topic", $"{id}");
        TempData["Done"] = "课题已登记。";
        return Redirect($"/studios/{id}?year={form.From!.Value.Year}#topics");
    }

    [HttpGet("{topic:int}/edit")]
    public async Task<IActionResult> Edit(int id, int topic)
    {
        var (studio, found) = await Find(id, topic);
        return View(new StudioTopicForm
        {
            StudioName = studio.Name, Version = found.Version, Title = found.Title, Source = found.Source, From = found.From, To = found.To, Stage = found.Stage, Benefit = decimal.Round(found.Benefit, 2), Outcome = found.Outcome,
        });
    }

    [HttpPost("{topic:int}")]
    public async Task<IActionResult> Update(int id, int topic, StudioTopicForm form)
    {
        var (studio, found) = await Find(id, topic);
        Refusal.Unless(studio.Stands, "studio.over");
        db.Entry(found).Property(t => t.Version).OriginalValue = form.Version;
        Write(found, form);
        await db.SaveChangesAsync();
        await audit.Write("studio.topic", $"{id}");
        TempData["Done"] = "课题已修改。";
        return Redirect($"/studios/{id}?year={found.From.Year}#topics");
    }

    async Task IFills.Fill(IForm form) => ((StudioTopicForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.KeepStudios)).Name;

    private async Task<(Studio Studio, StudioTopic Topic)> Find(int id, int topic) =>
        (await desk.Find(id, Policies.KeepStudios), Missing.Unless(await db.StudioTopics.SingleOrDefaultAsync(t => t.Id == topic && t.StudioId == id)));

    private static void Write(StudioTopic topic, StudioTopicForm form) => topic.Write(form.Title, form.Source, form.From!.Value, form.To, form.Stage, form.Benefit, form.Outcome ?? "");
}
