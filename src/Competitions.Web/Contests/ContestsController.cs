using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests;

/// <summary>The list's filter, as it stands in the address.</summary>
public sealed class ContestFilter
{
    public string? Q { get; set; }

    public int? Year { get; set; }

    public OrganisationLevel? Level { get; set; }

    public EventStage? Stage { get; set; }

    public int Page { get; set; } = 1;
}

public sealed record ContestRow(int Id, string Code, string Name, string Organisation, int Year, OrganisationLevel Level, DateOnly StartsOn, DateOnly EndsOn)
{
    public IReadOnlyList<EventStage> Stages { get; set; } = [];

    public int Capacity { get; set; }

    public int Entries { get; set; }

    public EventStage Stage => EventLifecycle.Of(Stages);
}

public sealed record ContestsPage(ContestFilter Filter, PageOf<ContestRow> Page, IReadOnlyList<int> Years);

public sealed record EventRow(int Id, string Code, string Title, string Occupation, EventStage Stage, int Capacity, int FewestEntries, int Entries, int Placed, int Open);

public sealed record ContestPage(Contest Contest, IReadOnlyList<EventRow> Events, bool Organises)
{
    public EventStage Stage => EventLifecycle.Of([.. Events.Select(e => e.Stage)]);
}

[Route("contests"), Authorize(Policies.ReadContests)]
public sealed class ContestsController(CompetitionsDb db, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ContestFilter filter)
    {
        var mine = await db.ContestsOf(duties);
        var rows = mine.Where(c => (filter.Q == null || c.Name.Contains(filter.Q) || c.OrganisationName.Contains(filter.Q)) && (filter.Year == null || c.Year == filter.Year)
            && (filter.Level == null || c.Level == filter.Level) && (filter.Stage == null || db.Events.Any(e => e.ContestId == c.Id && e.Stage == filter.Stage)));
        var page = await rows.OrderByDescending(c => c.StartsOn).ThenBy(c => c.Id)
            .Select(c => new ContestRow(c.Id, c.Code, c.Name, c.OrganisationName, c.Year, c.Level, c.StartsOn, c.EndsOn)).ToPage(filter.Page);
        await Count(page.Rows);
        return View(new ContestsPage(filter, page, await mine.Select(c => c.Year).Distinct().OrderByDescending(y => y).ToListAsync()));
    }

    [HttpGet("{contest}")]
    public async Task<IActionResult> Show(string contest)
    {
        var found = Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest));
        var events = await db.Events.AsNoTracking().Where(e => e.ContestId == found.Id).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Code, e.Title, e.OccupationName, e.Stage, e.Capacity, e.FewestEntries }).ToListAsync();
        var counts = (await db.Entries.Where(x => x.ContestId == found.Id).GroupBy(x => new { x.EventId, x.Stage }).Select(g => new { g.Key.EventId, g.Key.Stage, Count = g.Count() }).ToListAsync()).ToLookup(c => c.EventId);
        int Sum(int id, IReadOnlyList<EntryStage> stages) => counts[id].Where(c => stages.Contains(c.Stage)).Sum(c => c.Count);
        return View(new ContestPage(found,
            [.. events.Select(e => new EventRow(e.Id, e.Code, e.Title, e.OccupationName, e.Stage, e.Capacity, e.FewestEntries, Sum(e.Id, EntryLifecycle.Alive), Sum(e.Id, EntryLifecycle.Placed), Sum(e.Id, EntryLifecycle.Open)))],
            await duties.Organises(found.Id)));
    }

    [HttpGet("new"), Authorize(Policies.Organise)]
    public async Task<IActionResult> New()
    {
        var (owners, today) = (await Owners(), clock.Today());
        return View(new ContestForm
        {
            Owner = owners[0].Code, Level = owners[0].Level, Year = today.Year, StartsOn = today.AddMonths(2), EndsOn = today.AddMonths(2).AddDays(1),
            Hosts = [new HostForm { Name = owners[0].Name, Leads = true }, new HostForm { Role = HostRole.Organiser }],
        });
    }

    [HttpPost(""), Authorize(Policies.Organise)]
    public async Task<IActionResult> Create(ContestForm form)
    {
        var owner = (await Owners()).SingleOrDefault(o => o.Code == form.Owner) ?? throw new Missing();
        var code = string.IsNullOrWhiteSpace(form.Code) ? await FreeCode(owner.Code, form.Year) : form.Code.Trim();
        Refusal.Unless(!await db.Contests.AnyAsync(c => c.Code == code), "contest.code-taken", code);
        var contest = new Contest(code, owner, form.Text(), clock.Today());
        contest.HostedBy(form.HostList());
        db.Add(contest);
        await db.SaveChangesAsync();
        await audit.Write("contest.create", code);
        TempData["Done"] = "赛事已建立，接着添加赛项。";
        return RedirectToAction("Show", new { contest = code });
    }

    [HttpGet("{contest}/edit"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Edit(string contest) => View(ContestForm.Of(Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest))));

    [HttpPost("{contest}"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Update(string contest, ContestForm form)
    {
        var found = Missing.Unless(await db.Contests.WithCode(contest));
        db.Entry(found).Property(c => c.Version).OriginalValue = form.Version;
        found.Describe(form.Text());
        found.HostedBy(form.HostList());
        await db.SaveChangesAsync();
        TempData["Done"] = "已保存。";
        return RedirectToAction("Show", new { contest });
    }

    /// <summary>Last year's contest again, with its events; nothing that happened comes along.</summary>
    [HttpPost("{contest}/copies"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Copy(string contest)
    {
        var old = Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest));
        var owner = await db.Organisations.SingleAsync(o => o.Id == old.OrganisationId);
        var years = Math.Max(1, clock.Today().Year - old.Year);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var copy = old.Again(await FreeCode(owner.Code, old.Year + years), owner, years, clock.Today());
        db.Add(copy);
        await db.SaveChangesAsync();
        var number = 0;
        foreach (var of in await db.Events.AsNoTracking().Where(e => e.ContestId == old.Id).OrderBy(e => e.Id).ToListAsync())
        {
            db.Add(of.Again(copy.Id, $"{copy.Code}-{++number:00}"));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await audit.Write("contest.copy", copy.Code, why: contest);
        TempData["Done"] = $"已复制为 {copy.Year} 年赛事，赛项 {number} 个，日期已顺延，请核对。";
        return RedirectToAction("Show", new { contest = copy.Code });
    }

    private async Task Count(IReadOnlyList<ContestRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var events = (await db.Events.Where(e => ids.Contains(e.ContestId)).Select(e => new { e.ContestId, e.Stage, e.Capacity }).ToListAsync()).ToLookup(e => e.ContestId);
        var entries = await db.Entries.Where(e => ids.Contains(e.ContestId) && EntryLifecycle.Alive.Contains(e.Stage)).GroupBy(e => e.ContestId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        foreach (var row in rows)
        {
            (row.Stages, row.Capacity, row.Entries) = ([.. events[row.Id].Select(e => e.Stage)], events[row.Id].Sum(e => e.Capacity), entries.GetValueOrDefault(row.Id));
        }
    }

    private async Task<List<Organisation>> Owners()
    {
        var paths = await duties.Paths(Policies.Organise);
        var ids = (await duties.Held()).Where(d => d.OrganisationId is not null && Policies.KindsOf(Policies.Organise).Contains(d.Kind)).Select(d => d.OrganisationId!.Value).Distinct().ToList();
        Refusal.Unless(paths.Count > 0, "contest.no-organisation");
        var owners = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Level).ToListAsync();
        ViewData["Owners"] = owners;
        return owners;
    }

    private async Task<string> FreeCode(string owner, int year)
    {
        var stem = string.Concat(owner.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-'))[..Math.Min(16, owner.Length)] + "-" + year;
        for (var n = 1; ; n++)
        {
            var code = n == 1 ? stem : $"{stem}-{n}";
            if (!await db.Contests.AnyAsync(c => c.Code == code))
            {
                return code;
            }
        }
    }
}
