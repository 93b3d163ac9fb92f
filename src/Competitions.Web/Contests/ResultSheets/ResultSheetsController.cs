using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.ResultSheets;

/// <summary>The list's filter, as it stands in the address.</summary>
public sealed class ResultSheetFilter
{
    public string? Q { get; set; }

    public ResultSheetStage? Stage { get; set; }

    public int Page { get; set; } = 1;
}

public sealed record ResultSheetLine(int Id, string ContestName, string EventTitle, string Organiser, OrganisationLevel Level, DateOnly HeldOn, string From, string To, ResultSheetStage Stage, int Rows, int Unknown);

public sealed record ResultSheetsPage(ResultSheetFilter Filter, PageOf<ResultSheetLine> Page);

public sealed record ResultSheetPage(ResultSheet Sheet, PageOf<ResultRow> Rows, string? Tab, bool MayReview, bool IsOwn, string Me, IReadOnlyDictionary<string, string> Names, IReadOnlyList<ResultSheetUse> Uses)
{
    public string NameOf(string account) => Names.GetValueOrDefault(account, account);
}

/// <summary>A promotion list that was made from it.</summary>
public sealed record ResultSheetUse(int List, string Code, string Title, PromotionStage Stage, bool Readable);

/// <summary>成绩单: results of contests that were held elsewhere.</summary>
[Route("result-sheets"), Authorize(Policies.Confirm)]
public sealed class ResultSheetsController(CompetitionsDb db, ResultSheetDesk desk, ResultSheetReader reader, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int MostBytes = 20 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(ResultSheetFilter filter)
    {
        var sheets = (await desk.Visible()).AsNoTracking().Where(s => (filter.Q == null || s.ContestName.Contains(filter.Q) || s.EventTitle.Contains(filter.Q) || s.Organiser.Contains(filter.Q)) && (filter.Stage == null || s.Stage == filter.Stage));
        return View(new ResultSheetsPage(filter, await sheets.OrderByDescending(s => s.Id)
            .Select(s => new ResultSheetLine(s.Id, s.ContestName, s.EventTitle, s.Organiser, s.Level, s.HeldOn, s.OrganisationName, s.ReceiverName, s.Stage, s.Rows.Count, s.Rows.Count(r => r.WorkerId == null))).ToPage(filter.Page)));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, string? tab, int page = 1)
    {
        var sheet = await desk.Load(id);
        var rows = sheet.Rows.Where(r => tab != "look" || r.PlaceDiffers || r.IsUnknown).OrderBy(r => r.Stands).ThenBy(r => r.Number).ToList();
        var at = Math.Clamp(page, 1, Math.Max(1, (rows.Count + 49) / 50));
        var accounts = sheet.History.Select(h => h.By).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var paths = await duties.Paths(Policies.Confirm);
        var owner = await db.Organisations.Where(o => o.Id == sheet.OrganisationId).Select(o => o.Path).SingleAsync();
        var uses = await (
            from list in db.PromotionLists
            where list.SourceSheetId == id && list.Stage != PromotionStage.Discarded
            join of in db.Events on list.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            join holder in db.Organisations on contest.OrganisationId equals holder.Id
            select new { list.Id, of.Code, Title = contest.Name + " · " + of.Title, list.Stage, holder.Path }).ToListAsync();
        return View(new ResultSheetPage(
            sheet, new PageOf<ResultRow>([.. rows.Skip((at - 1) * 50).Take(50)], at, 50, rows.Count), tab, await desk.MayReview(sheet), (await duties.Paths(Policies.Organise)).Reach(owner), User.Account(), names,
            [.. uses.Select(u => new ResultSheetUse(u.Id, u.Code, u.Title, u.Stage, paths.Reach(u.Path)))]));
    }

    [HttpGet("new"), Authorize(Policies.Organise)]
    public async Task<IActionResult> New()
    {
        var (owners, receivers, _, _) = await desk.Choices();
        var own = owners[0];
        return View(new ResultSheetForm { Owner = own.Code, Organiser = own.Name, Level = own.Level, Receiver = (receivers.FirstOrDefault(r => own.Level is OrganisationLevel.Enterprise && r.Id == own.ParentId) ?? own).Code });
    }

    [HttpGet("template.xlsx"), Authorize(Policies.Organise)]
    public IActionResult Template()
    {
        return SheetFile.Of("成绩单模板.xlsx", file => Shell.Workbooks.Template.Write(file, ResultSheetReader.Columns, [[.. ResultSheetReader.Columns.Select(c => c.Example)]]));
    }

    [HttpPost(""), Authorize(Policies.Organise), RequestSizeLimit(MostBytes + 64 * 1024)]
    public async Task<IActionResult> Create(ResultSheetForm form)
    {
        var choices = await desk.Choices();
        var (owner, receiver) = (choices.Owners.SingleOrDefault(o => o.Code == form.Owner) ?? throw new Missing(), choices.Receivers.SingleOrDefault(o => o.Code == form.Receiver) ?? throw new Missing());
        var of = await EventOf(form, choices);
        Refusal.Unless(form.Replaces is null || choices.Replaceable.Any(r => r.Value == $"{form.Replaces}"), "result-sheet.no-such-sheet");
        Refusal.Unless(form.Replaces is not null || !await db.ResultSheets.AnyAsync(s => s.OrganisationId == owner.Id && s.ContestName == form.ContestName.Trim() && s.EventTitle == form.EventTitle.Trim() && s.HeldOn == form.HeldOn
            && (s.Stage == ResultSheetStage.Imported || s.Stage == ResultSheetStage.Accepted)), "result-sheet.twice");
        using var file = new MemoryStream();
        await form.File!.CopyToAsync(file);
        var (rows, errors) = await reader.Read(owner, of, file);
        if (errors.Any)
        {
            return Wrong(form, file, errors);
        }

        var text = new ResultSheetText(form.ContestName, form.Organiser, form.Level, form.HeldOn!.Value, form.EventTitle, Path.GetFileName(form.File.FileName), of?.Id, await desk.Store(form.Evidence));
        var sheet = new ResultSheet(owner, receiver, text, rows, User.Account(), clock.UtcNow(), clock.Today(), form.Replaces, form.Why ?? "");
        db.Add(sheet);
        await db.SaveChangesAsync();
        await audit.Write("result-sheet.import", $"{sheet.Id}");
        TempData["Done"] = $"已导入 {rows.Count} 人的成绩，待{receiver.Name}审核。";
        return RedirectToAction("Show", new { id = sheet.Id });
    }

    [HttpGet("copies/{copy:guid}"), Authorize(Policies.Organise)]
    public IActionResult Copy(Guid copy) => desk.CopyOf(copy) is var path && System.IO.File.Exists(path) ? PhysicalFile(path, SheetFile.ContentType, "成绩单-标注.xlsx") : NotFound();

    [HttpGet("{id:int}/evidence")]
    public async Task<IActionResult> Evidence(int id) =>
        (await desk.Load(id)).Evidence is { } name && System.IO.File.Exists(desk.PaperOf(name)) ? PhysicalFile(desk.PaperOf(name), "application/pdf", "盖章扫描件.pdf") : NotFound();

    /// <summary>Who has no organisation is told so, and sees no form.</summary>
    Task IFills.Fill(IForm form) => desk.Choices();

    private async Task<Event?> EventOf(ResultSheetForm form, ResultSheetChoices choices)
    {
        if (string.IsNullOrEmpty(form.Event))
        {
            return null;
        }

        Refusal.Unless(choices.Events.Any(e => e.Value == form.Event), "result-sheet.no-such-event");
        var of = await db.Events.AsNoTracking().WithCode(form.Event);
        Refusal.Unless(of!.Groups.All(g => g.TeamSize == 1), "result-sheet.teams");
        return of;
    }

    private ViewResult Wrong(ResultSheetForm form, MemoryStream file, RowErrors errors)
    {
        foreach (var line in errors.Lines(20))
        {
            ModelState.AddModelError("", line);
        }

        (ViewData["Copy"], ViewData["WrongRows"]) = (desk.Keep(file, errors), errors.Rows);
        return new ViewResult { ViewName = "New", ViewData = new(ViewData) { Model = form }, TempData = TempData, StatusCode = StatusCodes.Status400BadRequest };
    }
}
