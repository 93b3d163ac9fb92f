using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Mine;

/// <summary>Somebody saw the whole number: when, which, and the reason he gave.</summary>
public sealed record SeenRow(DateTime At, string What, string? Who, string? Why);

public sealed record MyDataPage(Worker Worker, WorkerRow Row, string? Occupation, string? Level, IReadOnlyList<CorrectionRequest> Requests, IReadOnlyList<SeenRow> Seen);

public sealed class CorrectionForm : IForm
{
    [Display(Name = "哪一项不对"), Required(ErrorMessage = "请选择哪一项不对。")]
    public CorrectionField? Field { get; set; }

    [Display(Name = "应当怎样"), Required, StringLength(500, MinimumLength = 4)]
    public string Text { get; set; } = "";
}

internal static class Me
{
    /// <exception cref="Missing">The account stands for no worker.</exception>
    public static int WorkerId(this ControllerBase page) =>
        int.TryParse(page.User.FindFirst(AccountClaims.WorkerId)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new Missing();
}

/// <summary>A worker's own record as it is kept, who looked at his numbers, and what he asked to have corrected.</summary>
[Route("my/data"), Authorize(Policies.Own)]
public sealed class MyDataController(CompetitionsDb db, Register register, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        var id = this.WorkerId();
        var (thing, worker) = ($"{id}", Missing.Unless(await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id)));
        var seen = await (from line in db.Audit where line.Act.StartsWith("worker.view-") && line.Thing == thing && line.Allowed orderby line.Sequence descending
                          select new SeenRow(line.At, line.Act, db.Users.Where(u => u.Id == line.AccountId).Select(u => u.DisplayName).FirstOrDefault(), line.Why)).Take(50).ToListAsync();
        return View(new MyDataPage(
            worker, register.Row(worker, clock.Today()),
            await db.Occupations.Where(o => o.Code == worker.OccupationCode).Select(o => o.Name).SingleOrDefaultAsync(),
            await db.SkillLevels.Where(l => l.Code == worker.SkillLevelCode).Select(l => l.Name).SingleOrDefaultAsync(),
            await db.CorrectionRequests.AsNoTracking().Where(r => r.WorkerId == id).OrderByDescending(r => r.Id).Take(50).ToListAsync(), seen));
    }
}

[Route("my/corrections"), Authorize(Policies.Own)]
public sealed class MyCorrectionsController(CompetitionsDb db, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("new")]
    public IActionResult New(CorrectionField? field) => View(new CorrectionForm { Field = field });

    [HttpPost("")]
    public async Task<IActionResult> Create(CorrectionForm form)
    {
        var id = this.WorkerId();
        db.Add(new CorrectionRequest(id, form.Field!.Value, form.Text, clock.UtcNow()));
        await audit.Write("correction.ask", $"{id}", why: $"{form.Field}");
        await db.SaveChangesAsync();
        TempData["Done"] = "更正申请已提交，所在工会会答复。";
        return Redirect("/my/data");
    }
}
