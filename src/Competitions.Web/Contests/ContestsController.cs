using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests;

public sealed record ContestsPage(ContestFilter Filter, PageOf<ContestRow> Page, IReadOnlyList<int> Years, IReadOnlyList<string> Owners);

public sealed record EventRow(int Id, string Code, string Title, string Occupation, EventStage Stage, int Capacity, int FewestEntries, int Entries, int Placed, int Open);

public sealed record ContestPage(Contest Contest, IReadOnlyList<EventRow> Events, bool Organises, IReadOnlyList<Deadline> Coming)
{
    public EventStage Stage => EventLifecycle.Of([.. Events.Select(e => e.Stage)]);
}

[Route("contests"), Authorize(Policies.ReadContests)]
public sealed class ContestsController(CompetitionsDb db, ContestList list, Calendar calendar, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller
{
    private const int DaysAhead = 60;
    private const int MostComing = 6;

    [HttpGet("")]
    public async Task<IActionResult> Index(ContestFilter filter)
    {
        var mine = await db.ContestsOf(duties);
        return View(new ContestsPage(
            filter, await list.Page(filter), await mine.Select(c => c.Year).Distinct().OrderByDescending(y => y).ToListAsync(),
            await mine.Select(c => c.OrganisationName).Distinct().OrderBy(n => n).Take(200).ToListAsync()));
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
            await duties.Organises(found.Id), [.. (await calendar.Between(clock.Today(), clock.Today().AddDays(DaysAhead))).Where(d => d.Of == contest).Take(MostComing)]));
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
