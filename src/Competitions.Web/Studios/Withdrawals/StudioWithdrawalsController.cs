using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Studios.Withdrawals;

public sealed class StudioWithdrawalForm : IForm
{
    public const string Closed = "Close";

    public int Version { get; set; }

    /// <summary>A ground of withdrawal, or <see cref="Closed"/>.</summary>
    [Display(Name = "情形"), Required(ErrorMessage = "请选择情形。"), StringLength(20)]
    public string? Ground { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请写明原因。"), StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    public string? StudioName { get; internal set; }

    public static IReadOnlyList<SelectListItem> Grounds { get; } =
    [
        new("请选择", ""), new("摘牌：整改后复核仍不合格", $"{WithdrawalGround.RecheckFailed}"), new("摘牌：连续两年考核不合格", $"{WithdrawalGround.TwiceFailed}"),
        new("摘牌：弄虚作假或发生重大事故", $"{WithdrawalGround.Misconduct}"), new("注销：单位关停、迁走或主动撤销", Closed),
    ];
}

/// <summary>摘牌 or 注销; everything that was stays to be read.</summary>
[Route("studios/{id:int}/withdrawal"), Authorize(Policies.NameStudios)]
public sealed class StudioWithdrawalsController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var studio = await desk.Find(id, Policies.NameStudios);
        return View(new StudioWithdrawalForm { Version = studio.Version, StudioName = studio.Name });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, StudioWithdrawalForm form)
    {
        var studio = await desk.ToChange(id, form.Version, Policies.NameStudios);
        var closes = form.Ground == StudioWithdrawalForm.Closed;
        if (closes)
        {
            studio.Make(StudioMove.Close, User.Account(), clock.UtcNow(), form.Why!);
        }
        else
        {
            var ground = Enum.TryParse<WithdrawalGround>(form.Ground, out var named) && Enum.IsDefined(named) ? named : throw new Refusal("studio.move-not-allowed");
            studio.Withdraw(ground, await desk.Record(id), form.Why!, User.Account(), clock.UtcNow());
        }

        await db.SaveChangesAsync();
        await audit.Write(closes ? "studio.close" : "studio.withdraw", $"{id}", why: form.Why);
        TempData["Done"] = closes ? "工作室已注销。" : "工作室已摘牌，历史保留。";
        return Redirect($"/studios/{id}");
    }

    async Task IFills.Fill(IForm form) => ((StudioWithdrawalForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.NameStudios)).Name;
}
