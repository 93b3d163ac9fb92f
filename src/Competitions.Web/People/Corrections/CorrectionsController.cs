using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Corrections;

public sealed record CorrectionRow(int Id, int WorkerId, string Name, CorrectionField Field, string Text, DateTime At, bool? Corrected, string? Answer);

public sealed record CorrectionsPage(bool Answered, PageOf<CorrectionRow> Page);

/// <summary>更正申请 of the workers of the caller's bodies.</summary>
[Route("corrections"), Authorize(Policies.ManagePeople)]
public sealed class CorrectionsController(CompetitionsDb db, Register register, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool answered = false, int page = 1)
    {
        var mine = await register.Workers(Policies.ManagePeople);
        var rows = from request in db.CorrectionRequests
                   where request.AnsweredAt != null == answered
                   join worker in mine on request.WorkerId equals worker.Id
                   orderby answered ? -request.Id : request.Id
                   select new CorrectionRow(request.Id, worker.Id, worker.Name, request.Field, request.Text, request.At, request.Corrected, request.Answer);
        return View(new CorrectionsPage(answered, await rows.ToPage(page)));
    }

    [HttpPost("{id:int}/answers")]
    public async Task<IActionResult> Create(int id, bool corrected, string? answer)
    {
        var mine = await register.Workers(Policies.ManagePeople);
        var request = Missing.Unless(await db.CorrectionRequests.SingleOrDefaultAsync(r => r.Id == id && mine.Any(w => w.Id == r.WorkerId)));
        request.Decide(corrected, answer ?? "", User.Account(), clock.UtcNow());
        await audit.Write("correction.answer", $"{request.WorkerId}", why: corrected ? "corrected" : "not corrected");
        await db.SaveChangesAsync();
        TempData["Done"] = "已答复。";
        return Redirect("/corrections");
    }
}
