using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Violations.Withdrawals;

public sealed class ViolationWithdrawalForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请写明撤销的原因。"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string Why { get; set; } = "";
}

/// <summary>撤销: it counts no longer, and stays in the register with the reason.</summary>
[Route("events/{code}/violations/{id:int}/withdrawal"), Authorize(Policies.RuleOnViolations)]
public sealed class ViolationWithdrawalsController(CompetitionsDb db, ViolationDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id) => View(new ViolationWithdrawalForm { Id = id, Version = (await desk.Load(code, id)).Version });

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, ViolationWithdrawalForm form)
    {
        var violation = await desk.Load(code, id);
        db.Entry(violation).Property(v => v.Version).OriginalValue = form.Version;
        violation.Withdraw(desk.Me, clock.UtcNow(), form.Why);
        await db.SaveChangesAsync();
        await audit.Write("violation.withdraw", $"{code}/{id}", why: form.Why);
        TempData["Done"] = "已撤销，登记保留备查。";
        return Redirect($"/events/{code}/violations/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        ((ViolationWithdrawalForm)form).Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await desk.Load((string)RouteData.Values["code"]!, ((ViolationWithdrawalForm)form).Id);
    }
}
