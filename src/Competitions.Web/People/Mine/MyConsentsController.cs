using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Mine;

public sealed record MyConsentsPage(IReadOnlyList<Consent> Given)
{
    public Consent? Standing(ConsentKind kind) => Given.FirstOrDefault(c => c.Kind == kind && c.WithdrawnAt is null);
}

/// <summary>What a worker agreed to, in which words, and taking it back (PIPL Art. 15: as easily as it was given).</summary>
[Route("my/consents"), Authorize(Policies.Own)]
public sealed class MyConsentsController(CompetitionsDb db, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var id = this.WorkerId();
        return View(new MyConsentsPage(await db.Consents.AsNoTracking().Where(c => c.WorkerId == id).OrderByDescending(c => c.Id).Take(100).ToListAsync()));
    }

    [HttpPost("{kind}")]
    public async Task<IActionResult> Create(ConsentKind kind, string? version)
    {
        var id = this.WorkerId();
        Refusal.Unless(version == ConsentTexts.Version, "entry.consent-text");
        if (!await db.Consents.AnyAsync(c => c.WorkerId == id && c.Kind == kind && c.WithdrawnAt == null && c.TextVersion == version))
        {
            await audit.Write("consent.give", $"{id}", why: $"{kind} {version}");
            db.Add(new Consent(id, kind, version!, clock.UtcNow()));
            await db.SaveChangesAsync();
        }

        TempData["Done"] = "已同意。";
        return Redirect("/my/consents");
    }

    [HttpPost("{kind}/end")]
    public async Task<IActionResult> Delete(ConsentKind kind)
    {
        var id = this.WorkerId();
        var standing = await db.Consents.Where(c => c.WorkerId == id && c.Kind == kind && c.WithdrawnAt == null).ToListAsync();
        Refusal.Unless(standing.Count > 0, "consent.already-withdrawn");
        await audit.Write("consent.withdraw", $"{id}", why: $"{kind}");
        standing.ForEach(c => c.Withdraw(clock.UtcNow()));
        await db.SaveChangesAsync();
        TempData["Done"] = "已撤回，从现在起生效。";
        return Redirect("/my/consents");
    }
}
