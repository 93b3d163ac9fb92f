using System.Globalization;
using Competitions.Scoring;

namespace Competitions.Programmes;

/// <summary>An application as the sheets add up.</summary>
/// <param name="Pitch">Null in the first round.</param>
/// <param name="Counted">How many experts' totals it was computed from, before the highest and lowest were dropped.</param>
public sealed record ReviewLine(Application Application, Points First, Points? Pitch, Points Total, int Rank, int Counted);

/// <summary>From score sheets to places: the mean of the experts' totals without one highest and one lowest (skills-contests.md §4.3), the line, the grades.</summary>
public static class ReviewRanking
{
    /// <param name="sheets">Of the call, both rounds.</param>
    /// <exception cref="Refusal">call.sheets-missing (how many), .experts-short (which application)</exception>
    public static IReadOnlyList<ReviewLine> Of(Call call, IReadOnlyList<Application> applications, IReadOnlyList<ReviewSheet> sheets)
    {
        var missing = applications.Sum(a => Missing(call, a, sheets));
        Refusal.Unless(missing == 0, "call.sheets-missing", missing);
        var lines = applications.ToDictionary(a => a.Id.ToString("D9", CultureInfo.InvariantCulture), a => Line(call, a, sheets));
        var ranked = Ranking.Of(lines.Select(l => new BoardRow(l.Key, l.Value.Total, Parts(call.Rules, l.Value.Application, sheets))), TieChain.Of(call.Rules.TieChain));
        return [.. ranked.Select(row => lines[row.Label] with { Rank = row.Rank })];
    }

    /// <summary>Sheets that are still to be handed in for an application in the call's round.</summary>
    public static int Missing(Call call, Application application, IReadOnlyList<ReviewSheet> sheets)
    {
        var given = sheets.Where(s => s.ApplicationId == application.Id && s.Round == call.Round && s.Stage is not ReviewSheetStage.Open).Select(s => s.AccountId).ToHashSet();
        return call.Reviewers.Count(r => application.BarOf(r) is ReviewBar.None && !given.Contains(r.AccountId));
    }

    /// <summary>How many from the top are above the line.</summary>
    /// <exception cref="Refusal">call.tie-at-line: equals across it must be decided first</exception>
    public static int Above(IReadOnlyList<ReviewLine> ranked, LineRule line)
    {
        var above = ranked.Count(r => line.Score is null || r.Total.Value >= line.Score);
        if (line.Places is not { } places || places >= above)
        {
            return above;
        }

        if (ranked[places - 1].Rank != ranked[places].Rank)
        {
            return places;
        }

        var rank = ranked[places].Rank;
        Refusal.Unless(line.Tie is not BorderTie.Decide, "call.tie-at-line", rank);
        return line.Tie is BorderTie.Widen ? Math.Min(above, ranked.Count(r => r.Rank <= rank)) : ranked.Count(r => r.Rank < rank);
    }

    /// <summary>The grade of each, in their order; null below the line. Equals share the higher grade, and the next one has so many places less.</summary>
    public static IReadOnlyList<string?> Grades(IReadOnlyList<ReviewLine> ranked, CallRules rules)
    {
        var above = Above(ranked, rules.Line);
        var grades = new string?[ranked.Count];
        var (from, border) = (0, 0);
        foreach (var grade in rules.Honour.Grades)
        {
            border = Math.Min(above, border + (grade.Places ?? above));
            var to = Math.Max(from, border);
            while (to > 0 && to < above && ranked[to].Rank == ranked[to - 1].Rank)
            {
                to++;
            }

            Array.Fill(grades, grade.Name, from, to - from);
            from = to;
        }

        return grades;
    }

    private static ReviewLine Line(Call call, Application application, IReadOnlyList<ReviewSheet> sheets)
    {
        var (first, counted) = Mean(call, application, sheets, ReviewRound.First);
        if (call.Stage is not CallStage.Pitching)
        {
            return new ReviewLine(application, first, null, first, 0, counted);
        }

        var (pitch, pitchCounted) = Mean(call, application, sheets, ReviewRound.Pitch);
        var weight = call.Rules.Pitch!.Weight;
        return new ReviewLine(application, first, pitch, Points.Rounded((first.Value * (100 - weight) + pitch.Value * weight) / 100, call.Rules.Places), 0, pitchCounted);
    }

    private static (Points Mean, int Counted) Mean(Call call, Application application, IReadOnlyList<ReviewSheet> sheets, ReviewRound round)
    {
        var totals = Given(application, sheets, round).Select(s => s.Total).ToList();
        Refusal.Unless(totals.Count >= call.Rules.FewestExperts, "call.experts-short", application.Number!, totals.Count, call.Rules.FewestExperts);
        return (new TrimmedMean(call.Rules.TrimFrom, call.Rules.Places).Of(totals), totals.Count);
    }

    /// <summary>Means of the lines of the rubric, which decide between equals.</summary>
    private static Dictionary<string, Points> Parts(CallRules rules, Application application, IReadOnlyList<ReviewSheet> sheets)
    {
        var given = Given(application, sheets, ReviewRound.First).ToList();
        return rules.Rubric.ToDictionary(
            item => item.Key,
            item => new TrimmedMean(rules.TrimFrom, rules.Places).Of([.. given.Select(s => s.Items.FirstOrDefault(i => i.Key == item.Key)?.Points ?? 0)]));
    }

    private static IEnumerable<ReviewSheet> Given(Application application, IReadOnlyList<ReviewSheet> sheets, ReviewRound round) =>
        sheets.Where(s => s.ApplicationId == application.Id && s.Round == round && s.Stage is ReviewSheetStage.Submitted);
}
