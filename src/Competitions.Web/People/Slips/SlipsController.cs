using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Activation;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Slips;

/// <param name="Until">Of the slip that is open; null without one.</param>
public sealed record SlipRow(int Id, string Name, string? Unit, DateTime? Until);

public sealed record SlipFilter(string? Organisation, string? Q, int Page = 1);

public sealed record SlipsPage(SlipFilter Filter, PageOf<SlipRow> Page, IReadOnlyList<SelectListItem> Organisations, string? Unit);

public sealed record SlipSheetPage(int Count, HtmlString Markup);

/// <summary>激活单: who has no account yet is given a slip, one by one or for a whole unit.</summary>
[Route("slips"), Authorize(Policies.ManagePeople)]
public sealed class SlipsController(CompetitionsDb db, SlipDesk desk, Register register, Documents documents, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(SlipFilter filter)
    {
        var (now, units) = (clock.UtcNow(), await register.Organisations(Policies.ManagePeople));
        var unit = filter.Organisation ?? (units.Count == 1 ? units[0].Value : null);
        var today = clock.Today();
        var rows = (await Without(unit)).Where(w => string.IsNullOrWhiteSpace(filter.Q) || w.Name.StartsWith(filter.Q.Trim())).OrderBy(w => w.Id).Select(w => new SlipRow(
            w.Id, w.Name, w.Memberships.Where(m => m.To == null || m.To >= today).Select(m => m.OrganisationName).FirstOrDefault(),
            db.ActivationSlips.Where(s => s.WorkerId == w.Id && s.UsedAt == null && s.ValidUntil >= now && s.Misses < ActivationSlip.MostMisses).Select(s => (DateTime?)s.ValidUntil).FirstOrDefault()));
        return View(new SlipsPage(filter, await rows.ToPage(filter.Page), units, unit));
    }

    /// <summary>The codes stand in this answer alone: it is printed now, or slips are given anew.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(string? organisation, int? worker)
    {
        var found = await Without(organisation);
        var now = clock.UtcNow();
        var workers = worker is { } one
            ? await found.Where(w => w.Id == one).ToListAsync()
            : organisation is null ? [] : await found.OrderBy(w => db.ActivationSlips.Any(s => s.WorkerId == w.Id && s.UsedAt == null && s.ValidUntil >= now)).ThenBy(w => w.Id).Take(SlipDesk.MostAtOnce).ToListAsync();
        Refusal.Unless(workers.Count > 0, "slip.nobody-left");
        await audit.Write("slip.give", worker is null ? organisation! : $"{worker}", why: $"{workers.Count}");
        var printed = await desk.Give(workers, User.Account(), new Uri($"{Request.Scheme}://{Request.Host}"));
        Response.Headers.CacheControl = "no-store";
        return View("Show", new SlipSheetPage(printed.Count, new HtmlString(await documents.Render<SlipSheet>(new Dictionary<string, object?> { [nameof(SlipSheet.Slips)] = printed }))));
    }

    /// <summary>Members of the caller's bodies who have no account yet; of that body, when one is named.</summary>
    private async Task<IQueryable<Worker>> Without(string? organisation)
    {
        var today = clock.Today();
        var found = (await register.Workers(Policies.ManagePeople)).Where(w => !db.Users.Any(u => u.WorkerId == w.Id));
        return string.IsNullOrWhiteSpace(organisation) ? found : found.Where(w => w.Memberships.Any(m =>
            (m.To == null || m.To >= today) && db.Organisations.Any(o => o.Id == m.OrganisationId && o.Code == organisation.Trim())));
    }
}
