namespace Competitions.Honours;

/// <summary>
/// 持证人链接: whoever has its token sees the certificate with the whole name and fetches the credential. One a certificate; a new one
/// ends the one before. The token lies sealed, and is found by its keyed index.
/// </summary>
public sealed class HolderLink
{
    public const int Days = 366;

    private HolderLink()
    {
    }

    /// <param name="token">At least 128 random bits, never the token of the QR.</param>
    /// <exception cref="Refusal">certificate.not-valid</exception>
    public HolderLink(Certificate certificate, SealedField token, string by, DateTime at)
    {
        Refusal.Unless(certificate.Stage is CertificateStage.Valid, "certificate.not-valid");
        CertificateId = certificate.Id;
        Give(token, by, at);
    }

    public int Id { get; private set; }
    public int CertificateId { get; private set; }
    public byte[] TokenSealed { get; private set; } = [];
    public string TokenIndex { get; private set; } = "";
    public string By { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>UTC; it opens nothing from then on.</summary>
    public DateTime EndsAt { get; private set; }
    public int Version { get; private set; }

    public bool OpensAt(DateTime at) => at < EndsAt;

    /// <summary>更换: the link before opens nothing any more.</summary>
    /// <exception cref="Refusal">certificate.not-valid</exception>
    public void Renew(Certificate certificate, SealedField token, string by, DateTime at)
    {
        Refusal.Unless(certificate.Id == CertificateId && certificate.Stage is CertificateStage.Valid, "certificate.not-valid");
        Give(token, by, at);
    }

    /// <summary>停用.</summary>
    /// <exception cref="Refusal">holder-link.ended</exception>
    public void End(DateTime at)
    {
        Refusal.Unless(OpensAt(at), "holder-link.ended");
        (EndsAt, Version) = (at, Version + 1);
    }

    private void Give(SealedField token, string by, DateTime at) =>
        (TokenSealed, TokenIndex, By, At, EndsAt, Version) = (token.Bytes, token.Index, by, at, at.AddDays(Days), Version + 1);
}
