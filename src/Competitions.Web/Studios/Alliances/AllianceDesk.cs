using Competitions.Data;
using Competitions.Honours;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Alliances;

public sealed record AllianceFilter(string? Q, AllianceStage? Stage, int Page = 1);

/// <param name="Asked">A studio of the caller's own unit is invited and has not answered.</param>
public sealed record AllianceRow(int Id, string Name, string Field, AllianceStage Stage, string Lead, string OrganisationName, DateOnly FoundedOn, int Members, bool Asked);

public sealed record AlliancesPage(AllianceFilter Filter, PageOf<AllianceRow> Page, bool Founds);

/// <param name="Member">As it was invited.</param>
/// <param name="Stage">Of the studio today.</param>
/// <param name="Visible">The caller may open the studio's page.</param>
/// <param name="Own">The caller speaks for its unit.</param>
public sealed record AllianceMemberRow(AllianceMember Member, StudioStage Stage, bool Leads, bool Visible, bool Own)
{
    public bool Stands => StudioLifecycle.Stands(Stage);
}

public sealed record AllianceResult(int StudioId, string Studio, string Name, int? Rank, string Holder, string Grantor);

/// <param name="Keeps">The lead's unit, or one above it.</param>
/// <param name="Founds">The federation that founds and dissolves.</param>
public sealed record AlliancePage(
    StudioAlliance Alliance, int Year, IReadOnlyList<AllianceMemberRow> Members, IReadOnlyList<AllianceActivity> Activities, IReadOnlyList<AllianceResult> Results, IReadOnlyDictionary<string, string> Names, bool Keeps, bool Founds, DateOnly Today)
{
    public IEnumerable<int> Years => Enumerable.Range(Alliance.FoundedOn.Year, Math.Max(1, Today.Year - Alliance.FoundedOn.Year + 1)).Reverse();

    public IEnumerable<AllianceMemberRow> Joined => Members.Where(m => m.Member.IsMember(m.Stands));

    /// <summary>What waits for the caller's own word.</summary>
    public AllianceMemberRow? Asked => Members.FirstOrDefault(m => m.Own && m.Member.Stage is AllianceMemberStage.Invited);
}

/// <summary>Alliances that the caller sees: of the bodies in his reach, and those that a studio of his is in or is invited to.</summary>
public sealed class AllianceDesk(CompetitionsDb db, StudioDesk studios, MyDuties duties, TimeProvider clock)
{
    public async Task<IQueryable<StudioAlliance>> Visible()
    {
        var bodies = db.Organisations.Within(await duties.Paths(Policies.ReadStudios), o => o.Path).Select(o => o.Id);
        var mine = (await studios.Within(Policies.ReadStudios)).Select(s => s.Id);
        return db.StudioAlliances.Where(a => bodies.Contains(a.OrganisationId) || a.Members.Any(m => mine.Contains(m.StudioId)));
    }

    public async Task<StudioAlliance> Find(int id) => Missing.Unless(await (await Visible()).SingleOrDefaultAsync(a => a.Id == id));

    /// <summary>For the lead's unit, or one above it.</summary>
    public async Task<StudioAlliance> ToKeep(int id, int? version = null)
    {
        var kept = (await studios.Within(Policies.KeepStudios)).Select(s => s.Id);
        return At(Missing.Unless(await db.StudioAlliances.SingleOrDefaultAsync(a => a.Id == id && kept.Contains(a.LeadStudioId))), version);
    }

    /// <summary>For the federation that founded it.</summary>
    public async Task<StudioAlliance> ToDissolve(int id, int? version = null)
    {
        var bodies = db.Organisations.Within(await duties.Paths(Policies.NameStudios), o => o.Path).Select(o => o.Id);
        return At(Missing.Unless(await db.StudioAlliances.SingleOrDefaultAsync(a => a.Id == id && bodies.Contains(a.OrganisationId))), version);
    }

    /// <summary>As a page showed it: who changed it meanwhile is not overwritten.</summary>
    public StudioAlliance At(StudioAlliance alliance, int? version)
    {
        if (version is { } shown)
        {
            db.Entry(alliance).Property(a => a.Version).OriginalValue = shown;
        }

        return alliance;
    }

    /// <summary>Studios of the very units that he speaks for: a word for a unit is not given from above it.</summary>
    public async Task<IQueryable<Studio>> Own()
    {
        var paths = await duties.Paths(Policies.KeepStudios);
        return db.Studios.Where(s => db.Organisations.Any(o => o.Id == s.UnitId && paths.Contains(o.Path)));
    }

    public async Task<bool> Keeps(StudioAlliance alliance) => await (await studios.Within(Policies.KeepStudios)).AnyAsync(s => s.Id == alliance.LeadStudioId);

    public async Task<bool> Founds() => (await duties.Paths(Policies.NameStudios)).Count > 0;

