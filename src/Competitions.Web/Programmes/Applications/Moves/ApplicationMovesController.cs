using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.WorkingDays;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications.Moves;

public sealed class ApplicationMoveForm : IForm
{
    [BindRequired]
    public ApplicationMove Move { get; set; }

    [Display(Name = "意见"), StringLength(1000)]
    public string? Why { get; set; }

    [Display(Name = "公示地点"), StringLength(100, ErrorMessage = "公示地点不超过 100 个字。")]
    public string? Place { get; set; }

    [Display(Name = "公示截止")]
    public DateOnly? EndsOn { get; set; }

    public int Version { get; set; }

    [ValidateNever]
    public ApplicationPlace Of { get; internal set; } = null!;

    /// <summary>Of who recommends it.</summary>
    [ValidateNever]
    public CallQuota? Quota { get; internal set; }
}

/// <summary>What is done with an application that was handed in, each by who is at his turn.</summary>
[Route("applications/{id:int}/moves"), Authorize(Policies.ReadApplications)]
public sealed class ApplicationMovesController(CompetitionsDb db, ApplicationDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, [BindRequired] ApplicationMove move)
    {
        var place = await desk.Find(id);
        Missing.Unless(ApplicationTurn.Of(place).Contains(move) ? place : null);
        return View(await Filled(new ApplicationMoveForm { Move = move, Version = place.Application.Version }, place));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ApplicationMoveForm form)
    {
        await desk.InOne(async () =>
        {
            var place = await desk.Find(id, track: true);
            Missing.Unless(ApplicationTurn.May(place, form.Move) ? place : null);
            var act = await Act(place, form);
            await desk.Move(place, form.Version, act);
            return place;
        });
        await audit.Write("application.move", $"{id}", why: $"{form.Move}");
        TempData["Done"] = $"已办理：{form.Move.Name()}。";
        return Redirect($"/applications/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((ApplicationMoveForm)form, await desk.Find(int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<ApplicationMoveForm> Filled(ApplicationMoveForm form, ApplicationPlace place)
    {
        form.Of = place;
        form.Quota = form.Move is ApplicationMove.Recommend ? await db.CallQuotas.AsNoTracking().SingleOrDefaultAsync(q => q.CallId == place.Call.Id && q.OrganisationId == place.Application.RecommenderId) : null;
        return form;
    }

    private async Task<Action> Act(ApplicationPlace place, ApplicationMoveForm form)
    {
        var (it, call, by, at, why, today) = (place.Application, place.Call, User.Account(), clock.UtcNow(), form.Why ?? "", clock.Today());
        switch (form.Move)
        {
            case ApplicationMove.GiveUnitNotice:
                var calendar = await db.WorkingDays();
                var period = Competitions.Notices.NoticePeriod.Of(today, Math.Max(1, call.Rules.UnitNoticeDays), calendar, form.EndsOn);
                return () => it.GiveUnitNotice(call, new UnitNotice(form.Place ?? "", period.StartsOn, period.EndsOn), by, at);
            case ApplicationMove.PassUnit: return () => it.PassUnit(call, today, by, at);
            case ApplicationMove.Recommend: return () => it.Recommend(call, by, at, why);
            case ApplicationMove.TakeBack: return () => it.TakeBack(call, by, at, why);
            case ApplicationMove.AskCorrection:
                var until = (await db.WorkingDays()).After(today, call.Rules.CorrectionDays);
                return () => it.AskCorrection(call, until, by, at, why);
            case ApplicationMove.Accept: return () => it.Accept(call, by, at, why);
            default: return () => it.Make(form.Move, by, at, why);
        }
    }
}

/// <summary>Whose turn it is: the moves that the caller may make where the application stands now.</summary>
public static class ApplicationTurn
{
    private static readonly ApplicationMove[] OfUnit = [ApplicationMove.GiveUnitNotice, ApplicationMove.PassUnit, ApplicationMove.Return, ApplicationMove.Refuse];
    private static readonly ApplicationMove[] OfRecommender = [ApplicationMove.Recommend, ApplicationMove.TakeBack, ApplicationMove.Return, ApplicationMove.Refuse];
    private static readonly ApplicationMove[] OfCaller = [ApplicationMove.Accept, ApplicationMove.AskCorrection, ApplicationMove.Refuse];

    public static bool May(ApplicationPlace place, ApplicationMove move)
    {
        var stage = place.Application.Stage;
        return move switch
        {
            ApplicationMove.Withdraw => place.IsOwner,
            ApplicationMove.Cancel => place.Runs,
            ApplicationMove.TakeBack => place.Recommends && place.Call.Stage is CallStage.Published,
            _ => stage switch
            {
                ApplicationStage.Submitted or ApplicationStage.UnitNoticed => place.ChecksUnit && OfUnit.Contains(move),
                ApplicationStage.UnitPassed => place.Recommends && OfRecommender.Contains(move),
                ApplicationStage.Recommended or ApplicationStage.Correcting => place.Runs && OfCaller.Contains(move),
                ApplicationStage.Selected => place.Leads && move is ApplicationMove.Refuse,
                ApplicationStage.Approved or ApplicationStage.Noticed => place.Runs && move is ApplicationMove.Refuse,
                _ => false,
            },
        };
    }

    /// <summary>What the page offers.</summary>
    public static IReadOnlyList<ApplicationMove> Of(ApplicationPlace place) =>
    [
        .. Enum.GetValues<ApplicationMove>().Where(m => ApplicationLifecycle.Next(place.Application.Stage, m) is not null && May(place, m))
            .Where(m => m is not ApplicationMove.PassUnit || place.Application.Stage is ApplicationStage.UnitNoticed || place.Call.Rules.UnitNoticeDays == 0)
            .Where(m => m is not ApplicationMove.GiveUnitNotice || place.Call.Rules.UnitNoticeDays > 0),
    ];
}
