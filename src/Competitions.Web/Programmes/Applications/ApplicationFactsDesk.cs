using Competitions.Data;
using Competitions.Honours;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications;

/// <summary>Gathers what the house knows of an application beyond itself.</summary>
public sealed class ApplicationFactsDesk(CompetitionsDb db, ApplicationTexts texts, IEnumerable<INamingEffect> effects)
{
    private const int MostAlike = 5;

    private static readonly ApplicationStage[] Gone = [ApplicationStage.Draft, ApplicationStage.Withdrawn, ApplicationStage.Lapsed, ApplicationStage.Refused];

    /// <param name="ofAll">All, for who recommends or decides; a unit is told of its own and of what was named, never of what another one declares.</param>
    public async Task<ApplicationFacts> Of(Application application, Call call, DateOnly today, bool ofAll) => new(
        await People(application, today), [.. (await Alike(application, call)).Where(l => ofAll || l.WasAwarded || l.UnitName == application.UnitName)],
        await (
            from other in db.Applications
            where other.UnitId == application.UnitId && other.Title == application.Title && other.Id != application.Id && !Gone.Contains(other.Stage)
            join its in db.Calls on other.CallId equals its.Id
            where its.Year == call.Year && its.Stage != CallStage.Named && its.Stage != CallStage.Cancelled
            orderby its.Id
            select its.Title).ToListAsync())
    {
        Found = ApplicationLifecycle.IsOpen(application.Stage) && effects.SingleOrDefault(e => e.Kind == call.Kind) is { } effect ? await effect.Check(application, call) : [],
    };

    private async Task<IReadOnlyList<PersonFacts>> People(Application application, DateOnly today)
    {
        var ids = application.People.Select(p => p.WorkerId).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var workers = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id);
        var levels = await db.SkillLevels.AsNoTracking().ToDictionaryAsync(l => l.Code, l => l.Order);
        var honours = (await db.Honours.AsNoTracking().Where(h => h.Stage == HonourStage.Granted && h.People.Any(p => ids.Contains(p.WorkerId)))
            .Select(h => new { h.Name, h.Level, h.Year, h.Rank, h.Kind, h.Occasion, Workers = h.People.Select(p => p.WorkerId).ToList() }).AsSingleQuery().ToListAsync())
            .SelectMany(h => h.Workers.Select(w => (w, Honour: new HeldHonour(h.Name, h.Level, h.Year, h.Rank, h.Kind == HonourKind.Prize, h.Occasion)))).ToLookup(h => h.w, h => h.Honour);
        return [.. application.People.OrderBy(p => p.Order).Where(p => workers.ContainsKey(p.WorkerId)).Select(p => workers[p.WorkerId]).Select(w => new PersonFacts(
            w.Id, w.Name, w.Sex, w.BornOn, w.MembershipOn(today) is not null, w.SkillLevelCode is { } code && levels.TryGetValue(code, out var order) ? order : null, w.InTradeSince, [.. honours[w.Id]]))];
    }

    /// <summary>Near copies among all that was ever handed in.</summary>
    private async Task<IReadOnlyList<Likeness>> Alike(Application application, Call call)
    {
        var like = (await texts.Like(db, application, call.Sections)).Take(MostAlike).ToDictionary(c => c.Key, c => c.Similarity);
        var ids = like.Keys.ToList();
        var rows = ids.Count == 0 ? [] : await (
            from other in db.Applications
            where ids.Contains(other.Id) && !Gone.Contains(other.Stage)
            join its in db.Calls on other.CallId equals its.Id
            select new { other.Id, other.Number, other.Title, other.UnitName, its.Year, other.Stage }).ToListAsync();
        return [.. rows.Select(r => new Likeness(r.Id, r.Number ?? "", r.Title, r.UnitName, r.Year, r.Stage.Name(), r.Stage is ApplicationStage.Named, like[r.Id])).OrderByDescending(l => l.Degree)];
    }
}
