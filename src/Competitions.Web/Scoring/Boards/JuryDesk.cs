using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.Scoring;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Boards;

/// <summary>A module of the round: whether the public sees it, and how far its works are marked.</summary>
/// <param name="Given">Marks that stand of those that are to be given; a judge's own count each.</param>
public sealed record ModuleProgress(string Code, string Name, bool Released, int Done, int Works, int Given, int All)
{
    public int Percent => All == 0 ? 0 : Given * 100 / All;
}

/// <param name="Version">Of the release, for the next who changes it; 0 while there is none.</param>
public sealed record JuryPage(BoardPage Board, IReadOnlyList<ModuleProgress> Modules, bool Frozen, int Version, bool Organises);

/// <summary>The jury's page: all modules, how far they are, and what the public sees of them.</summary>
public sealed class JuryDesk(CompetitionsDb db, BoardPages pages, MyDuties duties)
{
    public async Task<JuryPage> Of(string code, string? round, string? group)
    {
        var page = await pages.Of(code, round, group, jury: true);
        var (of, at) = (page.Event, page.Board.Key.Round);
        var release = await db.BoardReleases.AsNoTracking().SingleOrDefaultAsync(r => r.EventCode == code && r.Round == at);
        var progress = await Progress(of, at, release);
        return new JuryPage(page, progress, release?.FrozenAt is not null, release?.Version ?? 0, await duties.Organises(of.ContestId, of.Id));
    }

    /// <summary>Two queries, whatever the number of works.</summary>
    private async Task<IReadOnlyList<ModuleProgress>> Progress(Event of, string round, BoardRelease? release)
    {
        var plan = await db.PlanOf(of, round);
        var (codes, each) = (plan.Items.Select(i => i.Code).Distinct().ToList(), plan.Items.Where(i => i.IsOfEachJudge).Select(i => i.Code).Distinct().ToList());
        var given = await db.Marks.Where(m => m.EventCode == of.Code && codes.Contains(m.Aspect))
            .Select(m => new { m.Work, m.Aspect, Judge = each.Contains(m.Aspect) ? m.Judge : "" }).Distinct()
            .GroupBy(m => m.Work).Select(w => new { w.Key, Count = w.Count() }).ToDictionaryAsync(w => w.Key, w => w.Count);
        var works = (await db.Works.Where(w => w.EventCode == of.Code).Select(w => new { Work = w.Code, w.Module }).ToListAsync()).ToLookup(l => l.Module, l => given.GetValueOrDefault(l.Work));
        return [.. plan.Modules.Select(m =>
        {
            var all = plan.Of(m.Code).Sum(i => i.IsOfEachJudge ? i.Judges : 1);
            var counts = works[m.Code].Select(n => Math.Min(n, all)).ToList();
            return new ModuleProgress(m.Code, m.Name, release?.Modules.Contains(m.Code) == true, all == 0 ? 0 : counts.Count(n => n == all), counts.Count, counts.Sum(), all * counts.Count);
        })];
    }
}
