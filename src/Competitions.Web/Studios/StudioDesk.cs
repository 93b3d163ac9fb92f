using Competitions.Data;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Seeding;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios;

/// <summary>A worker as a studio names him: with his skill level of today in words.</summary>
public sealed record StudioPerson(int Id, string Name, string Skill);

/// <summary>Studios within the caller's duties, and the people that their forms name.</summary>
public sealed class StudioDesk(CompetitionsDb db, MyDuties duties, UploadStore store, TimeProvider clock)
{
    private static readonly Lazy<StudioRules> Preset = new(() => SeedFiles.Json<StudioRules>("reference/studios/default.json").Checked());

    /// <summary>The preset of today; a year's sheet has its own copy.</summary>
    public static StudioRules Rules => Preset.Value;

    /// <summary>Of units within reach of a duty that the policy names.</summary>
    public async Task<IQueryable<Studio>> Within(string policy)
    {
        var within = db.Organisations.Within(await duties.Paths(policy), o => o.Path).Select(o => o.Id);
        return db.Studios.Where(s => within.Contains(s.UnitId));
    }

    public async Task<Studio> Find(int id, string policy) => Missing.Unless(await (await Within(policy)).SingleOrDefaultAsync(s => s.Id == id));

    /// <summary>As a page showed it: who changed it meanwhile is not overwritten.</summary>
    public async Task<Studio> ToChange(int id, int version, string policy = Policies.KeepStudios)
    {
        var studio = await Find(id, policy);
        db.Entry(studio).Property(s => s.Version).OriginalValue = version;
        return studio;
    }

    public async Task<bool> May(int id, string policy) => await (await Within(policy)).AnyAsync(s => s.Id == id);

    public async Task<IReadOnlyList<SelectListItem>> Units() =>
        [.. (await db.Organisations.Within(await duties.Paths(Policies.NameStudios), o => o.Path).OrderBy(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];

    /// <exception cref="Refusal">studio.no-such-unit</exception>
    public async Task<Organisation> Unit(string? code) =>
        await db.Organisations.AsNoTracking().Within(await duties.Paths(Policies.NameStudios), o => o.Path).SingleOrDefaultAsync(o => o.Code == code) ?? throw new Refusal("studio.no-such-unit");

    /// <summary>By his name among the members of the unit and those below it; of two of one name the register number after a # says which.</summary>
    /// <exception cref="Refusal">studio.no-such-person, .same-name</exception>
    public async Task<StudioPerson> Person(string? typed, int unitId)
    {
        var (name, number) = (typed ?? "").Split('#', 2) is [var before, var after] && int.TryParse(after, out var id) ? (before.Trim(), (int?)id) : ((typed ?? "").Trim(), null);
        var (today, unit) = (clock.Today(), await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == unitId));
        var same = await (
            from w in db.Workers
            where w.Name == name && (number == null || w.Id == number) && w.Memberships.Any(m => (m.To == null || m.To >= today) && db.Organisations.Any(o => o.Id == m.OrganisationId && o.Path.StartsWith(unit.Path)))
            orderby w.Id
            select new StudioPerson(w.Id, w.Name, db.SkillLevels.Where(l => l.Code == w.SkillLevelCode).Select(l => l.Name).FirstOrDefault() ?? "未定级")).Take(6).ToListAsync();
        Refusal.Unless(same.Count > 0, "studio.no-such-person", name, unit.Name);
        Refusal.Unless(same.Count == 1, "studio.same-name", name, string.Join('、', same.Select(p => $"{p.Name}#{p.Id}")));
        return same[0];
    }

    /// <summary>Null where nothing was sent.</summary>
    public async Task<StudioFile?> Keep(IFormFile? file)
    {
        if (file is null)
        {
            return null;
        }

        var stored = await store.KeepPaper(file);
        return new StudioFile(stored.Hash, UploadStore.NameOf(file.FileName, stored.Kind), UploadStore.ContentTypeOf(stored.Kind), stored.Bytes);
    }

    /// <summary>What its assessments say, by which a plaque is taken away.</summary>
    public async Task<StudioRecord> Record(int studioId)
    {
        var years = await db.StudioAssessments.AsNoTracking().Where(a => a.StudioId == studioId && a.Grade != null).OrderByDescending(a => a.Year).Select(a => new { a.Year, a.Grade, a.Stage }).ToListAsync();
        var inARow = years.TakeWhile((a, i) => a.Grade is StudioGrade.Failed && a.Year == years[0].Year - i).Count();
        return new StudioRecord(years.FirstOrDefault()?.Stage is AssessmentStage.FailedAgain, inARow);
    }
}
