using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.DutyChecks;

/// <param name="Year">The last one that is open where none is given.</param>
public sealed record DutyCheckFilter(string? Q, int? Year, DutyCheckStage? Stage, bool Overdue, int Page = 1);

public sealed record DutyCheckRow(int Id, string Name, string UnitName, string Title, int Year, DutyCheckStage Stage, DateOnly DueOn);

public sealed record DutyChecksPage(DutyCheckFilter Filter, int Year, IReadOnlyList<int> Years, PageOf<DutyCheckRow> Page, DateOnly Today, bool Names, int CanOpen);

public sealed record DutyCheckPage(DutyCheckPlace Place, IReadOnlyList<LadderProof> Evidence, IReadOnlyDictionary<string, string> Names, DateOnly Today);

public sealed class DutyLineForm
{
    [StringLength(20)]
    public string Code { get; set; } = "";

    [Display(Name = "完成数量")]
    public int? Done { get; set; }

    [StringLength(300, ErrorMessage = "依据不超过 300 个字。")]
    public string? Proof { get; set; }
}

public sealed class DutyReportForm : IForm
{
    public int Version { get; set; }

    public List<DutyLineForm> Lines { get; set; } = [];

    public DutyCheckPlace? Place { get; internal set; }

    public IReadOnlyList<LadderProof> Evidence { get; internal set; } = [];
}

/// <summary>年度履职考核: opened for all holders at once, reported by each, confirmed by his unit, judged by the town or the federation.</summary>
[Route("craftsmen/duty-checks"), Authorize(Policies.ReportDuties)]
public sealed class DutyChecksController(CompetitionsDb db, DutyCheckDesk desk, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private static readonly DutyCheckStage[] Judged = [DutyCheckStage.Qualified, DutyCheckStage.Failed];

    [HttpGet("")]
    public async Task<IActionResult> Index(DutyCheckFilter filter)
    {
        var (visible, today, typed) = (await desk.Visible(), clock.Today(), filter.Q?.Trim() ?? "");
        var years = await db.DutyChecks.Where(k => visible.Any(c => c.Id == k.CraftsmanId)).Select(k => k.Year).Distinct().OrderByDescending(y => y).ToListAsync();
        var canOpen = CraftsmanDesk.Rules.CheckOpens.In(today.Year) <= today ? today.Year : today.Year - 1;
        var year = filter.Year ?? (years.Count > 0 ? years[0] : canOpen);
        var page = await (
            from k in db.DutyChecks
            where k.Year == year && (filter.Stage == null || k.Stage == filter.Stage) && (!filter.Overdue || k.DueOn < today && !Judged.Contains(k.Stage))
            join c in visible on k.CraftsmanId equals c.Id
            where typed == "" || c.WorkerName.Contains(typed) || c.UnitName.Contains(typed)
            orderby k.Id
            select new DutyCheckRow(k.Id, c.WorkerName, c.UnitName, c.Title, k.Year, k.Stage, k.DueOn)).ToPage(filter.Page);
        return View(new DutyChecksPage(filter, year, years, page, today, (await duties.Paths(Policies.NameCraftsmen)).Count > 0, canOpen));
    }

    [HttpPost(""), Authorize(Policies.NameCraftsmen)]
    public async Task<IActionResult> Create([BindRequired] int year)
    {
        var count = await desk.Open(year);
        await audit.Write("duty-check.open", $"{year}", why: $"{count}");
        TempData["Done"] = $"{year} 年度履职考核已发起，共 {count} 人。";
        return Redirect($"/craftsmen/duty-checks?year={year}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var place = await desk.Find(id);
        var accounts = place.Check.History.Select(h => h.By).Distinct().ToList();
        return View(new DutyCheckPage(place, await desk.Evidence(place.Craftsman.WorkerId, place.Check.Year), await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), clock.Today()));
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id)
    {
        var place = await desk.Find(id);
        return View(await Filled(new DutyReportForm { Version = place.Check.Version, Lines = [.. place.Check.Lines.Select(l => new DutyLineForm { Code = l.Of.Code, Done = l.Done, Proof = l.Proof })] }, place));
    }

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Update(int id, DutyReportForm form)
    {
        var place = await desk.Find(id, form.Version);
        Refusal.Unless(place.Rights.Reports, "duty-check.not-yours");
        place.Check.Report(form.Lines.DistinctBy(l => l.Code).ToDictionary(l => l.Code, l => (l.Done, l.Proof ?? "")), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("duty-check.report", $"{id}");
        TempData["Done"] = "已填报，等待单位核对。";
        return Redirect($"/craftsmen/duty-checks/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        if (form is DutyReportForm report)
        {
            db.ChangeTracker.Clear();
            await Filled(report, await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture)));
        }
    }

    private async Task<DutyReportForm> Filled(DutyReportForm form, DutyCheckPlace place)
    {
        (form.Place, form.Evidence) = (place, await desk.Evidence(place.Craftsman.WorkerId, place.Check.Year));
        return form;
    }
}
