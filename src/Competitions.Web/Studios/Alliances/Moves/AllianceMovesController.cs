using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Alliances.Moves;

/// <summary>What becomes of an invitation and of a membership.</summary>
[Route("studio-alliances/{id:int}/members/{studio:int}/moves"), Authorize(Policies.KeepStudios)]
public sealed class AllianceMovesController(CompetitionsDb db, AllianceDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    /// <summary>Moves that ask for a reason.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, int studio, [BindRequired] AllianceMove move)
    {
        var alliance = await ToMove(id, studio, move, null);
        return View(Told(new AllianceMoveForm { Move = move, Version = alliance.Version }, alliance, studio));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int studio, AllianceMoveForm form)
    {
        var alliance = await ToMove(id, studio, form.Move, form.Version);
        alliance.Make(form.Move, AllianceStudio.Of(await db.Studios.SingleAsync(s => s.Id == studio)), form.Why ?? "", clock.Today(), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("alliance.member", $"{id}", why: $"{studio} {form.Move} {form.Why}".Trim());
        TempData["Done"] = $"已{form.Move.Name()}。";
        return Redirect($"/studio-alliances/{id}#members");
    }

    async Task IFills.Fill(IForm form) => Told((AllianceMoveForm)form, await desk.Find(Route("id")), Route("studio"));

    /// <summary>What its unit says, its unit says; an invitation is taken back by who keeps the alliance; a membership is ended by either.</summary>
    private async Task<StudioAlliance> ToMove(int id, int studio, AllianceMove move, int? version)
    {
        var (alliance, own) = (await desk.Find(id), await (await desk.Own()).AnyAsync(s => s.Id == studio));
        Missing.Unless(alliance.MemberOf(studio));
        var may = move switch
        {
            AllianceMove.Accept or AllianceMove.Decline => own,
            AllianceMove.Revoke => await desk.Keeps(alliance),
            AllianceMove.Leave => own || await desk.Keeps(alliance),
            _ => throw new Refusal("alliance.move-not-allowed"),
        };
        Refusal.Unless(may, "alliance.not-yours");
        return desk.At(alliance, version);
    }

    private static AllianceMoveForm Told(AllianceMoveForm form, StudioAlliance alliance, int studio)
    {
        (form.AllianceName, form.StudioName) = (alliance.Name, alliance.MemberOf(studio)?.Name);
        return form;
    }

    private int Route(string name) => int.Parse((string)RouteData.Values[name]!, CultureInfo.InvariantCulture);
}
