using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.People.Activation;

public sealed class ActivationForm : IForm
{
    [Display(Name = "激活码"), Required, StringLength(40)]
    public string Code { get; set; } = "";

    [Display(Name = "证件号码后六位"), Required, RegularExpression(@"^\s*[0-9A-Za-z]{6}\s*\z", ErrorMessage = "请填写证件号码的最后六位，末位是 X 的填 X。")]
    public string IdEnd { get; set; } = "";

    [Display(Name = "用户名"), Required, StringLength(50, MinimumLength = 3)]
    [RegularExpression(@"^[\p{L}\p{N}._@-]+\z", ErrorMessage = "用户名只用文字、数字和 . _ @ -，不含空格。")]
    public string UserName { get; set; } = "";

    [Display(Name = "密码"), Required, StringLength(100, MinimumLength = 10), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Display(Name = "再输一次密码"), Required, Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致。"), DataType(DataType.Password)]
    public string Again { get; set; } = "";
}

/// <summary>A worker opens his own account with the slip that his union gave him and the end of his ID number.</summary>
[Route("activation"), Authorize(Policies.Public)]
public sealed class ActivationController(SlipDesk desk, Visits visits, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public IActionResult New() => View(new ActivationForm());

    [HttpPost(""), EnableRateLimiting(RateLimits.Activation)]
    public async Task<IActionResult> Create(ActivationForm form)
    {
        try
        {
            var (slip, worker) = await desk.Find(form.Code, form.IdEnd);
            var account = await desk.Open(slip, worker, form.UserName, form.Password);
            await audit.Write("account.activate", account.Id, why: $"worker {worker.Id}", accountId: account.Id);
            await visits.Begin(account);
        }
        catch (Refusal no)
        {
            await audit.Write("account.activate", "-", allowed: false, why: no.Code);
            throw;
        }

        TempData["Done"] = "账号已激活。";
        return Redirect("/my/consents");
    }
}
