using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Rewards;

/// <summary>发放: once, with its voucher.</summary>
public sealed class RewardForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "凭证号"), StringLength(60, ErrorMessage = "凭证号不超过 60 个字。")]
    public string? Voucher { get; set; }

    [Display(Name = "发放日期"), Required(ErrorMessage = "请填写发放日期。")]
    public DateOnly? On { get; set; }

    public Craftsman? Of { get; internal set; }
    public CraftsmanReward? Reward { get; internal set; }
}

[Route("craftsmen/{id:int}/reward"), Authorize(Policies.NameCraftsmen)]
public sealed class CraftsmanRewardController(CompetitionsDb db, CraftsmanDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var form = await Filled(new RewardForm { On = clock.Today() }, id);
        form.Version = form.Reward!.Version;
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, RewardForm form)
    {
        await Filled(form, id);
        db.Entry(form.Reward!).Property(r => r.Version).OriginalValue = form.Version;
        form.Reward!.Pay(form.Voucher ?? "", form.On!.Value, clock.Today(), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("craftsman.reward-pay", $"{id}", why: form.Voucher);
        TempData["Done"] = "已登记发放。";
        return Redirect($"/craftsmen/honour-day?year={form.Reward.Year}");
    }

    async Task IFills.Fill(IForm form)
    {
        db.ChangeTracker.Clear();
        await Filled((RewardForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
    }

    private async Task<RewardForm> Filled(RewardForm form, int id)
    {
        form.Of = await desk.Find(id, Policies.NameCraftsmen);
        form.Reward = Missing.Unless(await db.CraftsmanRewards.SingleOrDefaultAsync(r => r.CraftsmanId == id));
        return form;
    }
}
