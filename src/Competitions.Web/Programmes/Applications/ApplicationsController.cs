using System.Globalization;
using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications;

public sealed record ApplicationFilter(int? Call, string? Kind, ApplicationStage? Stage, string? Q, int Page = 1)
{
    /// <summary>As it stands in an address, without the page.</summary>
    public string InAddress() => string.Join('&', ((string Key, object? Value)[])[("call", Call), ("kind", Kind), ("stage", Stage), ("q", Q)] is var all
        ? all.Where(f => !string.IsNullOrEmpty($"{f.Value}")).Select(f => $"{f.Key}={Uri.EscapeDataString($"{f.Value}")}") : []);
}

public sealed record ApplicationRow(int Id, string? Number, string Title, string UnitName, string RecommenderName, int CallId, string Call, string Kind, CallStage CallStage, ApplicationStage Stage, decimal? Amount, DateTime? SubmittedAt, bool IsInside);

public sealed record ApplicationsPage(ApplicationFilter Filter, PageOf<ApplicationRow> Page, IReadOnlyList<(int Id, string Title)> Calls)
{
    /// <summary>Calls that a worker may declare himself to; who reads calls finds them there.</summary>
    public IReadOnlyList<Call> Open { get; init; } = [];
}

public sealed record ApplicationPage(
    ApplicationPlace Place, IReadOnlyList<Finding> Findings, IReadOnlyList<ApplicationPaper> Papers, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Blinded, DateTime Now)
{
    public IReadOnlyList<ApplicationLink> Links { get; init; } = [];

    /// <summary>Who acts next, and by when.</summary>
    public string? Next { get; init; }

    public bool ReadsCalls { get; init; }

    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");

    public IEnumerable<Finding> Blocking => Findings.Where(f => f.IsBlocking);

    public IEnumerable<Finding> Flagged => Findings.Where(f => !f.IsBlocking);
}

