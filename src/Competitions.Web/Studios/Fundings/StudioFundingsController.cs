using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Fundings;

public sealed class StudioFundingForm : IForm
{
    [Display(Name = "类别"), Required(ErrorMessage = "请选择类别。"), StringLength(20)]
    public string Kind { get; set; } = StudioFunding.KindsOut[0];

    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "金额"), Required(ErrorMessage = "请填写金额。")]
    public decimal? Amount { get; set; }

    [Display(Name = "凭证号"), Required(ErrorMessage = "请填写凭证号。"), StringLength(60, ErrorMessage = "凭证号不超过 60 个字。")]
    public string Voucher { get; set; } = "";

    [Display(Name = "用途"), StringLength(100, ErrorMessage = "用途不超过 100 个字。")]
    public string? Note { get; set; }

    [Display(Name = "凭证")]
    public IFormFile? Paper { get; set; }

    public string? StudioName { get; internal set; }
}

/// <summary>经费 in or out: the kind says which; a line is never changed, a wrong one is set off by another.</summary>
[Route("studios/{id:int}/fundings"), Authorize(Policies.KeepStudios)]
public sealed class StudioFundingsController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(new StudioFundingForm { StudioName = (await desk.Find(id, Policies.KeepStudios)).Name, On = clock.Today() });

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(int id, StudioFundingForm form)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        Refusal.Unless(studio.Stands, "studio.over");
        var isIncome = StudioFunding.KindsIn.Contains(form.Kind);
        db.Add(new StudioFunding(id, isIncome, form.Kind, form.On!.Value, form.Amount!.Value, form.Voucher, form.Note ?? "", await desk.Keep(form.Paper), User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("studio.funding", $"{id}");
        TempData["Done"] = isIncome ? "收入已登记。" : "支出已登记。";
        return Redirect($"/studios/{id}?year={form.On.Value.Year}#funds");
    }

    async Task IFills.Fill(IForm form) => ((StudioFundingForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.KeepStudios)).Name;
}
