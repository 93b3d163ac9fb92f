using System.Buffers.Text;
using System.Security.Cryptography;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Holders;

/// <summary>The link of a certificate as its holder or its grantor sees it.</summary>
/// <param name="Action">Where it is made and ended.</param>
/// <param name="Address">Null while there is none that opens.</param>
/// <param name="Shared">A team's: its members have one together.</param>
public sealed record HolderLinkPanel(string Action, string? Address, DateTime? EndsAt, int Version, bool Shared, bool CanBeMade);

/// <summary>Where links of holders are made, ended and opened.</summary>
public sealed class HolderDesk(CompetitionsDb db, FieldCipher cipher, CertificatePrint print, TimeProvider clock)
{
    private const string Field = "certificate.holder-link";
    private const int TokenBytes = 24;

    public async Task<HolderLinkPanel> Panel(Certificate certificate, string action)
    {
        var link = await db.HolderLinks.AsNoTracking().SingleOrDefaultAsync(l => l.CertificateId == certificate.Id);
        var opens = link?.OpensAt(clock.UtcNow()) == true;
        return new HolderLinkPanel(
            action, opens ? $"{print.Site}/holders/{cipher.Open(Field, link!.TokenSealed)}" : null, opens ? link!.EndsAt : null, link?.Version ?? 0, certificate.Kind is HolderKind.Team, certificate.Stage is CertificateStage.Valid);
    }

    /// <summary>The first, or another in place of the one before, which opens nothing from then on.</summary>
    /// <param name="version">Of the link that was seen; 0 for none.</param>
    /// <exception cref="Refusal">certificate.not-valid, holder-link.made-meanwhile</exception>
    public async Task Give(Certificate certificate, int version, string by)
    {
        var token = cipher.Seal(Field, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)));
        var link = await db.HolderLinks.SingleOrDefaultAsync(l => l.CertificateId == certificate.Id);
        if (link is null)
        {
            db.Add(new HolderLink(certificate, token, by, clock.UtcNow()));
        }
        else
        {
            db.Entry(link).Property(l => l.Version).OriginalValue = version;
            link.Renew(certificate, token, by, clock.UtcNow());
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException collided) when (link is null && collided is not DbUpdateConcurrencyException)
        {
            throw new Refusal("holder-link.made-meanwhile");
        }
    }

    /// <exception cref="Refusal">holder-link.ended</exception>
    public async Task End(Certificate certificate, int version)
    {
        var link = Missing.Unless(await db.HolderLinks.SingleOrDefaultAsync(l => l.CertificateId == certificate.Id));
        db.Entry(link).Property(l => l.Version).OriginalValue = version;
        link.End(clock.UtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>What a token opens now; null alike for one that never was, was replaced, ended or is over.</summary>
    public async Task<Held?> Open(string token)
    {
        var index = cipher.IndexOf(Field, token);
        var now = clock.UtcNow();
        if (await db.HolderLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenIndex == index && l.EndsAt > now) is not { } link)
        {
            return null;
        }

        var certificate = await db.Certificates.AsNoTracking().SingleAsync(c => c.Id == link.CertificateId);
        return new Held(link, certificate, await db.Honours.AsNoTracking().SingleAsync(h => h.Id == certificate.HonourId));
    }
}

/// <summary>What a link opens.</summary>
public sealed record Held(HolderLink Link, Certificate Certificate, Honour Honour);
