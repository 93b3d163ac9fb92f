using System.Globalization;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Blinding.Draws;

/// <summary>What the encryption judge does with a draw before the supervisor, who signs on the same page.</summary>
public abstract class WitnessedDrawController(EntryDesk desk, CodeDesk codes, Witnessing witnessing) : Controller, IFills
{
    protected CodeDesk Codes { get; } = codes;

    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var draw = await Codes.Load((await desk.At(code)).Event, id);
        return View(new WitnessedForm { Id = id, Version = draw.Version });
    }

    [HttpPost(""), EnableRateLimiting(RateLimits.Witness)]
    public async Task<IActionResult> Create(string code, int id, WitnessedForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        await Codes.Load(place.Event, id);
        return await Done(place, form, await witnessing.Supervisor(place.Event, place.Me, new WitnessSignature(form.Witness, form.Password, form.WitnessCode)));
    }

    async Task IFills.Fill(IForm form)
    {
        ((WitnessedForm)form).Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await Codes.Load((await desk.At((string)RouteData.Values["code"]!)).Event, ((WitnessedForm)form).Id);
    }

    /// <summary>The deed itself; the supervisor has signed.</summary>
    protected abstract Task<IActionResult> Done(EntryPlace place, WitnessedForm form, string witness);
}
