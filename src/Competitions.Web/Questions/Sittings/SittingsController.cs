using System.Security.Claims;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Sittings;

/// <summary>A question as the competitor gets it: what is right is not read from the database at all.</summary>
public sealed record AskedQuestion(int Place, QuestionKind Kind, string Text, IReadOnlyList<string> Choices, Points Points);

public sealed record MySittingRow(int Id, string Title, DateTime OpensAt, DateTime ClosesAt, int Minutes, SittingStage Stage, Points? Points, bool ShowsResult);

public sealed record SavedAnswer(int Place, string Given, long Turn);

public sealed record SittingPage(
    Sitting Sitting, Occasion Occasion, string Name, IReadOnlyList<AskedQuestion> Questions, IReadOnlyList<SavedAnswer> Given, DateTime Now, Points Total);

/// <summary>The caller's own sittings; another's are not there.</summary>
public static class OwnSittings
{
    public static IQueryable<Sitting> Of(this IQueryable<Sitting> sittings, ClaimsPrincipal user)
    {
        var worker = int.TryParse(user.FindFirstValue(AccountClaims.WorkerId), out var id) ? id : 0;
        return sittings.Where(s => s.WorkerId == worker);
    }

    public static async Task<Sitting> Of(this IQueryable<Sitting> sittings, ClaimsPrincipal user, int id) =>
        Missing.Unless(await sittings.Of(user).SingleOrDefaultAsync(s => s.Id == id));
}

[Route("sittings"), Authorize(Policies.Own)]
public sealed class SittingsController(CompetitionsDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1)
    {
        ViewData["Now"] = clock.UtcNow();
        return View(await (
            from sitting in db.Sittings.AsNoTracking().Of(User)
            join occasion in db.Occasions on sitting.OccasionId equals occasion.Id
            orderby occasion.OpensAt descending
            select new MySittingRow(sitting.Id, occasion.Title, occasion.OpensAt, occasion.ClosesAt, occasion.Minutes, sitting.Stage, sitting.Points, occasion.ShowsResult)).ToPage(page));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var sitting = await db.Sittings.Of(User, id);
        var occasion = await db.Occasions.AsNoTracking().SingleAsync(o => o.Id == sitting.OccasionId);
        var name = await db.Workers.Where(w => w.Id == sitting.WorkerId).Select(w => w.Name).SingleAsync();
        var items = db.Papers.AsNoTracking().Where(p => p.Id == occasion.PaperId).SelectMany(p => p.Items).Where(i => i.Set == sitting.Set);
        var points = await items.Select(i => i.Points).ToListAsync();
        var sits = sitting.Stage is SittingStage.Sitting;
        var asked = sits ? await items.OrderBy(i => i.Place).Select(i => new AskedQuestion(i.Place, i.Kind, i.Text, i.Choices, i.Points)).ToListAsync() : [];
        var given = sits ? (await db.GivenAnswers.AsNoTracking().Where(a => a.SittingId == id).ToListAsync())
            .GroupBy(a => a.Place).Select(p => p.OrderBy(a => a.Turn).ThenBy(a => a.Id).Last()).Select(a => new SavedAnswer(a.Place, a.Given, a.Turn)).ToList() : [];
        return View(sitting.Stage switch { SittingStage.Admitted => "Cover", SittingStage.Sitting => "Show", _ => "Result" },
            new SittingPage(sitting, occasion, name, asked, given, clock.UtcNow(), Points.Sum(points)));
    }

    /// <summary>The server's clock, for the page to set its own by; extra time shows here.</summary>
    [HttpGet("{id:int}/clock")]
    public async Task<IActionResult> Clock(int id)
    {
        var sitting = await db.Sittings.AsNoTracking().Of(User).SingleOrDefaultAsync(s => s.Id == id);
        return sitting is null ? NotFound() : Json(new
        {
            Now = new DateTimeOffset(clock.UtcNow()).ToUnixTimeMilliseconds(),
            Deadline = sitting.Deadline is { } deadline ? new DateTimeOffset(deadline).ToUnixTimeMilliseconds() : 0,
            Ended = sitting.Stage is SittingStage.HandedIn,
        });
    }
}

[Route("sittings/{id:int}/starts"), Authorize(Policies.Own)]
public sealed class StartsController(CompetitionsDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var sitting = await db.Sittings.Of(User, id);
        sitting.Start(await db.Occasions.AsNoTracking().SingleAsync(o => o.Id == sitting.OccasionId), clock.UtcNow());
        await db.SaveChangesAsync();
        return Redirect($"/sittings/{id}");
    }
}

[ApiController, Route("sittings/{id:int}/answers"), Authorize(Policies.Own), AutoValidateAntiforgeryToken]
public sealed class AnswersController(CompetitionsDb db, SittingDesk desk) : ControllerBase
{
    /// <summary>A batch from the browser's queue; each answer has its own reply, and sending it again changes nothing.</summary>
    [HttpPost("")]
    public async Task<AnswerReply[]> Create(int id, SentAnswer[] answers) =>
        await desk.Take(Missing.Unless(await db.Sittings.AsNoTracking().Of(User).SingleOrDefaultAsync(s => s.Id == id)), answers);
}

[Route("sittings/{id:int}/hand-ins"), Authorize(Policies.Own)]
public sealed class HandInsController(CompetitionsDb db, SittingDesk desk) : Controller
{
    /// <summary>A second hand-in shows the result of the first.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var sitting = await db.Sittings.Of(User, id);
        if (sitting.Stage is not SittingStage.HandedIn)
        {
            await desk.End(sitting);
        }

        return Redirect($"/sittings/{id}");
    }
}
