using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Teams;

/// <summary>A group's ranking of units.</summary>
/// <param name="Others">Events that count by another way and are not in it.</param>
public sealed record TeamTable(string Group, TeamRule Rule, IReadOnlyList<TeamRow> Rows, IReadOnlyList<string> Events, IReadOnlyList<string> Others)
{
    public string Way => Rule.Way switch
    {
        TeamWay.BestTotals => Rule.Members == 0 ? "全部成员总成绩相加；相同的比实操成绩、用时" : $"最好 {Rule.Members} 人总成绩相加；相同的比实操成绩、用时",
        TeamWay.PlacePoints => $"名次积分 {Written(Rule.Places ?? TeamRule.UsualPlaces)}，以后各名同末位；相同的比较好名次的多少",
        TeamWay.PrizePoints => $"获奖积分 {Written(Rule.Prizes ?? TeamRule.UsualPrizes)}（末位为各模块合格）；相同的比高等奖的多少",
        _ => "",
    };

    private static string Written(IEnumerable<decimal> points) => string.Join('、', points.Select(p => p.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)));
}

/// <summary>团体名次 over the published results of one event or of a whole contest, groups apart.</summary>
public sealed class TeamRankings(CompetitionsDb db)
{
    private sealed record Source(Event Event, string Group, IReadOnlyList<ResultLine> Lines);

    /// <summary>Two queries.</summary>
    public async Task<IReadOnlyList<TeamTable>> Of(IQueryable<Event> events)
    {
        var held = await events.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
        var ids = held.ConvertAll(e => e.Id);
        var told = await db.Results.AsNoTracking().Where(r => ids.Contains(r.EventId) && r.Stage == ResultStage.Published).Select(r => new { r.EventId, r.Round, r.Group, Lines = r.Lines.ToList() }).ToListAsync();
        var sources = from of in held
                      from result in told.Where(t => t.EventId == of.Id && t.Round == of.Rounds.MaxBy(r => r.Order)?.Code)
                      where of.Rules.Awards.Teams.Way is not TeamWay.None
                      select new Source(of, of.Groups.FirstOrDefault(g => g.Code == result.Group)?.Name ?? result.Group, result.Lines);
        return [.. sources.GroupBy(s => s.Group).Select(Table)];
    }

    /// <summary>The rule of the first event; another event counts by it when it has the same way.</summary>
    private static TeamTable Table(IGrouping<string, Source> group)
    {
        var rule = group.First().Event.Rules.Awards.Teams;
        var (same, others) = (group.Where(s => s.Event.Rules.Awards.Teams.Way == rule.Way).ToList(), group.Where(s => s.Event.Rules.Awards.Teams.Way != rule.Way).Select(s => s.Event.Title).ToList());
        return new TeamTable(group.Key, rule, TeamRanking.Of(rule, same.SelectMany(s => s.Lines.Select(l => Score(s.Event, l)))), same.ConvertAll(s => s.Event.Title), others);
    }

    private static TeamScore Score(Event of, ResultLine line)
    {
        var practical = line.Modules.Where(m => m.Kind == "practical").ToList();
        var grade = of.Rules.Prizes.Select(p => p.Name).ToList().IndexOf(line.Prize ?? "");
        return new TeamScore(
            line.UnitId, line.UnitName, of.Title, line.Names, line.Rank, line.Total, Points.Sum(practical.Select(m => m.Points ?? default)),
            practical.Count > 0 && practical.TrueForAll(m => m.Seconds is not null) ? practical.Sum(m => m.Seconds!.Value) : null, line.Passed, grade < 0 ? null : grade);
    }

    /// <summary>A sheet a group.</summary>
    public static void Write(Stream to, IReadOnlyList<TeamTable> tables)
    {
        using var sheet = new SheetWriter(to);
        foreach (var (table, i) in tables.Select((t, i) => (t, i)))
        {
            sheet.Begin(tables.Count == 1 ? "团体名次" : $"团体名次{i + 1}", [8, 32, 10, 60]);
            sheet.Row(new Cell("名次", Look.Header), new Cell("单位", Look.Header), new Cell("积分", Look.Header), new Cell($"计入（{table.Group}）", Look.Header));
            foreach (var row in table.Rows)
            {
                sheet.Row(row.Rank, row.TeamName, row.Points, string.Join('；', row.Counted.Select(s => $"{s.Event} {s.Names} 第 {s.Rank} 名")));
            }
        }
    }
}
