using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Honours;

public enum CertificateStage
{
    /// <summary>有效.</summary>
    Valid,

    /// <summary>已撤销.</summary>
    Withdrawn,

    /// <summary>已换发: another one took its place.</summary>
    Reissued,
}

/// <summary>What is printed on it, word by word: a later rename changes nothing.</summary>
/// <param name="Addressee">沈嘉禾.</param>
/// <param name="Salutation">同志： after a person, ： after a team or unit.</param>
/// <param name="Body">Up to the award: 在…中成绩优异，荣获.</param>
/// <param name="Award">一等奖·第一名.</param>
/// <param name="Members">Of a team; empty else.</param>
public sealed record CertificateText(string Title, string Addressee, string Salutation, string Body, string Award, string Closing, string Members, string Grantor, DateOnly On);

/// <summary>The unguessable part of a certificate.</summary>
/// <param name="Value">In the QR: at least 64 random bits, here 128.</param>
/// <param name="Check">核验码: typed beside the number, 40 random bits of their own.</param>
public sealed record CertificateToken(string Value, string Check)
{
    /// <summary>Without what is taken for something else when it is read aloud or copied by hand: 0, 1, I, O.</summary>
    public const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int TokenBytes = 16, CheckLetters = 8;

    public static CertificateToken Random() => new(
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        RandomNumberGenerator.GetString(Letters, CheckLetters).Insert(CheckLetters / 2, "-"));
}

/// <summary>证书: one number, once. Living, it is the only one of its honour.</summary>
public sealed class Certificate
{
    private Certificate()
    {
    }

    /// <param name="number">From its series, in the transaction that stores it.</param>
    /// <exception cref="Refusal">certificate.not-granted, .granted-elsewhere</exception>
    public Certificate(Honour honour, CertificateNumber number, CertificateText text, CertificateToken token, string by, DateTime at)
    {
        Refusal.Unless(honour.Stage is HonourStage.Granted, "certificate.not-granted");
        Refusal.Unless(!honour.GrantedElsewhere, "certificate.granted-elsewhere", honour.GrantorName);
        (HonourId, LivingOf, Kind, Text) = (honour.Id, honour.Id, honour.HolderKind, text);
        (Series, Year, Sequence, Number) = (number.Series, number.Year, number.Sequence, number.Text);
        (Token, Check, IssuedOn, By, At) = (token.Value, token.Check, text.On, by, at);
        Fingerprint = FingerprintNow();
    }

    public int Id { get; private set; }
    public int HonourId { get; private set; }

    /// <summary>The honour while this one is valid, unique: one living certificate an honour.</summary>
    public int? LivingOf { get; private set; }
    public HolderKind Kind { get; private set; }
    public string Series { get; private set; } = "";
    public int Year { get; private set; }
    public int Sequence { get; private set; }
    public string Number { get; private set; } = "";
    public CertificateText Text { get; private set; } = null!;
    public string Token { get; private set; } = "";
    public string Check { get; private set; } = "";

    /// <summary>SHA-256 over what is printed, hex.</summary>
    public string Fingerprint { get; private set; } = "";
    public DateOnly IssuedOn { get; private set; }
    public CertificateStage Stage { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string Why { get; private set; } = "";
    public int? ReplacesId { get; private set; }
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
    public int Version { get; private set; }

    public string FingerprintNow() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Number, Text.Title, Text.Addressee, Text.Body, Text.Award, Text.Members, Text.Grantor, Text.On.ToString("O", CultureInfo.InvariantCulture)))));

    /// <exception cref="Refusal">certificate.not-valid, .reason-missing</exception>
    public void Withdraw(string why, DateTime at) => End(CertificateStage.Withdrawn, why, at);

    /// <summary>Lost, or misprinted: this one ends, and <paramref name="by"/> takes its place.</summary>
    public void ReplaceBy(Certificate by, string why, DateTime at)
    {
        Refusal.Unless(by.HonourId == HonourId, "certificate.not-valid");
        End(CertificateStage.Reissued, why, at);
        by.ReplacesId = Id;
    }

    private void End(CertificateStage stage, string why, DateTime at)
    {
        Refusal.Unless(Stage is CertificateStage.Valid, "certificate.not-valid");
        Refusal.Unless(why.Trim().Length > 0, "certificate.reason-missing");
        (Stage, LivingOf, Why, EndedAt, Version) = (stage, null, why.Trim(), at, Version + 1);
    }
}
