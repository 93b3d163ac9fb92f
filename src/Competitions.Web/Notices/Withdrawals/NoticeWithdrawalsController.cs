using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Notices.Withdrawals;

public sealed class NoticeWithdrawalForm : IForm
{
    public int Id { get; internal set; }

    [ValidateNever]
    public string Title { get; internal set; } = "";

    [Display(Name = "原因"), Required(ErrorMessage = "请写明撤回的原因，公示页会显示。"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string Why { get; set; } = "";
}

/// <summary>撤回: the list was wrong. It stays in the register with the reason, and another one may be given.</summary>
[Route("notices/{id:int}/withdrawal"), Authorize(Policies.HandleObjections)]
public sealed class NoticeWithdrawalsController(NoticeDesk desk, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(await Filled(new NoticeWithdrawalForm(), id));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, NoticeWithdrawalForm form)
    {
        await Filled(form, id);
        await desk.Withdraw(id, form.Why);
        await audit.Write("notice.withdraw", $"{id}", why: form.Why);
        TempData["Done"] = "公示已撤回。";
        return Redirect($"/notices/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((NoticeWithdrawalForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task<NoticeWithdrawalForm> Filled(NoticeWithdrawalForm form, int id)
    {
        var notice = await desk.Load(id, Policies.HandleObjections);
        (form.Id, form.Title) = (id, notice.Title);
        return form;
    }
}
