using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Results;
using Competitions.Studios;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Candidates;

/// <param name="Open">The record of this level that is open already; null for none.</param>
public sealed record Candidate(LadderFacts Facts, int UnitId, string UnitName, LadderFinding Found, CandidateRecord? Open);

public sealed record CandidateRecord(int Id, CraftsmanStage Stage);

/// <summary>Gathers what the house knows of workers and holds it against a level. The same number of queries for one worker and for all of a district.</summary>
public sealed class CandidateDesk(CompetitionsDb db, CraftsmanDesk desk, TimeProvider clock)
{
    private sealed record Fact<T>(int WorkerId, T Of);

    /// <summary>Those within reach of whom anything is known that a condition asks for, by name.</summary>
    public async Task<IReadOnlyList<Candidate>> All(LadderLevel level, string policy) => await Of(level, await desk.Workers(policy), onlyWithProof: true);

    public async Task<Candidate?> One(LadderLevel level, int workerId, string policy) =>
        (await Of(level, (await desk.Workers(policy)).Where(w => w.Id == workerId), onlyWithProof: false)).SingleOrDefault();

    private async Task<IReadOnlyList<Candidate>> Of(LadderLevel level, IQueryable<Worker> reach, bool onlyWithProof)
    {
        var today = clock.Today();
        var places = (await Placed(reach, CraftsmanDesk.Rules.WorstPlace)).Concat(await Prized(reach)).ToLookup(f => f.WorkerId, f => f.Of);
        var studios = (await Seated(reach)).ToLookup(f => f.WorkerId, f => f.Of);
        var works = (await Worked(reach)).ToLookup(f => f.WorkerId, f => f.Of);
        var held = await db.Craftsmen.Where(c => c.OpenKey != null && reach.Any(w => w.Id == c.WorkerId)).Select(c => new { c.Id, c.WorkerId, c.LevelCode, c.Title, c.Stage, c.From, c.To }).ToListAsync();
        var holds = held.Where(c => c.Stage is CraftsmanStage.InForce && c.From <= today && (c.To is null || today <= c.To)).ToLookup(c => c.WorkerId, c => new HeldLevel(c.LevelCode, new LadderProof($"{c.Title}（{c.From?.Year}）", $"/craftsmen/{c.Id}")));
        var open = held.Where(c => c.LevelCode == level.Code && (c.To is null || today <= c.To)).ToLookup(c => c.WorkerId, c => new CandidateRecord(c.Id, c.Stage));
        List<int> known = [.. places.Select(p => p.Key).Union(studios.Select(s => s.Key)).Union(works.Select(w => w.Key)).Union(holds.Select(h => h.Key))];
        var workers = await reach.AsNoTracking().Where(w => !onlyWithProof || known.Contains(w.Id)).OrderBy(w => w.Name).ThenBy(w => w.Id).ToListAsync();
        var skills = await db.SkillLevels.AsNoTracking().ToDictionaryAsync(l => l.Code);
        return [.. from w in workers
            let member = w.MembershipOn(today)
            let skill = w.SkillLevelCode is { } code ? skills.GetValueOrDefault(code) : null
            let facts = new LadderFacts(w.Id, w.Name, w.BornOn, member is not null, skill?.Order, skill?.Name ?? "", w.InTradeSince, [.. places[w.Id]], [.. studios[w.Id]], [.. works[w.Id]], [.. holds[w.Id]], null)
            select new Candidate(facts, member?.OrganisationId ?? 0, member?.OrganisationName ?? "", LadderCheck.Of(level, facts, today), open[w.Id].FirstOrDefault())];
    }

