using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Exhibits;

/// <summary>What is shown of a result, as it is typed.</summary>
public sealed class ExhibitForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "简介"), Required(ErrorMessage = "请写一段给公众看的简介。"), StringLength(Exhibit.MostSummary, ErrorMessage = "简介不超过 300 个字。")]
    public string Summary { get; set; } = "";

    [Display(Name = "原有问题"), Required(ErrorMessage = "请写明原有问题。"), StringLength(Exhibit.MostText)]
    public string Problem { get; set; } = "";

    [Display(Name = "改进办法"), Required(ErrorMessage = "请写明改进办法。"), StringLength(Exhibit.MostText)]
    public string Solution { get; set; } = "";

    [Display(Name = "应用前的照片")]
    public IFormFile? Before { get; set; }

    [Display(Name = "应用后的照片")]
    public IFormFile? After { get; set; }

    [Display(Name = "删去现有照片")]
    public bool RemovesPictures { get; set; }

    [Display(Name = "本单位同意在成果展示平台公开")]
    public bool Agrees { get; set; }

    [Display(Name = "不展示的原因"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? HiddenWhy { get; set; }

    [ValidateNever]
    public InnovationRow Row { get; internal set; } = null!;
    public Exhibit? Exhibit { get; internal set; }
    public bool Keeps { get; internal set; }
    public bool Confirms { get; internal set; }
}

/// <summary>展示: its unit writes what the public reads and agrees to it, the federation may hide it.</summary>
[Route("innovations/{innovation:int}/exhibit"), Authorize(Policies.KeepInnovations)]
public sealed class InnovationExhibitsController(CompetitionsDb db, InnovationDesk desk, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int innovation)
    {
        var form = await Filled(new ExhibitForm(), innovation);
        var answers = await db.Applications.Where(a => a.Id == innovation).Select(a => a.Answers).SingleAsync();
        var (shown, declared) = (form.Exhibit, ExhibitText.Of(answers));
        (form.Version, form.Summary, form.Problem, form.Solution) = shown is null ? (0, "", declared.Problem, declared.Solution) : (shown.Version, shown.Summary, shown.Problem, shown.Solution);
        (form.Agrees, form.HiddenWhy) = (shown?.AgreedOn is not null, shown?.HiddenWhy);
        return View(form);
    }

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Update(int innovation, ExhibitForm form)
    {
        await Filled(form, innovation, track: true);
        var (row, exhibit) = (form.Row, form.Exhibit);
        if (exhibit is null)
        {
            var declared = await db.Applications.Where(a => a.Id == innovation).Select(a => a.Answers).SingleAsync();
            exhibit = new Exhibit(new NamedInnovation(row.Id, row.Kind, row.Title, row.UnitId, row.UnitName), declared.Text(FiveSmallForm.Category), declared.Text("field"), row.Year);
            db.Add(exhibit);
        }
        else
        {
            db.Entry(exhibit).Property(e => e.Version).OriginalValue = form.Version;
        }

        List<string?> before = [exhibit.Before?.Hash, exhibit.After?.Hash];
        if (form.RemovesPictures)
        {
            exhibit.RemovePictures();
        }

        exhibit.Write(new ExhibitText(form.Summary, form.Problem, form.Solution), await desk.Keep(form.Before), await desk.Keep(form.After));
        if (form.Keeps)
        {
            exhibit.Agree(form.Agrees, clock.Today());
        }

        if (form.Confirms)
        {
            exhibit.Hide(form.HiddenWhy ?? "");
        }

        await Save(innovation);
        await Drop(before);
        await audit.Write("exhibit.write", $"{innovation}", why: exhibit.IsShown ? "shown" : "hidden");
        TempData["Done"] = exhibit.IsShown ? "已保存，公众现在可以看到。" : "已保存，现在不公开。";
        return Redirect($"/innovations/{innovation}");
    }

    async Task IFills.Fill(IForm form) => await Filled((ExhibitForm)form, int.Parse((string)RouteData.Values["innovation"]!, CultureInfo.InvariantCulture));

    private async Task<ExhibitForm> Filled(ExhibitForm form, int innovation, bool track = false)
    {
        form.Row = await desk.Find(innovation);
        (form.Keeps, form.Confirms) = (await desk.Keeps(form.Row.UnitId), await desk.Confirms(form.Row.UnitId));
        if (!form.Keeps && !form.Confirms)
        {
            throw new Missing();
        }

        form.Exhibit = await (track ? db.Exhibits : db.Exhibits.AsNoTracking()).SingleOrDefaultAsync(e => e.ApplicationId == innovation);
        return form;
    }

    private async Task Save(int innovation)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException two) when (two is not DbUpdateConcurrencyException && db.Exhibits.Any(e => e.ApplicationId == innovation))
        {
            throw new DbUpdateConcurrencyException(two.Message, two); // somebody began it at the same moment
        }
    }

    /// <summary>A picture that is shown no more is nowhere any more.</summary>
    private async Task Drop(IEnumerable<string?> hashes)
    {
        foreach (var hash in hashes.OfType<string>().Distinct())
        {
            if (!await db.Holds(hash))
            {
                store.Drop(hash);
            }
        }
    }
}
