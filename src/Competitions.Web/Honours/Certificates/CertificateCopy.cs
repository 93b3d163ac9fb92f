using Competitions.Honours;

namespace Competitions.Web.Honours.Certificates;

/// <summary>What stands where the stamp belongs.</summary>
public enum StampPlace
{
    /// <summary>样章 · 演示.</summary>
    Sample,

    /// <summary>Left free for the stamp that is put on by hand.</summary>
    Blank,

    /// <summary>The picture of a real one.</summary>
    Picture,

    /// <summary>电子件 · 扫码核验: a worker's own print.</summary>
    Copy,
}

/// <summary>A certificate as it is printed.</summary>
/// <param name="Address">Where the QR leads.</param>
/// <param name="Site">The same for those who type: host and /verify.</param>
/// <param name="Ended">已撤销 or 已换发, across the page; null while it is valid.</param>
public sealed record CertificateCopy(CertificateText Text, string Number, string Check, string Address, string Site, string? Ended)
{
    public static CertificateCopy Of(Certificate certificate, string site) => new(
        certificate.Text, certificate.Number, certificate.Check, $"{site}/verify/{certificate.Token}", $"{site[(site.IndexOf("//", StringComparison.Ordinal) + 2)..]}/verify",
        certificate.Stage is CertificateStage.Valid ? null : certificate.Stage.Name());

    /// <summary>Long names are set smaller, so that they stay on their line.</summary>
    public string AddresseeSize => Text.Addressee.Length switch { <= 12 => "", <= 22 => " nm-long", _ => " nm-longest" };

    public string AwardSize => Text.Award.Length switch { <= 12 => "", <= 20 => " aw-long", _ => " aw-longest" };
}
