using Competitions.Data;
using Competitions.Honours;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios;

public sealed record StudioHonour(int LinkId, int HonourId, string Name, int? Rank, string Holder, string Grantor, int Year, HonourStage Stage);

/// <summary>An alliance that the studio is in, or is invited to.</summary>
public sealed record StudioAllianceLine(int Id, string Name, bool Leads, AllianceMemberStage Stage, DateOnly? From);

/// <summary>What an alliance did while the studio was a member.</summary>
public sealed record SharedActivity(int Id, int AllianceId, string Alliance, ActivityKind Kind, string Title, DateOnly On, int People);

/// <summary>A studio's year.</summary>
/// <param name="Assessments">Of all years, the youngest first.</param>
public sealed record StudioPage(
    Studio Studio, int Year, IReadOnlyList<StudioTopic> Topics, IReadOnlyList<StudioActivity> Activities, IReadOnlyList<StudioFunding> Fundings, IReadOnlyList<StudioHonour> Results, IReadOnlyList<StudioPaper> Papers,
    IReadOnlyList<StudioAssessment> Assessments, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Its own unit or one above keeps its record.</summary>
    public bool Keeps { get; init; }

    /// <summary>The federation: names, assesses, takes the plaque away.</summary>
    public bool NamesIt { get; init; }

    public DateOnly Today { get; init; }

    public IReadOnlyList<StudioAllianceLine> Alliances { get; init; } = [];

    public IReadOnlyList<SharedActivity> Shared { get; init; } = [];

    /// <summary>专利 that came from it, by their own register.</summary>
    public IReadOnlyList<(int Id, string Title, DateOnly AppliedOn)> Patents { get; init; } = [];

    public IEnumerable<int> Years => Enumerable.Range(Studio.Namings[0].On.Year, Math.Max(1, Today.Year - Studio.Namings[0].On.Year + 1)).Reverse();

    /// <summary>The last day of the year that is shown, or today.</summary>
    public DateOnly Day => Year >= Today.Year ? Today : new DateOnly(Year, 12, 31);

    public StudioAssessment? Assessment => Assessments.FirstOrDefault(a => a.Year == Year);

    public IEnumerable<StudioMember> Members => Studio.Members.Where(m => m.From <= Day && (m.To is null || m.To.Value.Year >= Year));

    public int People => Studio.Members.Count(m => m.IsOn(Day)) + (Studio.LeaderOn(Day) is null ? 0 : 1);

    public IEnumerable<StudioFunding> OfYear => Fundings.Where(f => f.On.Year == Year);

    public decimal In => OfYear.Where(f => f.IsIncome).Sum(f => f.Amount);

    public decimal Out => OfYear.Where(f => !f.IsIncome).Sum(f => f.Amount);

    /// <summary>结余 at the end of the year.</summary>
    public decimal Balance => Fundings.Where(f => f.On.Year <= Year).Sum(f => f.IsIncome ? f.Amount : -f.Amount);

    public IReadOnlyList<StudioCondition> Conditions => StudioConditions.Of(new StudioFacts(Studio.LeaderOn(Day)?.Skill, People, Studio.Area, Papers.Count > 0, In, Topics.Count), StudioDesk.Rules);
}

/// <summary>Puts a studio's year together, in a fixed number of queries.</summary>
public sealed class StudioPages(CompetitionsDb db, StudioDesk desk, TimeProvider clock)
{
    public async Task<StudioPage> Of(Studio studio, int? asked)
    {
        var (id, today) = (studio.Id, clock.Today());
        var year = Math.Clamp(asked ?? today.Year, studio.Namings[0].On.Year, Math.Max(today.Year, studio.Namings[0].On.Year));
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var assessments = await db.StudioAssessments.AsNoTracking().Where(a => a.StudioId == id).OrderByDescending(a => a.Year).ToListAsync();
        var results = await (
            from link in db.StudioResults
            where link.StudioId == id
            join h in db.Honours on link.HonourId equals h.Id
            where h.Year == year
            orderby h.GrantedOn descending
            select new StudioHonour(link.Id, h.Id, h.Name, h.Rank, h.HolderName, h.GrantorName, h.Year, h.Stage)).ToListAsync();
        var accounts = studio.Namings.Select(n => n.By).Concat(studio.History.Select(h => h.By)).Distinct().ToList();
        return new StudioPage(
            studio, year,
            await db.StudioTopics.AsNoTracking().Where(t => t.StudioId == id && t.From <= last && (t.To == null || t.To >= first)).OrderByDescending(t => t.From).ToListAsync(),
            await db.StudioActivities.AsNoTracking().Where(a => a.StudioId == id && a.On >= first && a.On <= last).OrderByDescending(a => a.On).ToListAsync(),
            await db.StudioFundings.AsNoTracking().Where(f => f.StudioId == id).OrderByDescending(f => f.On).ThenByDescending(f => f.Id).ToListAsync(),
            results, await db.StudioPapers.AsNoTracking().Where(p => p.StudioId == id).OrderBy(p => p.Id).ToListAsync(), assessments,
            await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName))
        {
            Keeps = studio.Stands && await desk.May(id, Policies.KeepStudios), NamesIt = await desk.May(id, Policies.NameStudios), Today = today,
            Alliances = studio.Stands ? await (
                from a in db.StudioAlliances
                from m in a.Members
                where m.StudioId == id && (m.Stage == AllianceMemberStage.Joined || m.Stage == AllianceMemberStage.Invited)
                orderby a.Id
                select new StudioAllianceLine(a.Id, a.Name, a.LeadStudioId == id, m.Stage, m.From)).ToListAsync() : [],
            Shared = await (
                from x in db.AllianceActivities
                where x.On >= first && x.On <= last
                join a in db.StudioAlliances on x.AllianceId equals a.Id
                where a.Members.Any(m => m.StudioId == id && m.From <= x.On && (m.To == null || m.To >= x.On))
                orderby x.On descending
                select new SharedActivity(x.Id, a.Id, a.Name, x.Kind, x.Title, x.On, x.People)).ToListAsync(),
            Patents = [.. (await db.Patents.AsNoTracking().Where(p => p.StudioId == id).OrderByDescending(p => p.AppliedOn).Select(p => new { p.Id, p.Title, p.AppliedOn }).ToListAsync()).Select(p => (p.Id, p.Title, p.AppliedOn))],
        };
    }
}
