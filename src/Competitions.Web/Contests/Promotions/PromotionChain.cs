using Competitions.Contests;
using Competitions.Data;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Promotions;

/// <summary>A station of the way up: 企业岗位练兵 → 镇街 → 区.</summary>
/// <param name="Sources">How the contests are called that stand here.</param>
/// <param name="Going">Who came on from here by published lists.</param>
public sealed record ChainStep(string Level, IReadOnlyList<string> Sources, int Going, bool IsHere);

/// <summary>The way that leads to an event and on from it, by lists that were not discarded or withdrawn.</summary>
public sealed class PromotionChain(CompetitionsDb db)
{
    private const int Longest = 5;

    private static readonly PromotionStage[] Standing = [PromotionStage.Computed, PromotionStage.Returned, PromotionStage.Confirmed, PromotionStage.Published];

    private sealed record Link
    {
        public required int To { get; init; }

        /// <summary>The event that it comes from, also by a result sheet of it.</summary>
        public int? From { get; init; }

        public int? SheetId { get; init; }

        public required string Title { get; init; }

        public int Going { get; init; }
    }

    /// <summary>Three queries a station, at most ten stations.</summary>
    public async Task<IReadOnlyList<ChainStep>> Of(Event of, Contest contest)
    {
        List<ChainStep> steps = [];
        List<int> at = [of.Id];
        for (var n = 0; n < Longest && at.Count > 0; n++)
        {
            var links = await Links().Where(l => at.Contains(l.To)).ToListAsync();
            if (links.Count == 0)
            {
                break;
            }

            at = [.. links.Select(l => l.From).OfType<int>().Distinct()];
            steps.Insert(0, new ChainStep(await Level(at, links), [.. links.Select(l => l.Title).Distinct()], links.Sum(l => l.Going), false));
        }

        at = [of.Id];
        var (level, titles) = (contest.Level.Name(), (IReadOnlyList<string>)[$"{contest.Name}·{of.Title}"]);
        for (var n = 0; n < Longest; n++)
        {
            var onward = await Links().Where(l => l.From != null && at.Contains(l.From.Value)).ToListAsync();
            steps.Add(new ChainStep(level, titles, onward.Sum(l => l.Going), n == 0));
            if (onward.Count == 0)
            {
                break;
            }

            at = [.. onward.Select(l => l.To).Distinct()];
            var events = await (from e in db.Events where at.Contains(e.Id) join c in db.Contests on e.ContestId equals c.Id select new { c.Level, Title = c.Name + "·" + e.Title }).ToListAsync();
            (level, titles) = (string.Join('、', events.Select(e => e.Level).Distinct().Select(l => l.Name())), [.. events.Select(e => e.Title)]);
        }

        return steps.Count > 1 ? steps : [];
    }

    /// <summary>Between events; a list within one event is no station.</summary>
    private IQueryable<Link> Links() =>
        from list in db.PromotionLists
        where Standing.Contains(list.Stage) && list.Round == null
        join sheet in db.ResultSheets on list.SourceSheetId equals (int?)sheet.Id into sheets
        from sheet in sheets.DefaultIfEmpty()
        orderby list.Id
        select new Link
        {
            To = list.EventId, From = list.SourceEventId ?? sheet.EventId, SheetId = list.SourceSheetId, Title = list.SourceTitle,
            Going = list.Stage == PromotionStage.Published ? list.Lines.Count(x => (x.Outcome == PromotionOutcome.Goes || x.IsFilled) && !x.IsGone) : 0,
        };

    private async Task<string> Level(List<int> events, List<Link> links)
    {
        var sheets = links.Select(l => l.SheetId).OfType<int>().ToList();
        var levels = (await (from e in db.Events where events.Contains(e.Id) join c in db.Contests on e.ContestId equals c.Id select c.Level).ToListAsync())
            .Concat(await db.ResultSheets.Where(s => sheets.Contains(s.Id)).Select(s => s.Level).ToListAsync());
        return string.Join('、', levels.Distinct().Order().Select(l => l.Name()));
    }
}
