using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Orders;

public sealed record CertificateOrderPage(Batch Batch, IReadOnlyList<CertificateFile> Files);

/// <summary>制作证书: for one at once, for many as long work whose files are fetched here.</summary>
[Route("certificate-orders"), Authorize(Policies.GrantHonours)]
public sealed class CertificateOrdersController(
    CompetitionsDb db, HonourRegister register, CertificateDesk desk, CertificatePrint print, PdfPrinter printer, BatchDesk batches, MyBatches mine, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    public const int Most = 20_000;

    [HttpGet("new")]
    public async Task<IActionResult> New(CertificateOrderForm form)
    {
        ModelState.Clear(); // what is missing is filled in
        await Filled(form);
        form.On = clock.Today();
        form.Series = form.GrantorId is { } grantor ? await desk.SeriesOf(grantor) : "";
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(CertificateOrderForm form)
    {
        await Filled(form);
        CertificateSeries.NameOf(form.Series);
        var ids = await HonourRegister.InOrder((await Chosen(form)).Where(h => h.Stage == HonourStage.Granted)).Select(h => h.Id).Take(Most + 1).ToListAsync();
        Refusal.Unless(ids.Count > 0, "certificate.none-granted");
        Refusal.Unless(ids.Count <= Most, "certificate.too-many", Most);
        Refusal.Unless(form.GrantorId is not null, "certificate.several-grantors");
        Refusal.Unless(form.On <= clock.Today(), "certificate.date-ahead");
        await desk.MustBePrintable(ids);
        var (place, stamp) = await StampOf(form);
        if (form.Honour is { } one)
        {
            await desk.Issue(ids, form.Series, form.On!.Value, User.Account());
            var made = await db.Certificates.SingleAsync(c => c.LivingOf == one);
            await audit.Write("certificate.issue", made.Number);
            TempData["Done"] = "证书已编号。";
            return Redirect($"/certificates/{made.Id}?place={place}&stamp={stamp}");
        }

        var order = new CertificateOrder(ids, form.Series.Trim(), form.On!.Value, place, stamp, form.GrantorId!.Value, print.Site);
        var name = form.What!;
        return Redirect(await batches.Take(CertificateBatch.Code, order.ToBytes(), name[..Math.Min(name.Length, 200)]));
    }

    /// <summary>The files of a batch.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var batch = await mine.Find(id);
        return View(new CertificateOrderPage(batch, await db.CertificateFiles.AsNoTracking().Where(f => f.BatchId == id).OrderBy(f => f.Part).ToListAsync()));
    }

    Task IFills.Fill(IForm form) => Filled((CertificateOrderForm)form);

    private async Task<(StampPlace Place, int? Stamp)> StampOf(CertificateOrderForm form)
    {
        if (!int.TryParse(form.Place, out var id))
        {
            return (form.Place == $"{StampPlace.Blank}" ? StampPlace.Blank : StampPlace.Sample, null);
        }

        Refusal.Unless(await (await print.Stamps()).AnyAsync(s => s.Id == id && s.OrganisationId == form.GrantorId), "stamp.not-yours");
        return (StampPlace.Picture, id);
    }

    /// <summary>What the caller's bodies granted of it.</summary>
    private async Task<IQueryable<Honour>> Chosen(CertificateOrderForm form)
    {
        var honours = (await register.Granting()).Where(h => !h.GrantedElsewhere);
        if (form.Honour is { } id)
        {
            return honours.Where(h => h.Id == id);
        }

        if (!string.IsNullOrWhiteSpace(form.Event))
        {
            var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(form.Event));
            return honours.Where(h => h.EventId == of.Id);
        }

        return await register.Filter(honours, new HonourFilter(form.Q, form.Year, form.Kind, form.Organisation, null));
    }

    private async Task<CertificateOrderForm> Filled(CertificateOrderForm form)
    {
        var granted = (await Chosen(form)).Where(h => h.Stage == HonourStage.Granted);
        var counts = await granted.GroupBy(h => h.GrantorId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        (form.Granted, form.GrantorId) = (counts.Sum(c => c.Count), counts is [var only] ? only.Key : null);
        form.Without = await granted.CountAsync(h => !db.Certificates.Any(c => c.LivingOf == h.Id));
        form.What = form.Honour is not null ? await granted.Select(h => h.HolderName + " " + h.Name).FirstOrDefaultAsync() ?? "荣誉"
            : !string.IsNullOrWhiteSpace(form.Event) ? await db.Events.Where(e => e.Code == form.Event).Select(e => db.Contests.Where(c => c.Id == e.ContestId).Select(c => c.Name).First() + " " + e.Title).SingleOrDefaultAsync() ?? ""
            : $"{(form.Year is { } year ? $"{year} 年" : "")}荣誉 {form.Granted} 项";
        var stamps = form.GrantorId is { } grantor ? await (await print.Stamps()).Where(s => s.OrganisationId == grantor).Select(s => new { s.Id, s.Name }).ToListAsync() : [];
        form.Places = [new("样章 · 演示", $"{StampPlace.Sample}"), new("留空，打印后盖章", $"{StampPlace.Blank}"), .. stamps.Select(s => new SelectListItem($"电子印章：{s.Name}", $"{s.Id}"))];
        form.CanPrint = printer.CanPrint;
        return form;
    }
}

/// <summary>A file of a batch; who prints with a real stamp is in the audit already, who takes the file comes to it here.</summary>
[Route("certificate-orders/{id:int}/files"), Authorize(Policies.GrantHonours)]
public sealed class CertificateFilesController(CompetitionsDb db, MyBatches mine, BatchFiles files, AuditTrail audit) : Controller
{
    [HttpGet("{part:int}.pdf")]
    public async Task<IActionResult> Show(int id, int part)
    {
        var batch = await mine.Find(id);
        var file = Missing.Unless(await db.CertificateFiles.AsNoTracking().SingleOrDefaultAsync(f => f.BatchId == batch.Id && f.Part == part));
        var bytes = Missing.Unless(files.TryOpen(file.File));
        await audit.Write("certificate.download", $"{id}/{part}", why: $"{file.First} – {file.Last}");
        return File(bytes, "application/pdf", $"证书-{id}-{part:00}.pdf");
    }
}
