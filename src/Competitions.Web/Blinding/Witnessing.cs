using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding;

/// <summary>What a person signs with on somebody else's page.</summary>
/// <param name="Code">Of his authenticator; without meaning where he has none.</param>
public sealed record WitnessSignature(string? UserName, string? Password, string? Code);

/// <summary>A person signs in on somebody else's page, to witness what is done there: with lockout and audit as at the door.</summary>
public sealed class Witnessing(CompetitionsDb db, SignInManager<Account> signIn, SecondFactors factors, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The account of a supervisor of the event, who is not the caller.</summary>
    /// <exception cref="Refusal">witness.wrong: one sentence for whatever does not fit; draw.second-person</exception>
    public async Task<string> Supervisor(Event of, string me, WitnessSignature by)
    {
        var account = await signIn.UserManager.FindByNameAsync((by.UserName ?? "").Trim());
        if (account is null)
        {
            signIn.UserManager.PasswordHasher.HashPassword(new Account { DisplayName = "" }, by.Password ?? ""); // as long as for one who is there
        }

        var today = clock.Today();
        var known = account is not null && await IsHe(account, by.Password, by.Code);
        var fits = known && await db.Duties.AnyAsync(d => d.AccountId == account!.Id && d.EventId == of.Id && d.Kind == DutyKind.Supervisor && d.From <= today && (d.To == null || d.To >= today));
        await audit.Write("witness.sign", of.Code, fits, account?.Id, me);
        Refusal.Unless(fits, "witness.wrong");
        Refusal.Unless(account!.Id != me, "draw.second-person");
        return account.Id;
    }

    /// <summary>The caller once more: who opens codes is at the machine himself.</summary>
    /// <exception cref="Refusal">witness.own-password</exception>
    public async Task Again(Event of, string me, string? password, string? code)
    {
        var account = Missing.Unless(await signIn.UserManager.FindByIdAsync(me));
        var fits = await IsHe(account, password, code);
        await audit.Write("witness.sign", of.Code, fits, me, me);
        Refusal.Unless(fits, "witness.own-password");
    }

    /// <summary>The code is asked of whoever has an authenticator, and only after the right password: a wrong one uses no code up.</summary>
    private async Task<bool> IsHe(Account account, string? password, string? code) =>
        (await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true)).Succeeded && (!account.TwoFactorEnabled || await factors.Takes(account, code));
}
