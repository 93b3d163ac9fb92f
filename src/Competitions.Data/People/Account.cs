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
}
