using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Schemes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Schemes.Uploads;

public sealed class SchemeUploadForm : IForm
{
    [Display(Name = "工作簿")]
    public IFormFile? File { get; set; }
}

/// <summary>A workbook comes in, is read, and waits to be looked through; nothing of it is the event's yet.</summary>
[Route("events/{code}/scheme/uploads"), Authorize(Policies.EditScheme)]
public sealed class SchemeUploadsController(CompetitionsDb db, SchemeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Somewhat more than a file may have, so that one that is too large comes as far as its sentence.</summary>
    private const int MostRequest = 3 * MostBytes;

    [HttpGet("new")]
    public async Task<IActionResult> New(string code)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        ViewData["Place"] = place;
        return View(new SchemeUploadForm());
    }

    [HttpPost(""), RequestSizeLimit(MostRequest)]
    public async Task<IActionResult> Create(string code, SchemeUploadForm form)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        if (form.File is null)
        {
            return Refused(form, place, new Refusal("scheme-upload.no-file"), StatusCodes.Status400BadRequest);
        }

        if (form.File.Length > MostBytes)
        {
            return Refused(form, place, new Refusal("scheme-upload.too-large"), StatusCodes.Status413PayloadTooLarge);
        }

        using var file = new MemoryStream();
        await form.File.CopyToAsync(file);
        file.Position = 0;
        try
        {
            var now = clock.UtcNow();
            var upload = new SchemeUpload(Guid.NewGuid(), place.Event.Id, User.Account(), Path.GetFileName(form.File.FileName) is { Length: <= 200 } name ? name : "workbook.xlsx", Shaped(SchemeReader.Read(file), place.Event.Title), now);
            await db.SchemeUploads.Where(u => u.At < now - SchemeUpload.Kept).ExecuteDeleteAsync();
            db.Add(upload);
            await db.SaveChangesAsync();
            await audit.Write("scheme.upload", code);
            return Redirect($"{place.Address}/uploads/{upload.Id}");
        }
        catch (Refusal bad) when (bad.Code.StartsWith("workbook.", StringComparison.Ordinal) || bad.Code == "scheme.no-sheet")
        {
            return Refused(form, place, bad, bad.Code == "workbook.too-large" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
    }

    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Delete(string code, Guid id)
    {
        db.Remove(await db.Upload(code, id, User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        TempData["Done"] = "已放弃这次导入，方案没有改动。";
        return Redirect($"/events/{code}/scheme");
    }

    async Task IFills.Fill(IForm form) => ViewData["Place"] = await desk.At((string)RouteData.Values["code"]!);

    /// <summary>What no event could be marked by is said at once, and not when somebody has looked through all of it.</summary>
    private static SchemeReading Shaped(SchemeReading reading, string title)
    {
        try
        {
            SchemeShape.Check(reading.Scheme.Titled(title));
            return reading;
        }
        catch (Refusal shape) when (reading.Errors.Count == 0)
        {
            return reading with { Errors = [new SchemeFinding(shape.Code, reading.Sheet, 0, "", Sentences.Of(shape))] };
        }
        catch (Refusal)
        {
            return reading; // what it lacks follows from the errors
        }
    }

    private ViewResult Refused(SchemeUploadForm form, SchemePlace place, Refusal refusal, int status)
    {
        (ViewData["Place"], ViewData["Refusal"]) = (place, refusal.Code);
        ModelState.AddModelError(nameof(form.File), Sentences.Of(refusal));
        return new ViewResult { ViewName = "New", ViewData = new(ViewData) { Model = form }, TempData = TempData, StatusCode = status };
    }
}

/// <summary>A warning is accepted, or refused: then the workbook is to be mended. Without a number, all of them.</summary>
[Route("events/{code}/scheme/uploads/{id:guid}/verdicts"), Authorize(Policies.EditScheme)]
public sealed class SchemeVerdictsController(CompetitionsDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, Guid id, int? warning, bool accepts)
    {
        var upload = await db.Upload(code, id, User.Account(), clock.UtcNow());
        upload.Judge(warning, accepts);
        await db.SaveChangesAsync();
        return Redirect($"/events/{code}/scheme/uploads/{id}" + (warning is null ? "#warnings" : $"#warning-{warning}"));
    }
}

internal static class UploadQueries
{
    /// <summary>Only who uploaded it finds it, at its event, for a day.</summary>
    public static async Task<SchemeUpload> Upload(this CompetitionsDb db, string code, Guid id, string account, DateTime now) =>
        Missing.Unless(await (from u in db.SchemeUploads join e in db.Events on u.EventId equals e.Id
                              where u.Id == id && e.Code == code && u.AccountId == account && u.At >= now - SchemeUpload.Kept select u).SingleOrDefaultAsync());
}
