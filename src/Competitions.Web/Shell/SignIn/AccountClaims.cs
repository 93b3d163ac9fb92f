using System.Security.Claims;
using Competitions.Data.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Competitions.Web.Shell;

/// <summary>The cookie says who it is and how he is called; what he may do is read from the database at each request.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    public const string MustChangePassword = "must-change-password";
    public const string WorkerId = "worker";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim("name", user.DisplayName));
        if (user.WorkerId is { } worker)
        {
            identity.AddClaim(new Claim(WorkerId, $"{worker}"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, ""));
        }

        return identity;
    }
}

/// <summary>An account that an administrator has locked signs in by no way at all.</summary>
public sealed class NotLocked : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.LockedAt is null);
}

public static class FirstPasswordChange
{
    /// <summary>Who still has his first password sees the page that changes it, and no other.</summary>
    public static IApplicationBuilder UseFirstPasswordChange(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.HasClaim(c => c.Type == AccountClaims.MustChangePassword) && context.RequestServices.GetRequiredService<SignIn.MySeat>().Held is null
            && !context.Request.Path.StartsWithSegments("/password", StringComparison.Ordinal)
            && !context.Request.Path.StartsWithSegments("/sign-out", StringComparison.Ordinal))
        {
            context.Response.Redirect("/password/edit");
            return Task.CompletedTask;
        }

        return next(context);
    });
}

public sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "这个用户名已经有人用了，请换一个。");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "用户名不能为空。");

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"密码至少 {length} 个字符。");

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "密码应含数字。");

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), "密码应含小写字母。");

    public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper), "密码应含大写字母。");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "原密码不对，请重新输入。");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
