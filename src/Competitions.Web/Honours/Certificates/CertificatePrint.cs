using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Certificates;

/// <summary>Shows and prints certificates. Who prints with the picture of a real stamp is an officer of its body, and every time is audited.</summary>
public sealed class CertificatePrint(CompetitionsDb db, Documents documents, UploadStore uploads, MyDuties duties, AuditTrail audit, PublicSite site)
{
    private const string Css = "certificate.css";

    public string Site => site.Address;

    public async Task<HtmlString> Markup(IReadOnlyList<CertificateCopy> copies, StampPlace place, string? picture = null) =>
        new(await documents.Render<CertificateSheet>(Parameters(copies, place, picture)));

    public Task<byte[]> Pdf(IReadOnlyList<CertificateCopy> copies, StampPlace place, string? picture = null, CancellationToken stop = default) =>
        documents.Pdf<CertificateSheet>(copies is [var one] ? one.Number : $"{copies[0].Number} 等 {copies.Count} 张", Css, Parameters(copies, place, picture), stop);

    /// <summary>The stamps that the caller may print with, of bodies that grant these.</summary>
    public async Task<IQueryable<Stamp>> Stamps() =>
        db.Organisations.Within(await duties.Paths(Policies.KeepStamps), o => o.Path).Select(o => o.Id) is var mine ? db.Stamps.Where(s => s.RetiredAt == null && mine.Contains(s.OrganisationId)) : throw new Missing();

    /// <summary>The picture as a data URI, after the audit has it who printed what with it.</summary>
    /// <exception cref="Refusal">stamp.not-yours</exception>
    public async Task<string> Use(int stampId, string what, int grantorId)
    {
        var stamp = await (await Stamps()).AsNoTracking().SingleOrDefaultAsync(s => s.Id == stampId && s.OrganisationId == grantorId);
        await audit.Write("stamp.print", $"{stampId}", stamp is not null, what, duties.Account);
        Refusal.Unless(stamp is not null, "stamp.not-yours");
        await using var file = uploads.Open(stamp!.File);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return $"data:image/png;base64,{Convert.ToBase64String(bytes.ToArray())}";
    }

    private static Dictionary<string, object?> Parameters(IReadOnlyList<CertificateCopy> copies, StampPlace place, string? picture) => new()
    {
        [nameof(CertificateSheet.Copies)] = copies, [nameof(CertificateSheet.Stamp)] = place, [nameof(CertificateSheet.Picture)] = picture,
    };
}