    /// <summary>The body that founds with this lead: the nearest of his above it.</summary>
    public async Task<AllianceFounder> Founder(Studio lead)
    {
        var (paths, path) = (await duties.Paths(Policies.NameStudios), await db.Organisations.Where(o => o.Id == lead.UnitId).Select(o => o.Path).SingleAsync());
        var nearest = paths.Where(p => path.StartsWith(p, StringComparison.Ordinal)).MaxBy(p => p.Length);
        return Missing.Unless(await db.Organisations.Where(o => o.Path == nearest).Select(o => new AllianceFounder(o.Id, o.Name)).SingleOrDefaultAsync());
    }

    /// <summary>Standing studios that may lead a new one.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Leads() => await Choices((await studios.Within(Policies.NameStudios)).Where(s => s.Stage == StudioStage.Running || s.Stage == StudioStage.Rectifying));

    /// <summary>Standing studios below its body that are neither in it nor invited.</summary>
    public async Task<IQueryable<Studio>> Candidates(StudioAlliance alliance)
    {
        var path = await db.Organisations.Where(o => o.Id == alliance.OrganisationId).Select(o => o.Path).SingleAsync();
        var below = db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
        var open = alliance.Members.Where(m => m.IsOpen).Select(m => m.StudioId).ToList();
        return db.Studios.Where(s => (s.Stage == StudioStage.Running || s.Stage == StudioStage.Rectifying) && below.Contains(s.UnitId) && !open.Contains(s.Id));
    }

    public async Task<IReadOnlyList<SelectListItem>> Choices(IQueryable<Studio> of) =>
        [.. (await of.OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.UnitName }).ToListAsync()).Select(s => new SelectListItem($"{s.Name}（{s.UnitName}）", $"{s.Id}"))];

    public async Task<PageOf<AllianceRow>> Page(AllianceFilter filter)
    {
        var (alliances, own, typed) = (await Visible(), (await Own()).Select(s => s.Id), filter.Q?.Trim() ?? "");
        alliances = typed.Length == 0 ? alliances : alliances.Where(a => a.Name.Contains(typed) || a.Field.Contains(typed) || a.Members.Any(m => m.Name.Contains(typed) || m.UnitName.Contains(typed)));
        alliances = filter.Stage is { } stage ? alliances.Where(a => a.Stage == stage) : alliances;
        return await (
            from a in alliances.AsNoTracking()
            orderby a.Id descending
            select new AllianceRow(
                a.Id, a.Name, a.Field, a.Stage, db.Studios.Where(s => s.Id == a.LeadStudioId).Select(s => s.Name).First(), a.OrganisationName, a.FoundedOn,
                a.Members.Count(m => m.Stage == AllianceMemberStage.Joined && db.Studios.Any(s => s.Id == m.StudioId && (s.Stage == StudioStage.Running || s.Stage == StudioStage.Rectifying))),
                a.Members.Any(m => m.Stage == AllianceMemberStage.Invited && own.Contains(m.StudioId)))).ToPage(filter.Page);
    }

    /// <summary>An alliance's year, in a fixed number of queries.</summary>
    public async Task<AlliancePage> Of(StudioAlliance alliance, int? asked)
    {
        var today = clock.Today();
        var year = Math.Clamp(asked ?? today.Year, alliance.FoundedOn.Year, Math.Max(today.Year, alliance.FoundedOn.Year));
        var ids = alliance.Members.Select(m => m.StudioId).Distinct().ToList();
        var stages = await db.Studios.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Stage }).ToDictionaryAsync(s => s.Id, s => s.Stage);
        var visible = (await (await studios.Within(Policies.ReadStudios)).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync()).ToHashSet();
        var own = (await (await Own()).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync()).ToHashSet();
        var within = ids.Where(id => alliance.Members.Any(m => m.StudioId == id && m.From is { } since && since.Year <= year && (m.To is null || m.To.Value.Year >= year))).ToList();
        var results = await (
            from link in db.StudioResults
            where within.Contains(link.StudioId)
            join h in db.Honours on link.HonourId equals h.Id
            where h.Year == year && h.Stage == HonourStage.Granted
            join s in db.Studios on link.StudioId equals s.Id
            orderby s.Name, h.GrantedOn descending
            select new AllianceResult(s.Id, s.Name, h.Name, h.Rank, h.HolderName, h.GrantorName)).ToListAsync();
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var accounts = alliance.History.Select(h => h.By).Distinct().ToList();
        return new AlliancePage(
            alliance, year,
            [.. alliance.Members.Select(m => new AllianceMemberRow(m, stages[m.StudioId], m.StudioId == alliance.LeadStudioId, visible.Contains(m.StudioId), own.Contains(m.StudioId))).OrderByDescending(m => m.Leads).ThenBy(m => m.Member.Stage is not AllianceMemberStage.Joined).ThenBy(m => m.Member.InvitedOn)],
            await db.AllianceActivities.AsNoTracking().Where(a => a.AllianceId == alliance.Id && a.On >= first && a.On <= last).OrderByDescending(a => a.On).ToListAsync(),
            results, await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), alliance.IsOpen && await Keeps(alliance),
            alliance.IsOpen && await db.Organisations.Within(await duties.Paths(Policies.NameStudios), o => o.Path).AnyAsync(o => o.Id == alliance.OrganisationId), today);
    }
}
