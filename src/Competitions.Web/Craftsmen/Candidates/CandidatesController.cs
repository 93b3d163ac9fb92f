using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Candidates;

/// <param name="Level">The code of a level; the lowest that is appointed where it is none.</param>
/// <param name="All">Also those who do not meet it, as long as anything is known of them.</param>
public sealed record CandidateFilter(string? Q, string? Level, bool All, int Page = 1)
{
    public string InAddress => string.Join('&', ((string Key, object? Value)[])[("q", Q), ("level", Level), ("all", All ? "true" : "")] is var every ? every.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

public sealed record CandidatesPage(CandidateFilter Filter, LadderLevel Level, PageOf<Candidate> Page, int Meeting, bool Recommends);

/// <summary>推荐: the unit's or the town's word on a candidate.</summary>
public sealed class RecommendationForm : IForm
{
    [StringLength(20)]
    public string? Level { get; set; }

    [Display(Name = "推荐意见"), StringLength(500, ErrorMessage = "推荐意见不超过 500 个字。")]
    public string? Opinion { get; set; }

    public Candidate? Of { get; internal set; }

    /// <summary>The open call that names this level, and his application there.</summary>
    public CandidateCall? Call { get; internal set; }

    public bool Recommends { get; internal set; }
}

/// <param name="ApplicationId">Null as long as nobody declared him there.</param>
public sealed record CandidateCall(int Id, string Title, int? ApplicationId);

/// <summary>Who meets a level, and why: computed from what is here; a person decides.</summary>
[Route("craftsmen/candidates"), Authorize(Policies.ReadCraftsmen)]
public sealed class CandidatesController(CompetitionsDb db, CandidateDesk candidates, CraftsmanDesk desk, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CandidateFilter filter)
    {
        var (level, typed) = (LevelOf(filter.Level), filter.Q?.Trim() ?? "");
        var all = await candidates.All(level, Policies.ReadCraftsmen);
        List<Candidate> rows = [.. all.Where(c => (filter.All || c.Found.Meets) && (typed.Length == 0 || c.Facts.Name.Contains(typed, StringComparison.Ordinal) || c.UnitName.Contains(typed, StringComparison.Ordinal)))];
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size));
        return View(new CandidatesPage(
            filter, level, new PageOf<Candidate>([.. rows.Skip((page - 1) * Paging.Size).Take(Paging.Size)], page, Paging.Size, rows.Count), all.Count(c => c.Found.Meets), (await duties.Paths(Policies.RecommendCraftsmen)).Count > 0));
    }

    [HttpGet("{worker:int}")]
    public async Task<IActionResult> New(int worker, string? level) => View(await Filled(new RecommendationForm { Level = level }, worker));

    [HttpPost("{worker:int}"), Authorize(Policies.RecommendCraftsmen)]
    public async Task<IActionResult> Create(int worker, RecommendationForm form)
    {
        var of = await candidates.One(LevelOf(form.Level), worker, Policies.RecommendCraftsmen) ?? throw new Refusal("craftsman.no-such-worker");
        Refusal.Unless(of.UnitId > 0, "craftsman.not-met", of.Facts.Name, of.Found.Level.Name);
        var made = Craftsman.Recommend(new CraftsmanPerson(worker, of.Facts.Name, of.UnitId, of.UnitName), CraftsmanDesk.Rules, of.Found, form.Opinion ?? "", User.Account());
        await desk.Add(made, User.Account());
        await audit.Write("craftsman.recommend", $"{made.Id}");
        TempData["Done"] = $"已推荐 {made.WorkerName}，等待区总工会认定。";
        return Redirect($"/craftsmen/{made.Id}");
    }

    Task IFills.Fill(IForm form) => Filled((RecommendationForm)form, int.Parse((string)RouteData.Values["worker"]!, CultureInfo.InvariantCulture));

    private static LadderLevel LevelOf(string? code) => CraftsmanDesk.Rules.Levels.FirstOrDefault(l => l.Code == code && l.AnyOf.Count > 0) ?? CraftsmanDesk.Rules.Levels.First(l => l.AnyOf.Count > 0);

    private async Task<RecommendationForm> Filled(RecommendationForm form, int worker)
    {
        var level = LevelOf(form.Level);
        form.Level = level.Code;
        form.Of = Missing.Unless(await candidates.One(level, worker, Policies.ReadCraftsmen));
        form.Recommends = await (await desk.Workers(Policies.RecommendCraftsmen)).AnyAsync(w => w.Id == worker);
        var now = clock.UtcNow();
        form.Call = level.CallKind is not { } kind ? null : await db.Calls.Where(c => c.Kind == kind && c.Stage == CallStage.Published && c.OpensAt <= now && now < c.ClosesAt).OrderByDescending(c => c.Id)
            .Select(c => new CandidateCall(c.Id, c.Title, db.Applications.Where(a => a.CallId == c.Id && a.People.Any(p => p.WorkerId == worker)).Select(a => (int?)a.Id).FirstOrDefault())).FirstOrDefaultAsync();
        return form;
    }
}