    /// <summary>Of the last round of an event, as published; a place whose prize was taken back counts no longer.</summary>
    private async Task<IEnumerable<Fact<ContestPlace>>> Placed(IQueryable<Worker> reach, int worst) => (await (
        from result in db.Results.AsNoTracking()
        where result.Stage == ResultStage.Published
        from line in result.Lines
        where line.Rank != null && line.Rank <= worst
        join entry in db.Entries on line.EntryId equals entry.Id
        from member in entry.Members
        where member.Role == Competitions.Contests.EntryRole.Competitor && reach.Any(w => w.Id == member.WorkerId)
        join of in db.Events on result.EventId equals of.Id
        where !of.Rounds.Any(r => r.Order > of.Rounds.Where(own => own.Code == result.Round).Select(own => own.Order).FirstOrDefault())
        join contest in db.Contests on of.ContestId equals contest.Id
        where !db.Honours.Any(h => h.EntryId == line.EntryId && h.EventId == of.Id && h.Kind == HonourKind.Prize && h.Stage == HonourStage.Withdrawn)
            || db.Honours.Any(h => h.EntryId == line.EntryId && h.EventId == of.Id && h.Kind == HonourKind.Prize && h.Stage == HonourStage.Granted)
        select new { member.WorkerId, contest.Level, Rank = line.Rank!.Value, contest.Name, contest.Code, of.Title, ResultId = result.Id }).ToListAsync())
        .Select(p => new Fact<ContestPlace>(p.WorkerId, new ContestPlace(p.Level, p.Rank, new LadderProof($"{p.Name}{p.Title}第 {p.Rank} 名", $"/portal/{p.Code}/results/{p.ResultId}"))));

    /// <summary>Prizes of earlier years and of other houses.</summary>
    private async Task<IEnumerable<Fact<ContestPlace>>> Prized(IQueryable<Worker> reach) => (await (
        from honour in db.Honours
        where honour.Kind == HonourKind.Prize && honour.Stage == HonourStage.Granted && honour.ResultId == null && honour.Rank != null && honour.HolderKind != HolderKind.Coach && honour.ApplicationId == null
        from person in honour.People
        where reach.Any(w => w.Id == person.WorkerId)
        select new { person.WorkerId, honour.Level, Rank = honour.Rank!.Value, honour.Occasion, honour.EventTitle, honour.Year, honour.Id }).ToListAsync())
        .Select(p => new Fact<ContestPlace>(p.WorkerId, new ContestPlace(p.Level, p.Rank, new LadderProof($"{p.Occasion}{p.EventTitle}第 {p.Rank} 名（{p.Year}）", $"/honours/{p.Id}"))));

    private async Task<IEnumerable<Fact<StudioSeat>>> Seated(IQueryable<Worker> reach)
    {
        var led = await (
            from studio in db.Studios
            from leader in studio.Leaders
            where reach.Any(w => w.Id == leader.WorkerId)
            select new { leader.WorkerId, leader.From, leader.To, studio.Stage, studio.Name, studio.Id }).ToListAsync();
        var joined = await (
            from studio in db.Studios
            from member in studio.Members
            where reach.Any(w => w.Id == member.WorkerId)
            select new { member.WorkerId, member.From, member.To, studio.Stage, studio.Name, studio.Id }).ToListAsync();
        return led.Select(s => (s, Role: "领衔人")).Concat(joined.Select(s => (s, Role: "成员")))
            .Select(x => new Fact<StudioSeat>(x.s.WorkerId, new StudioSeat(x.s.From, x.s.To, StudioLifecycle.Stands(x.s.Stage), new LadderProof($"{x.s.Name}{x.Role}", $"/studios/{x.s.Id}"))));
    }

    /// <summary>By the kind of the call that named it; all who signed it count.</summary>
    private async Task<IEnumerable<Fact<NamedWork>>> Worked(IQueryable<Worker> reach) => (await (
        from honour in db.Honours
        where honour.ApplicationId != null && honour.Stage == HonourStage.Granted
        join application in db.Applications on honour.ApplicationId equals application.Id
        join call in db.Calls on application.CallId equals call.Id
        from person in application.People
        where reach.Any(w => w.Id == person.WorkerId)
        select new { person.WorkerId, call.Kind, application.Title, honour.Name, honour.Year, honour.Id }).ToListAsync())
        .Select(w => new Fact<NamedWork>(w.WorkerId, new NamedWork(w.Kind, new LadderProof($"{w.Title}（{w.Year}，{w.Name}）", $"/honours/{w.Id}"))));
}
