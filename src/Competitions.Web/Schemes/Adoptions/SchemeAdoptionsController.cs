using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Schemes;
using Competitions.Web.Schemes.Uploads;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Schemes.Adoptions;

public sealed class SchemeAdoptionForm : IForm
{
    /// <summary>Criterion's code → module's code; empty for none yet.</summary>
    public Dictionary<string, string?> Modules { get; set; } = [];

    [Display(Name = "修改原因")]
    public string? Why { get; set; }

    /// <summary>The number and version that stood when the page was made.</summary>
    public string? Basis { get; set; }
}

/// <summary>What was read is looked through, and becomes the event's scheme whole or not at all.</summary>
[Route("events/{code}/scheme/uploads/{id:guid}"), Authorize(Policies.EditScheme)]
public sealed class SchemeAdoptionsController(CompetitionsDb db, SchemeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> New(string code, Guid id)
    {
        var (place, upload) = await Review(code, id);
        place.MustBeOpen();
        return View("New", new SchemeAdoptionForm
        {
            Basis = place.Basis,
            Modules = upload.Reading.Scheme.Criteria.DistinctBy(c => c.Code).ToDictionary(c => c.Code, place.ModuleOf),
        });
    }

    [HttpPost("adoptions")]
    public async Task<IActionResult> Create(string code, Guid id, SchemeAdoptionForm form)
    {
        var (place, upload) = await Review(code, id);
        var modules = form.Modules.Where(m => !string.IsNullOrEmpty(m.Value)).ToDictionary(m => m.Key, m => m.Value!);
        var written = upload.Adopt(place.Event.Title, modules);
        db.Remove(upload);
        var made = await desk.Write(place, written, form.Basis, User.Account(), form.Why ?? "");
        await audit.Write("scheme.adopt", $"{code}/{made.Number}", why: form.Why);
        TempData["Done"] = $"已采用，第 {made.Number} 版共 {made.Content.Aspects.Count()} 个评分点，{made.Content.Total} 分。";
        return Redirect(place.Address);
    }

    Task IFills.Fill(IForm form) => Review((string)RouteData.Values["code"]!, Guid.Parse((string)RouteData.Values["id"]!));

    private async Task<(SchemePlace Place, SchemeUpload Upload)> Review(string code, Guid id)
    {
        var place = await desk.At(code);
        var upload = await db.Upload(code, id, User.Account(), clock.UtcNow());
        (ViewData["Place"], ViewData["Upload"]) = (place, upload);
        return (place, upload);
    }
}
