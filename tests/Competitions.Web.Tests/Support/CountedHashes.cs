using Competitions.Data.People;
using Microsoft.AspNetCore.Identity;

namespace Competitions.Web.Tests.Support;

/// <summary>The program's own hasher, and how often it was asked.</summary>
public sealed class CountedHashes : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> _hasher = new();
    private int _count;

    public int Count => _count;

    public string HashPassword(Account user, string password)
    {
        Interlocked.Increment(ref _count);
        return _hasher.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _count);
        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
