using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.ResultSheets.Moves;

public sealed class ResultSheetMoveForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    public ResultSheetMove Move { get; set; }

    [Display(Name = "意见"), StringLength(200, ErrorMessage = "意见不超过 200 个字。")]
    public string? Why { get; set; }
}

/// <summary>The receiving organisation accepts a sheet or sends it away.</summary>
[Route("result-sheets/{id:int}/moves"), Authorize(Policies.Confirm)]
public sealed class ResultSheetMovesController(CompetitionsDb db, ResultSheetDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, ResultSheetMove move) => View(new ResultSheetMoveForm { Id = id, Version = (await desk.Load(id)).Version, Move = move });

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ResultSheetMoveForm form)
    {
        form.Id = id;
        var sheet = await desk.Load(id);
        Refusal.Unless(await desk.MayReview(sheet) || form.Move is ResultSheetMove.Discard && sheet.ImportedBy == User.Account(), "result-sheet.not-yours");
        db.Entry(sheet).Property(s => s.Version).OriginalValue = form.Version;
        if (form.Move is ResultSheetMove.Accept)
        {
            sheet.Accept(User.Account(), clock.UtcNow(), form.Why ?? "");
            if (sheet.ReplacesId is { } replaced)
            {
                (await db.ResultSheets.SingleAsync(s => s.Id == replaced)).Replace(User.Account(), clock.UtcNow(), sheet.History[0].Why);
            }
        }
        else
        {
            Refusal.Unless(form.Move is ResultSheetMove.Discard, "result-sheet.move-not-allowed");
            sheet.Discard(User.Account(), clock.UtcNow(), form.Why ?? "");
        }

        await db.SaveChangesAsync();
        await audit.Write(form.Move is ResultSheetMove.Accept ? "result-sheet.accept" : "result-sheet.discard", $"{id}", why: form.Why);
        TempData["Done"] = form.Move is ResultSheetMove.Accept ? "成绩单已采用，可以据此计算晋级名单。" : "成绩单已退回作废。";
        return Redirect($"/result-sheets/{id}");
    }

    async Task IFills.Fill(IForm form) =>
        await desk.Load(((ResultSheetMoveForm)form).Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
}
