using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.DutyChecks;

/// <summary>What the caller may do with a check.</summary>
/// <param name="Reports">He himself, or his unit for him.</param>
/// <param name="Confirms">An officer of his unit or above it.</param>
/// <param name="Judges">The town or the federation.</param>
public sealed record DutyCheckRights(bool Reports, bool Confirms, bool Judges);

public sealed record DutyCheckPlace(Craftsman Craftsman, DutyCheck Check, DutyCheckRights Rights);

/// <summary>Checks of the caller's units, and his own.</summary>
public sealed class DutyCheckDesk(CompetitionsDb db, MyDuties duties, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly DutyKind[] Judging = [DutyKind.TownOfficer, DutyKind.FederationOfficer];

    private int? Me => http.HttpContext?.User.Worker();

    public async Task<IQueryable<Craftsman>> Visible()
    {
        var (me, within) = (Me, db.Organisations.Within(await duties.Paths(Policies.ReadCraftsmen), o => o.Path).Select(o => o.Id));
        return db.Craftsmen.Where(c => within.Contains(c.UnitId) || c.WorkerId == me);
    }

    /// <param name="version">That the page was made from.</param>
    public async Task<DutyCheckPlace> Find(int id, int? version = null)
    {
        var check = Missing.Unless(await db.DutyChecks.SingleOrDefaultAsync(c => c.Id == id));
        var craftsman = Missing.Unless(await (await Visible()).SingleOrDefaultAsync(c => c.Id == check.CraftsmanId));
        if (version is { } seen)
        {
            db.Entry(check).Property(c => c.Version).OriginalValue = seen;
        }

        var path = await db.Organisations.Where(o => o.Id == craftsman.UnitId).Select(o => o.Path).SingleAsync();
        var officer = (await duties.Paths(Policies.RecommendCraftsmen)).Reach(path);
        return new DutyCheckPlace(craftsman, check, new DutyCheckRights(officer || craftsman.WorkerId == Me, officer, (await duties.Paths(Judging)).Reach(path)));
    }

    /// <summary>发起: a check for everybody who holds something with duties in that year and has none yet; how many.</summary>
    /// <exception cref="Refusal">duty-check.nobody, and those of the rules</exception>
    public async Task<int> Open(int year)
    {
        var (within, last, today) = (db.Organisations.Within(await duties.Paths(Policies.NameCraftsmen), o => o.Path).Select(o => o.Id), new DateOnly(Math.Clamp(year, 2000, 2100), 12, 31), clock.Today());
        var holders = await db.Craftsmen.Where(c => within.Contains(c.UnitId) && (c.Stage == CraftsmanStage.InForce || c.Stage == CraftsmanStage.Suspended) && c.From <= last && !db.DutyChecks.Any(k => k.CraftsmanId == c.Id && k.Year == year)).ToListAsync();
        List<DutyCheck> made = [.. holders.Where(c => c.Level.Duties.Count > 0).Select(c => new DutyCheck(c, year, today))];
        Refusal.Unless(made.Count > 0, "duty-check.nobody", year);
        db.AddRange(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.DutyChecks.Any(k => k.Year == year))
        {
            throw new Refusal("duty-check.nobody", year); // two at once: the other one opened it
        }

        return made.Count;
    }

    /// <summary>What is here of his year already, to be named in the report: proposals, and trainings of his studios.</summary>
    public async Task<IReadOnlyList<LadderProof>> Evidence(int workerId, int year)
    {
        var (first, last, mine) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Me == workerId);
        var proposals = await db.Proposals.Where(p => p.WorkerId == workerId && p.Stage != ProposalStage.Withdrawn && p.SubmittedOn >= first && p.SubmittedOn <= last).OrderBy(p => p.Id).Select(p => new { p.Id, p.Title }).Take(20).ToListAsync();
        var trainings = await (
            from activity in db.StudioActivities
            where activity.Kind == ActivityKind.Training && activity.On >= first && activity.On <= last
            join studio in db.Studios on activity.StudioId equals studio.Id
            where studio.Leaders.Any(l => l.WorkerId == workerId && l.From <= activity.On && (l.To == null || activity.On <= l.To)) || studio.Members.Any(m => m.WorkerId == workerId && m.From <= activity.On && (m.To == null || activity.On <= m.To))
            orderby activity.On
            select new { studio.Id, studio.Name, activity.Title }).Take(20).ToListAsync();
        return [
            .. proposals.Select(p => new LadderProof($"合理化建议：{p.Title}", mine ? $"/my/proposals/{p.Id}" : $"/proposals/{p.Id}")),
            .. trainings.Select(t => new LadderProof($"培训：{t.Title}（{t.Name}）", $"/studios/{t.Id}?year={year}"))];
    }
}
