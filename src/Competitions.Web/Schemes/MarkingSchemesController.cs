using Competitions.Data;
using Competitions.Schemes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Schemes;

/// <summary>A version as the list of versions shows it.</summary>
public sealed record SchemeVersionRow(int Number, string Why, string By, DateTime At, DateTime? LockedAt);

/// <param name="Shown">The newest, or the one that was asked for.</param>
/// <param name="Changes">Of the shown one against the one before it; empty for the first.</param>
public sealed record SchemePage(SchemePlace Place, MarkingScheme? Shown, IReadOnlyList<SchemeVersionRow> Versions, IReadOnlyList<SchemeChange> Changes)
{
    public IReadOnlyDictionary<string, string> ModuleNames => Shown is null ? new Dictionary<string, string>() : Shown.Modules.ToDictionary(m => m.Key, m => Place.NameOf(m.Value));
}

/// <summary>Somebody saved while another one wrote: who, when, and in what the two differ.</summary>
public sealed record SchemeMeanwhile(string By, DateTime At, IReadOnlyList<SchemeChange> Changes);

[Route("events/{code}/scheme"), Authorize(Policies.ReadScheme)]
public sealed class MarkingSchemesController(CompetitionsDb db, SchemeDesk desk, AuditTrail audit) : Controller, IFills
{
    /// <summary>Fields of a form: a dozen for each of <see cref="SchemeShape.MostAspects"/>, and room.</summary>
    public const int MostValues = 60_000;

    [HttpGet("")]
    public async Task<IActionResult> Show(string code, int? version)
    {
        var place = await desk.At(code);
        var shown = version is { } number && number != place.Newest?.Number
            ? Missing.Unless(await db.MarkingSchemes.AsNoTracking().SingleOrDefaultAsync(s => s.EventId == place.Event.Id && s.Number == number))
            : place.Newest;
        var versions = await (from s in db.MarkingSchemes where s.EventId == place.Event.Id join a in db.Users on s.By equals a.Id into accounts from a in accounts.DefaultIfEmpty()
                              orderby s.Number descending select new SchemeVersionRow(s.Number, s.Why, a.DisplayName ?? "", s.At, s.LockedAt)).ToListAsync();
        return View(new SchemePage(place, shown, versions, await Changes(shown)));
    }

    [HttpGet("edit"), Authorize(Policies.EditScheme)]
    public async Task<IActionResult> Edit(string code)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        ViewData["Place"] = place;
        return View(SchemeForm.Of(place));
    }

    /// <summary>What the page adds up is only shown: everything is read and added up anew here.</summary>
    [HttpPost(""), Authorize(Policies.EditScheme), RequestSizeLimit(16 << 20), RequestFormLimits(ValueCountLimit = MostValues)]
    public async Task<IActionResult> Update(string code, SchemeForm form)
    {
        var place = await desk.At(code);
        var written = new TypedScheme(form, place.Newest, ModelState).Read();
        if (!ModelState.IsValid)
        {
            return Again(form, place, StatusCodes.Status400BadRequest);
        }

        try
        {
            var made = await desk.Write(place, written, form.Basis, User.Account(), form.Why ?? "");
            await audit.Write("scheme.write", $"{code}/{made.Number}", why: form.Why);
            TempData["Done"] = $"已保存，第 {made.Number} 版共 {made.Content.Aspects.Count()} 个评分点，{made.Content.Total} 分。";
            return Redirect(place.Address);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await Meanwhile(code, form, written);
        }
        catch (Refusal shape) when (FieldOf(form, shape) is { } field)
        {
            ViewData["Refusal"] = shape.Code;
            ModelState.AddModelError(field, Sentences.Of(shape));
            return Again(form, place, StatusCodes.Status409Conflict);
        }
    }

    async Task IFills.Fill(IForm form) => ViewData["Place"] = await desk.At((string)RouteData.Values["code"]!);

    /// <summary>What was typed stays; who saves again has been told whose work he replaces, and what of it.</summary>
    private async Task<ViewResult> Meanwhile(string code, SchemeForm form, WrittenScheme written)
    {
        db.ChangeTracker.Clear();
        var place = await desk.At(code);
        var newest = place.Newest!;
        var typed = AspectKeys.Given(written.Content, newest.Content, newest.LastKey).Scheme;
        var by = await db.Users.Where(u => u.Id == newest.By).Select(u => u.DisplayName).SingleOrDefaultAsync();
        ViewData["Refusal"] = "changed-by-someone-else";
        ViewData["Meanwhile"] = new SchemeMeanwhile(by ?? "", newest.At, SchemeChanges.Between(newest.Content, typed, newest.Modules, written.Modules));
        ModelState.AddModelError("", Sentences.For("scheme-form.meanwhile"));
        form.Basis = place.Basis;
        return Again(form, place, StatusCodes.Status409Conflict);
    }

    private async Task<IReadOnlyList<SchemeChange>> Changes(MarkingScheme? shown) =>
        shown is { Number: > 1 } && await db.MarkingSchemes.AsNoTracking().SingleAsync(s => s.EventId == shown.EventId && s.Number == shown.Number - 1) is { } before
            ? SchemeChanges.Between(before.Content, shown.Content, before.Modules, shown.Modules)
            : [];

    /// <summary>Where the refusal is shown; null for one that is of no field.</summary>
    private static string? FieldOf(SchemeForm form, Refusal refusal) => refusal.Code switch
    {
        "scheme.title" => nameof(form.Title),
        "scheme.reason-missing" => nameof(form.Why),
        "scheme.no-aspects" or "scheme.codes" or "scheme.module" when form.Lines.LastOrDefault(l => !l.IsAspect && l.Code == $"{refusal.Details[0]}") is { } line =>
            $"Lines[{line.Id}].{(refusal.Code is "scheme.module" ? "Module" : "Name")}",
        _ => null,
    };

    private ViewResult Again(SchemeForm form, SchemePlace place, int status)
    {
        ViewData["Place"] = place;
        var view = View("Edit", form);
        view.StatusCode = status;
        return view;
    }
}
