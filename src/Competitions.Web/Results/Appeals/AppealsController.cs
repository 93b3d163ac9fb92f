using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Appeals;

/// <summary>A competitor's part in a module that may be appealed about, or why not (yet).</summary>
/// <param name="Deadline">Null while it has not ended.</param>
public sealed record GroundRow(int Entry, string Module, string Names, string Number, string ModuleName, DateTime? EndedAt, DateTime? Deadline)
{
    public string Key => $"{Entry}/{Module}";

    public bool IsOpen(DateTime now) => EndedAt <= now && now <= Deadline;
}

public sealed class AppealForm : IForm
{
    [Display(Name = "选手和模块"), Required(ErrorMessage = "请选择选手和模块。"), StringLength(80)]
    public string Ground { get; set; } = "";

    [Display(Name = "申诉事项")]
    public AppealKind Kind { get; set; }

    [Display(Name = "事实与理由"), Required(ErrorMessage = "请写明事实与理由。"), StringLength(Appeal.LongestText)]
    public string Facts { get; set; } = "";

    [ValidateNever]
    public Event Event { get; internal set; } = null!;

    [ValidateNever]
    public IReadOnlyList<GroundRow> Grounds { get; internal set; } = [];
    public DateTime Now { get; internal set; }
}

public sealed record AppealRow(int Id, AppealStage Stage, AppealOutcome Outcome, AppealKind Kind, string UnitName, string Names, string Module, DateTime FiledAt, DateTime AnswerDueAt);

public sealed record AppealsPage(Event Event, AppealStage? Stage, PageOf<AppealRow> Page, DateTime Now, bool Files);

public sealed record AppealSlip(int Number, SlipStage Stage, decimal Old, decimal New);

public sealed record AppealPage(Event Event, Appeal Appeal, string Names, IReadOnlyDictionary<string, string> Accounts, IReadOnlyList<AppealSlip> Slips, DateTime Now, bool IsMine, bool Arbitrates, bool Rules, bool ReadsSlips)
{
    public string NameOf(string account) => Accounts.GetValueOrDefault(account, account);

    public string ModuleName => Event.Modules.FirstOrDefault(m => m.Code == Appeal.Module)?.Name ?? Appeal.Module;
}

/// <summary>申诉: a leader's own, all of an event's for who decides on them.</summary>
[Route("events/{code}/appeals"), Authorize(Policies.SeeAppeals)]
public sealed class AppealsController(CompetitionsDb db, AppealDesk desk, EntryDesk entries, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, AppealStage? stage, int page = 1)
    {
        var of = await desk.Event(code);
        var rows = (await desk.Visible(of)).AsNoTracking().Where(a => stage == null || a.Stage == stage).OrderByDescending(a => a.Id);
        var found = await rows.Select(a => new AppealRow(a.Id, a.Stage, a.Outcome, a.Kind, a.UnitName, "", a.Module, a.FiledAt, a.AnswerDueAt)).ToPage(page);
        return View(new AppealsPage(of, stage, found, clock.UtcNow(), await desk.May(Policies.FileAppeals)));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var of = await desk.Event(code);
        var appeal = await desk.Load(of, id);
        var names = await db.Entries.AsNoTracking().Where(e => e.Id == appeal.EntryId).Select(e => new { e.TeamName, e.AdmissionNumber, Members = e.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name).ToList() }).SingleAsync();
        var accounts = appeal.History.Select(h => h.By).Distinct().ToList();
        var known = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var slips = await db.CorrectionSlips.Where(s => s.AppealId == id).OrderBy(s => s.Id).Select(s => new AppealSlip(s.Number, s.Stage, s.Old, s.New)).ToListAsync();
        return View(new AppealPage(
            of, appeal, $"{names.TeamName ?? string.Join('、', names.Members)}（准考证 {names.AdmissionNumber}）", known, slips, clock.UtcNow(), appeal.FiledBy == desk.Me,
            await desk.May(Policies.Arbitrate), await desk.May(Policies.RuleOnAppeals), await desk.May(Policies.ReadSlips)));
    }

    [HttpGet("new"), Authorize(Policies.FileAppeals)]
    public async Task<IActionResult> New(string code) => View(await Filled(new AppealForm(), code));

    [HttpPost(""), Authorize(Policies.FileAppeals)]
    public async Task<IActionResult> Create(string code, AppealForm form)
    {
        await Filled(form, code);
        var now = clock.UtcNow();
        var row = form.Grounds.FirstOrDefault(g => g.Key == form.Ground) ?? throw new Refusal("appeal.no-such-entry");
        var entry = await db.Entries.AsNoTracking().SingleAsync(e => e.Id == row.Entry);
        var appeal = new Appeal(form.Event, new AppealGround(entry.Id, entry.UnitId, entry.UnitName, row.Module, row.EndedAt), form.Kind, form.Facts, desk.Me, now);
        await entries.InQueue(form.Event.ContestId, () => Task.FromResult(db.Add(appeal)));
        await audit.Write("appeal.file", $"{code}/{appeal.Id}");
        TempData["Done"] = $"申诉已提交，{appeal.AnswerDueAt.Clock()} 前答复。";
        return Redirect($"/events/{code}/appeals/{appeal.Id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((AppealForm)form, (string)RouteData.Values["code"]!);

    private async Task<AppealForm> Filled(AppealForm form, string code)
    {
        var of = await desk.Event(code);
        var led = await (await desk.Led(of)).AsNoTracking().OrderBy(e => e.AdmissionNumber)
            .Select(e => new { e.Id, e.TeamName, e.AdmissionNumber, Members = e.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name).ToList() }).Take(200).ToListAsync();
        var ends = await desk.Ends(of, [.. led.Select(e => e.Id)]);
        (form.Event, form.Now) = (of, clock.UtcNow());
        form.Grounds =
        [
            .. from entry in led
               from module in of.Modules
               let end = ends.TryGetValue((entry.Id, module.Code), out var his) ? his : of.FinishedAt // neither seat nor sitting: the end of the competition
               select new GroundRow(entry.Id, module.Code, entry.TeamName ?? string.Join('、', entry.Members), entry.AdmissionNumber ?? "", module.Name, end, end?.AddMinutes(of.Rules.AppealMinutes)),
        ];
        return form;
    }
}
