using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Competitions.Data.People;

/// <summary>Keeps an account's tokens (the key of its authenticator, its recovery codes) sealed: who copies the database makes no code from them.</summary>
public sealed class AccountStore(CompetitionsDb db, FieldCipher cipher, IdentityErrorDescriber errors) : UserOnlyStore<Account, CompetitionsDb>(db, errors)
{
    private const string Field = "account.token";

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Convert.ToBase64String(cipher.Seal(Field, value).Bytes), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? cipher.Open(Field, Convert.FromBase64String(kept)) : null;
}
