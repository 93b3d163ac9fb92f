using System.Globalization;
using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Reviews;

public sealed class ReviewItemForm
{
    public string Key { get; set; } = "";

    /// <summary>As typed: what is no number is told with what he typed.</summary>
    public string? Points { get; set; }

    public string? Comment { get; set; }
}

public sealed class ReviewForm : IForm
{
    public List<ReviewItemForm> Items { get; set; } = [];

    /// <summary>save, submit or recuse.</summary>
    public string Then { get; set; } = "save";

    public string? Why { get; set; }

    public int Version { get; set; }

    [ValidateNever]
    public ReviewPage Page { get; internal set; } = null!;
}

public sealed record ReviewPage(Call Call, int Id, string Code, string Title, ApplicationContent Content, IReadOnlyList<ApplicationPaper> Papers, ReviewSheet? Sheet, IReadOnlyList<ReviewRow> Rows, string? Whose, DateTime Now)
{
    public bool IsOver => Call.ReviewBy <= Now;

    public int At => Rows.Select((r, i) => (r, i)).First(r => r.r.Id == Id).i;

    public bool IsOpen => Sheet is null or { Stage: ReviewSheetStage.Open };
}

/// <summary>评审任务: an expert's applications, one beside its rubric.</summary>
[Route("reviews"), Authorize(Policies.Review)]
public sealed class ReviewsController(CompetitionsDb db, ReviewDesk desk, ApplicationPeople people, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await desk.Tasks());

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id)
    {
        var page = await Load(id);
        return View(new ReviewForm
        {
            Page = page, Version = page.Sheet?.Version ?? 0,
            Items = [.. page.Call.Rules.Rubric.Select(r => page.Sheet?.Items.FirstOrDefault(i => i.Key == r.Key) is { } item
                ? new ReviewItemForm { Key = r.Key, Points = item.Points?.ToString("0.#", CultureInfo.InvariantCulture), Comment = item.Comment } : new ReviewItemForm { Key = r.Key })],
        });
    }

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Update(int id, ReviewForm form)
    {
        var (call, application, known) = await desk.Find(id);
        var (sheet, at) = (known ?? db.Add(new ReviewSheet(call, application, User.Account())).Entity, clock.UtcNow());
        if (known is not null)
        {
            db.Entry(sheet).Property(s => s.Version).OriginalValue = form.Version;
        }

        if (form.Then == "recuse")
        {
            sheet.Recuse(form.Why ?? "", at);
        }
        else
        {
            sheet.Write(call, Items(call.Rules, form), at);
            if (form.Then == "submit")
            {
                sheet.Submit(call, at);
            }
        }

        await Save();
        await audit.Write($"review.{(form.Then is "submit" or "recuse" ? form.Then : "save")}", $"{id}");
        var next = form.Then == "save" ? id : (await desk.Rows(call)).FirstOrDefault(r => r.Stage is null or ReviewSheetStage.Open)?.Id;
        TempData["Done"] = form.Then switch { "submit" => $"{application.BlindCode} 已提交。", "recuse" => $"{application.BlindCode} 已回避。", _ => "已暂存。" };
        return Redirect(next is { } more ? $"/reviews/{more}" : "/reviews");
    }

    /// <summary>A paper that experts may see; a blind one by its number alone.</summary>
    [HttpGet("{id:int}/papers/{paper:int}")]
    public async Task<IActionResult> Paper(int id, int paper)
    {
        var page = await Load(id);
        var found = Missing.Unless(page.Papers.SingleOrDefault(p => p.Id == paper));
        var file = store.Open(found.Hash);
        await audit.Write("review.paper-read", $"{id}", why: found.Title);
        Response.Headers.CacheControl = "no-store";
        return File(file, found.ContentType, ReviewDesk.IsBlind(page.Call) ? $"{page.Code}-{found.Title}{Path.GetExtension(found.Name)}" : found.Name);
    }

    async Task IFills.Fill(IForm form)
    {
        var typed = (ReviewForm)form;
        typed.Page = await Load(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
        typed.Version = typed.Page.Sheet?.Version ?? 0;
    }

    private static List<ReviewItem> Items(CallRules rules, ReviewForm form) => [.. form.Items.Select(i =>
    {
        var asked = rules.Rubric.FirstOrDefault(r => r.Key == i.Key) ?? throw new Refusal("review.unknown-item");
        decimal? points = string.IsNullOrWhiteSpace(i.Points) ? null : Answers.ToNumber(i.Points.Trim()) ?? throw new Refusal("review.points-range", asked.Name, asked.Most);
        return new ReviewItem(i.Key, points, i.Comment?.Trim() ?? "");
    })];

    /// <summary>Two windows of one expert that begin the same sheet at once: the second is told.</summary>
    private async Task Save()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (twice is not DbUpdateConcurrencyException)
        {
            throw new DbUpdateConcurrencyException("review sheet", twice);
        }
    }

    private async Task<ReviewPage> Load(int id)
    {
        var (call, application, sheet) = await desk.Find(id);
        var blind = ReviewDesk.IsBlind(call);
        var hide = blind ? await people.NamesToHide(application) : null;
        var papers = await db.ApplicationPapers.AsNoTracking().Where(p => p.ApplicationId == id && (!blind || p.IsBlind)).OrderBy(p => p.Id).ToListAsync();
        return new ReviewPage(
            call, id, application.BlindCode!, blind ? BlindText.Of(application.Title, hide!) : application.Title, ApplicationContent.Of(call, application, hide), papers, sheet, await desk.Rows(call),
            blind ? null : $"{application.UnitName} · {string.Join('、', application.People.OrderBy(p => p.Order).Select(p => p.Name))}", clock.UtcNow());
    }
}
