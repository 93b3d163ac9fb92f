using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Competitions.Data;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Overviews.Adjustments;

public sealed class AdjustmentForm : IForm
{
    /// <summary>Of the mark: sent twice it is the same.</summary>
    public Guid Id { get; set; }

    /// <summary>The correction that is changed; empty for a new one.</summary>
    public string? Item { get; set; }

    /// <summary>The line of it that was seen.</summary>
    public long? After { get; set; }

    [Display(Name = "调整"), Required(ErrorMessage = "请填写加减的分数。")]
    public decimal? Points { get; set; }

    [Display(Name = "事由"), Required(ErrorMessage = "请写明调整的事由。"), StringLength(MarkReason.Longest, ErrorMessage = "事由不超过 200 个字。")]
    public string Why { get; set; } = "";
}

/// <summary>裁判长调整: points more or less, by the same path as every mark, and why.</summary>
[Route("events/{code}/overview/works/{work}/adjustments"), Authorize(Policies.LeadMarking)]
public sealed class AdjustmentsController(CompetitionsDb db, Scoretaking scoretaking, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string work, string? item, long? after)
    {
        await Known(code, work);
        return View(new AdjustmentForm { Id = Guid.NewGuid(), Item = item, After = after, Points = item is null ? null : 0 });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string work, AdjustmentForm form)
    {
        await Known(code, work);
        var item = form.Item is { Length: > 1 } known && known[0] is '+' or '-' ? form.Item : $"+{form.Id:N}";
        var value = JsonSerializer.SerializeToElement(form.Points!.Value.ToString(CultureInfo.InvariantCulture));
        var answer = (await scoretaking.Take(code, User.Account(), [new TabletMark(form.Id, work, item, value, clock.GetUtcNow(), form.After, form.Why)])).Single();
        if (answer.Refusal is { } refused)
        {
            throw new Refusal(refused);
        }

        await audit.Write("marks.adjust", $"{code}/{work}", why: form.Why);
        TempData["Done"] = "已记入账本。";
        return Redirect($"/events/{code}/overview/works/{work}");
    }

    async Task IFills.Fill(IForm form) => await Known((string)RouteData.Values["code"]!, (string)RouteData.Values["work"]!);

    private async Task Known(string code, string work) => Missing.Unless(await db.Works.AsNoTracking().SingleOrDefaultAsync(w => w.EventCode == code && w.Code == work));
}
