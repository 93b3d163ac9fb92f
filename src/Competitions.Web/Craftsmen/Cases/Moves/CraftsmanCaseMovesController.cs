using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Data.WorkingDays;
using Competitions.Web.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Cases.Moves;

public sealed class CaseMoveForm : IForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请从页面上的按钮办理。")]
    public CaseMove? Move { get; set; }

    [Display(Name = "内容"), StringLength(1000)]
    public string? Text { get; set; }

    public Craftsman? Craftsman { get; internal set; }
    public CraftsmanCase? Of { get; internal set; }
}

/// <summary>核查, 告知, 陈述申辩, 审定, 发文撤销: the title, its honour and its certificate go in one.</summary>
[Route("craftsmen/{id:int}/cases/{of:int}/moves"), Authorize(Policies.ApproveRevocations)]
public sealed class CraftsmanCaseMovesController(CompetitionsDb db, CaseDesk cases, HonourDesk honours, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, int of, CaseMove move)
    {
        var (craftsman, found) = await cases.Find(id, of, PolicyOf(move));
        return View(new CaseMoveForm { Craftsman = craftsman, Of = found, Version = found.Version, Move = move });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int of, CaseMoveForm form)
    {
        var (craftsman, found) = await cases.Find(id, of, PolicyOf(form.Move!.Value), form.Version);
        var (by, now, today, text) = (User.Account(), clock.UtcNow(), clock.Today(), form.Text ?? "");
        switch (form.Move)
        {
            case CaseMove.Notify:
                found.Notify(text, craftsman.Rules, await db.WorkingDays(), today, by, now);
                break;
            case CaseMove.State:
                found.State(text, today, by, now);
                break;
            case CaseMove.Propose:
                found.Propose(text, today, by, now);
                break;
            case CaseMove.Approve:
                found.Approve(text, by, now);
                break;
            case CaseMove.Decree:
                found.Decree(craftsman, text, today, by, now);
                if (await db.Honours.SingleOrDefaultAsync(h => h.Id == craftsman.HonourId) is { Stands: true } honour)
                {
                    await honours.End(honour, by, $"{found.Ground}，{found.Document}");
                }

                break;
            default:
                found.Make(form.Move.Value, by, now, text);
                break;
        }

        await db.SaveChangesAsync();
        await audit.Write("craftsman.case-move", $"{id}", why: $"{form.Move}");
        TempData["Done"] = form.Move is CaseMove.Decree ? "已发文撤销，荣誉和证书同时撤销。" : $"已{form.Move.Value.Name()}。";
        return Redirect($"/craftsmen/{id}/cases/{of}");
    }

    async Task IFills.Fill(IForm form)
    {
        var filled = (CaseMoveForm)form;
        db.ChangeTracker.Clear();
        (filled.Craftsman, filled.Of) = await cases.Find(
            int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), int.Parse((string)RouteData.Values["of"]!, CultureInfo.InvariantCulture), PolicyOf(filled.Move ?? CaseMove.Verify));
    }

    /// <summary>The leader approves or sends back; an officer carries the rest.</summary>
    private static string PolicyOf(CaseMove move) => move is CaseMove.Approve or CaseMove.Return ? Policies.ApproveRevocations : Policies.NameCraftsmen;
}
