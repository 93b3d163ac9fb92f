using System.ComponentModel.DataAnnotations;
using Competitions.Data.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.SignIn;

public sealed class PasswordForm : IForm
{
    [Display(Name = "原密码"), Required, StringLength(100), DataType(DataType.Password)]
    public string Old { get; set; } = "";

    [Display(Name = "新密码"), Required, StringLength(100, MinimumLength = 10), DataType(DataType.Password)]
    public string New { get; set; } = "";

    [Display(Name = "再输一次新密码"), Required, Compare(nameof(New), ErrorMessage = "两次输入的新密码不一致。"), DataType(DataType.Password)]
    public string Again { get; set; } = "";
}

[Route("password"), Authorize(Policies.SignedIn)]
public sealed class PasswordController(SignInManager<Account> signIn, Visits visits, AuditTrail audit) : Controller
{
    [HttpGet("edit")]
    public IActionResult Edit() => View(new PasswordForm());

    [HttpPost("")]
    public async Task<IActionResult> Update(PasswordForm form)
    {
        var account = Missing.Unless(await signIn.UserManager.GetUserAsync(User));
        Refusal.Unless(form.New != form.Old, "password.same");
        var done = await signIn.UserManager.ChangePasswordAsync(account, form.Old, form.New);
        await audit.Write("account.change-password", account.Id, done.Succeeded);
        Refusal.Unless(done.Succeeded, done.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? "password.wrong" : "password.weak");

        account.MustChangePassword = false;
        await signIn.UserManager.UpdateAsync(account);
        var strong = Visits.IsStrong(HttpContext);
        await visits.EndAll(account.Id); // whoever is signed in with the old password
        await visits.Begin(account, strong: strong);
        TempData["Done"] = "密码已修改，其他设备上的登录都已退出。";
        return Redirect("/");
    }
}
