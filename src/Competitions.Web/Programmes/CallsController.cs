using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Notices;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

public sealed record CallFilter(string? Kind, int? Year, string? Q, int Page = 1);

public sealed record CallRow(int Id, string Kind, int Year, string Title, string Owner, CallStage Stage, DateTime OpensAt, DateTime ClosesAt, DateTime RecommendBy, int Submitted, int Accepted, int Named);

public sealed record CallsPage(CallFilter Filter, PageOf<CallRow> Page, IReadOnlyList<int> Years, IReadOnlyList<string> Kinds, bool Runs, DateTime Now);

/// <param name="Counts">Of applications by stage, those that the caller may know of.</param>
public sealed record CallPage(
    Call Call, bool Runs, bool Approves, IReadOnlyDictionary<ApplicationStage, int> Counts, IReadOnlyList<CallQuota> Quotas, IReadOnlyList<ReviewerRow> Reviewers,
    IReadOnlyList<RankedRow> Ranked, PublicNotice? Notice, IReadOnlyDictionary<string, string> Names, DateTime Now)
{
    /// <summary>Of the step of who runs or decides it.</summary>
    public DateTime? Due { get; init; }

    public bool IsReviewOver => Call.IsUnderReview && Call.ReviewBy <= Now;

    public int Of(params ApplicationStage[] stages) => stages.Sum(s => Counts.GetValueOrDefault(s));

    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

public sealed record ReviewerRow(Reviewer Reviewer, string UnitName, int Given, int Asked, int Recused);

public sealed record RankedRow(int Id, string? Number, string Title, string UnitName, string? BlindCode, Points? First, int? PitchOrder, Points? Pitch, Points? Total, int? Rank, string? Grade, ApplicationStage Stage);

/// <summary>申报批次.</summary>
[Route("calls"), Authorize(Policies.ReadCalls)]
public sealed class CallsController(CompetitionsDb db, CallDesk desk, CallDetails details, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CallFilter filter)
    {
        var mine = await desk.Visible();
        var calls = mine.AsNoTracking();
        calls = string.IsNullOrEmpty(filter.Kind) ? calls : calls.Where(c => c.Kind == filter.Kind);
        calls = filter.Year is { } year ? calls.Where(c => c.Year == year) : calls;
        calls = string.IsNullOrWhiteSpace(filter.Q) ? calls : calls.Where(c => c.Title.Contains(filter.Q.Trim()));
        var rows = calls.OrderByDescending(c => c.Year).ThenByDescending(c => c.Id).Select(c => new CallRow(
            c.Id, c.Kind, c.Year, c.Title, c.OrganisationName, c.Stage, c.OpensAt, c.ClosesAt, c.RecommendBy,
            db.Applications.Count(a => a.CallId == c.Id && a.SubmittedAt != null), db.Applications.Count(a => a.CallId == c.Id && a.BlindCode != null || a.CallId == c.Id && a.Stage == ApplicationStage.Accepted),
            db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Named)));
        return View(new CallsPage(
            filter, await rows.ToPage(filter.Page), await mine.Select(c => c.Year).Distinct().OrderByDescending(y => y).ToListAsync(), await mine.Select(c => c.Kind).Distinct().ToListAsync(),
            (await duties.Paths(Policies.RunCalls)).Count > 0, clock.UtcNow()));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => View(await details.Page(await desk.Find(id)));

    [HttpGet("new"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string? preset)
    {
        var presets = await db.NewestProgrammePresets();
        var chosen = presets.FirstOrDefault(p => p.Code == preset) ?? (presets is [var first, ..] ? first : throw new Refusal("programme.unknown-kind", preset ?? ""));
        var today = clock.Today();
        return View(await Filled(new CallForm
        {
            Preset = chosen.Code, Year = today.Year, Title = $"{today.Year} 年{chosen.Name}", OpensAt = today.AddDays(3).ToDateTime(new TimeOnly(9, 0)),
            ClosesAt = today.AddDays(33).ToDateTime(new TimeOnly(18, 0)), RecommendBy = today.AddDays(47).ToDateTime(new TimeOnly(18, 0)), ReviewBy = today.AddDays(68).ToDateTime(new TimeOnly(18, 0)),
        }.WithRules(chosen.Rules)));
    }

    [HttpPost(""), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Create(CallForm form)
    {
        var preset = (await db.NewestProgrammePresets()).FirstOrDefault(p => p.Code == form.Preset) ?? throw new Refusal("programme.unknown-kind", form.Preset ?? "");
        var run = await desk.Run();
        var owner = Missing.Unless(await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == form.Owner && run.Contains(o.Id)));
        var call = new Call(preset.Kind, form.Year, form.Rules(preset.Rules), new Caller(owner.Id, owner.Name, owner.Level), form.Notice(), form.Window(), User.Account());
        db.Add(call);
        await db.SaveChangesAsync();
        await audit.Write("call.create", $"{call.Id}");
        TempData["Done"] = "批次已建立，接着分配推荐名额。";
        return Redirect($"/calls/{call.Id}/quotas");
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(int id) => View(await Filled(CallForm.Of(await desk.ToRun(id))));

    [HttpPost("{id:int}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Update(int id, CallForm form)
    {
        var call = await desk.ToRun(id);
        db.Entry(call).Property(c => c.Version).OriginalValue = form.Version;
        call.Edit(call.Stage is CallStage.Draft ? form.Rules(call.Rules) : call.Rules, form.Notice(), form.Window());
        await db.SaveChangesAsync();
        await audit.Write("call.change", $"{id}");
        TempData["Done"] = "已保存。";
        return Redirect($"/calls/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var typed = (CallForm)form;
        typed.Call = RouteData.Values["id"] is string id ? await desk.ToRun(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)) : null;
        await Filled(typed);
    }

    private async Task<CallForm> Filled(CallForm form)
    {
        if (form.Call is null)
        {
            form.Presets = [.. (await db.NewestProgrammePresets()).Select(p => new SelectListItem(p.Name, p.Code))];
            var held = (await duties.Held()).Where(d => Policies.KindsOf(Policies.RunCalls).Contains(d.Kind)).Select(d => d.OrganisationId).ToList();
            form.Owners = [.. (await db.Organisations.Where(o => held.Contains(o.Id)).OrderBy(o => o.Level).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];
        }

        return form;
    }
}
