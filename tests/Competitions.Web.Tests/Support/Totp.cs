using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Competitions.Data.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Support;

/// <summary>The phone: six digits by RFC 6238, from the key that it was shown.</summary>
public static class Totp
{
    /// <summary>The account has an authenticator from here on; its key.</summary>
    public static async Task<string> Key(App app, string account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var his = (await accounts.FindByIdAsync(account))!;
        await accounts.ResetAuthenticatorKeyAsync(his);
        await accounts.SetTwoFactorEnabledAsync(his, true);
        return (await accounts.GetAuthenticatorKeyAsync(his))!;
    }

    /// <param name="steps">Of thirty seconds from now; the server takes two in each direction.</param>
    public static string Code(string key, int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // what RFC 6238 and every phone do
        var hash = HMACSHA1.HashData(Base32(key.Replace(" ", "", StringComparison.Ordinal)), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & 0x7fffffff) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
