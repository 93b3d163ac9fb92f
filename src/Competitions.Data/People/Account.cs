using Microsoft.AspNetCore.Identity;

namespace Competitions.Data.People;

/// <summary>A way to sign in. A worker may have none; an account may have no worker.</summary>
public sealed class Account : IdentityUser
{
    public required string DisplayName { get; set; }

    /// <summary>Set for a person who signs in as himself; one account a worker.</summary>
    public int? WorkerId { get; set; }

    /// <summary>A first or reset password is changed before anything else is done.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The union body whose administrators keep it; null for the administrators of the whole house.</summary>
    public int? OrganisationId { get; set; }

    public DateTime? LastSignInAt { get; set; }

    /// <summary>Set while an administrator keeps it closed, apart from the lock that wrong passwords bring for a while.</summary>
    public DateTime? LockedAt { get; private set; }

    public string? LockedWhy { get; private set; }

    /// <exception cref="Refusal">account.reason-missing, account.already-locked</exception>
    public void Lock(string why, DateTime at)
    {
        Refusal.Unless(why.Trim().Length >= 2, "account.reason-missing");
        Refusal.Unless(LockedAt is null, "account.already-locked");
        (LockedAt, LockedWhy) = (at, why.Trim());
    }

    /// <summary>Opens it again, whoever or whatever had closed it.</summary>
    public void Unlock() => (LockedAt, LockedWhy, LockoutEnd, AccessFailedCount) = (null, null, null, 0);
}
