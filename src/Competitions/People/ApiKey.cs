using System.Security.Cryptography;
using System.Text;

namespace Competitions.People;

/// <summary>
/// 接口密钥: what a federation's own system reads through the API. It reaches as far as a duty of its kind at its organisation would,
/// from–to, and it reads only. Of the key itself nothing is kept but a hash.
/// </summary>
public sealed class ApiKey
{
    public const int MostDays = 366;
    public const int HintLength = 8;

    private ApiKey()
    {
    }

    /// <param name="key">As it is shown once; at least 256 random bits are in it.</param>
    /// <exception cref="Refusal">api-key.name, .kind, .days</exception>
    public ApiKey(Organisation organisation, string name, DutyKind kind, DateOnly from, DateOnly to, string key, string by, DateTime at)
    {
        Refusal.Unless(name.Trim().Length is > 1 and <= 50, "api-key.name");
        Refusal.Unless(Kinds.Contains(kind), "api-key.kind");
        Refusal.Unless(to >= from && to.DayNumber - from.DayNumber < MostDays, "api-key.days", MostDays);
        (OrganisationId, Name, Kind, From, To) = (organisation.Id, name.Trim(), kind, from, to);
        (Hash, Hint, MadeBy, MadeAt) = (HashOf(key), key[..HintLength], by, at);
    }

    /// <summary>Whose reach a system may have; a judge, a leader or an administrator is always a person.</summary>
    public static IReadOnlyList<DutyKind> Kinds { get; } = [DutyKind.FederationOfficer, DutyKind.TownOfficer, DutyKind.EnterpriseOfficer];

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public DutyKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>SHA-256, hexadecimal: what has 256 random bits needs no salt and no slow hash.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Its first characters, by which its owner knows it again.</summary>
    public string Hint { get; private set; } = "";
    public string MadeBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }
    public DateTime? LastUsedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public bool IsInForceOn(DateOnly day) => RevokedAt is null && From <= day && day <= To;

    /// <exception cref="Refusal">api-key.already-revoked</exception>
    public void Revoke(DateTime at)
    {
        Refusal.Unless(RevokedAt is null, "api-key.already-revoked");
        RevokedAt = at;
    }
}