/// <summary>申报: lists, the page of one, and its form.</summary>
[Route("applications"), Authorize(Policies.ReadApplications)]
public sealed class ApplicationsController(CompetitionsDb db, ApplicationDesk desk, ApplicationFactsDesk facts, ApplicationPeople people, CallDesk calls, MyDuties duties, IEnumerable<IApplicationLinks> links, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ApplicationFilter filter)
    {
        var mine = await desk.Visible();
        var known = await (from call in db.Calls where mine.Any(a => a.CallId == call.Id) orderby call.Year descending, call.Id descending select new { call.Id, call.Title }).Take(100).ToListAsync();
        return View(new ApplicationsPage(filter, await (await Rows(filter)).ToPage(filter.Page), [.. known.Select(c => (c.Id, c.Title))])
        {
            Open = await duties.Any([.. Policies.KindsOf(Policies.ReadCalls)]) ? [] : await OpenToHim(),
        });
    }

    private async Task<IReadOnlyList<Call>> OpenToHim()
    {
        var (above, now) = ((await duties.Paths(Policies.Declare)).SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).Distinct().ToList(), clock.UtcNow());
        return await db.Calls.AsNoTracking().Where(c => c.Stage == CallStage.Published && c.OpensAt <= now && now < c.ClosesAt && above.Contains(c.OrganisationId)).OrderBy(c => c.ClosesAt).Take(20).ToListAsync();
    }

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(ApplicationFilter filter)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var count = 0;
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("申报", [16, 40, 36, 28, 32, 14, 16, 20]);
            sheets.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，仅限工作使用，不得外传。", Look.Note));
            sheets.Row(((string[])["编号", "名称", "申报单位", "推荐单位", "批次", "状态", "首年净效益（元）", "提交时间"]).Select(h => new Cell(h, Look.Header)));
            await foreach (var row in (await Rows(filter)).AsAsyncEnumerable())
            {
                sheets.Row(row.Number, row.Title, row.UnitName, row.RecommenderName, row.Call, (row.IsInside ? row.Stage : ApplicationDesk.ShownOutside(row.Stage, row.CallStage)).Name(),
                    row.Amount?.ToString("0.##", CultureInfo.InvariantCulture), row.SubmittedAt?.Moment());
                count++;
            }
        }

        await audit.Write("application.export", $"{count}");
        file.Position = 0;
        return File(file, SheetFile.ContentType, $"申报-{clock.Today().Iso()}.xlsx");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var place = await desk.Find(id);
        var (application, call) = (place.Application, place.Call);
        var papers = await db.ApplicationPapers.AsNoTracking().Where(p => p.ApplicationId == id).OrderBy(p => p.Id).ToListAsync();
        var known = await facts.Of(application, call, clock.Today(), place.Runs || place.Leads || place.Recommends);
        var accounts = application.History.Select(h => h.By).Append(application.MadeBy).Distinct().ToList();
        return View(new ApplicationPage(
            place, application.Check(call, known, [.. papers.Select(p => p.Title)], clock.Today()), papers,
            await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), place.Runs ? await people.NamesToHide(application) : [], clock.UtcNow()) { Links = await Linked(application, call), ReadsCalls = await duties.Any([.. Policies.KindsOf(Policies.ReadCalls)]), Next = ApplicationNext.Of(place, await CallDue.Of(db, call)) });
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.Declare)]
    public async Task<IActionResult> Edit(int id)
    {
        var place = await ToWrite(id, track: false);
        Refusal.Unless(place.Application.IsOpen, "application.not-open");
        return View(await people.Filled(ApplicationEdit.Of(place)));
    }

    [HttpPost("{id:int}"), Authorize(Policies.Declare)]
    public async Task<IActionResult> Update(int id, ApplicationEdit form)
    {
        var place = await ToWrite(id, track: true);
        form.Place = place;
        form.Answers = ApplicationEdit.Read(Request.Form, place.Call.Fields);
        if (form.Add is not null || form.Remove is not null || form.Search is not null && Request.Form.ContainsKey("find"))
        {
            form.People.RemoveAll(p => p.WorkerId == form.Remove);
            if (form.Add is { } added && form.People.TrueForAll(p => p.WorkerId != added))
            {
                form.People.Add(new PersonForm { WorkerId = added, IsFrontLine = true });
            }

            ModelState.Clear();
            return View("Edit", await people.Filled(form));
        }

        db.Entry(place.Application).Property(a => a.Version).OriginalValue = form.Version;
        place.Application.Write(place.Call, form.Title, form.Answers, await people.Named(form));
        await db.SaveChangesAsync();
        TempData["Done"] = "已保存。";
        return Redirect($"/applications/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var typed = (ApplicationEdit)form;
        typed.Place = await ToWrite(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), track: false);
        typed.Answers = ApplicationEdit.Read(Request.Form, typed.Place.Call.Fields);
        await people.Filled(typed);
    }

    private async Task<IReadOnlyList<ApplicationLink>> Linked(Application application, Call call)
    {
        List<ApplicationLink> found = [];
        foreach (var room in links)
        {
            found.AddRange(await room.Of(application, call));
        }

        return found;
    }

    private async Task<ApplicationPlace> ToWrite(int id, bool track)
    {
        var place = await desk.Find(id, track);
        return place.IsOwner ? place : throw new Missing();
    }

    private async Task<IQueryable<ApplicationRow>> Rows(ApplicationFilter filter)
    {
        var (mine, run, led) = (await desk.Visible(), await calls.Run(), db.Organisations.Within(await duties.Paths(Policies.Approve), o => o.Path).Select(o => o.Id));
        var q = filter.Q?.Trim() ?? "";
        return
            from a in mine.AsNoTracking()
            join c in db.Calls on a.CallId equals c.Id
            let inside = run.Contains(c.OrganisationId) || led.Contains(c.OrganisationId)
            let hidden = !inside && (a.Stage == ApplicationStage.Selected || a.Stage == ApplicationStage.Approved || a.Stage == ApplicationStage.Unselected && (c.Stage == CallStage.Ranked || c.Stage == CallStage.Approved))
            where filter.Call == null || a.CallId == filter.Call
            where string.IsNullOrEmpty(filter.Kind) || c.Kind == filter.Kind
            where filter.Stage == null || (hidden ? ApplicationStage.UnderReview : a.Stage) == filter.Stage
            where q == "" || a.Title.Contains(q) || a.UnitName.Contains(q) || a.Number == q || a.People.Any(p => p.Name == q)
            orderby c.Year descending, c.Id descending, a.Id descending
            select new ApplicationRow(a.Id, a.Number, a.Title, a.UnitName, a.RecommenderName, c.Id, c.Title, c.Kind, c.Stage, a.Stage, a.Amount, a.SubmittedAt, inside);
    }
}
