namespace Competitions.Honours;

/// <summary>What a published result says of one entry, as far as honours go.</summary>
/// <param name="Group">Its name, 职工组.</param>
/// <param name="Rank">From 1; null without one.</param>
/// <param name="TeamName">Null for a single competitor, and for a team that has no name.</param>
/// <param name="Prize">一等奖; null without one.</param>
public sealed record AwardedLine(
    int ResultId, int LineId, int EntryId, string Group, int? Rank, int UnitId, string UnitName, string? TeamName, IReadOnlyList<AwardedPerson> Competitors, string? Prize);

/// <param name="Titles">技术能手 ….</param>
/// <param name="Level">That he rises to, 技师; null for none.</param>
public sealed record AwardedPerson(HonourPerson Person, IReadOnlyList<string> Titles, string? Level);

/// <summary>The event that they were won at.</summary>
/// <param name="Contest">Its name at the time.</param>
public sealed record AwardingEvent(int EventId, string Contest, string Title, int Year, Grantor Grantor);

/// <summary>Which honours a published result comes to. A pure function: the same lines give the same honours with the same keys.</summary>
public static class Awarding
{
    /// <param name="holds">A title that a worker holds from elsewhere: it is not given again (§4.10).</param>
    public static IReadOnlyList<Honour> Of(AwardingEvent of, IEnumerable<AwardedLine> lines, Func<int, string, bool> holds) =>
        [.. lines.SelectMany(line => Prizes(of, line).Concat(Titles(of, line, holds)).Concat(Levels(of, line)))];

    /// <summary>What stands and is no longer in the result, and what is in it and does not stand yet.</summary>
    public static (IReadOnlyList<Honour> Gone, IReadOnlyList<Honour> New) Compare(IEnumerable<Honour> standing, IReadOnlyList<Honour> wanted)
    {
        var now = standing.Where(h => h is { Stands: true, SourceKey: not null }).ToDictionary(h => h.SourceKey!);
        var keys = wanted.Select(h => h.SourceKey!).ToHashSet();
        return ([.. now.Values.Where(h => !keys.Contains(h.SourceKey!))], [.. wanted.Where(h => !now.ContainsKey(h.SourceKey!))]);
    }

    private static IEnumerable<Honour> Prizes(AwardingEvent of, AwardedLine line)
    {
        if (line.Prize is null || line.Competitors.Count == 0)
        {
            return [];
        }

        var holder = line.Competitors is [var one] && line.TeamName is null
            ? Holder.Of(one.Person, line.UnitId, line.UnitName)
            : Holder.Team(line.TeamName, [.. line.Competitors.Select(c => c.Person)], line.UnitId, line.UnitName);
        return [Made(of, line, HonourKind.Prize, line.Prize, holder, line.Rank)];
    }

    private static IEnumerable<Honour> Titles(AwardingEvent of, AwardedLine line, Func<int, string, bool> holds) =>
        from competitor in line.Competitors
        from title in competitor.Titles.Select(t => t.Trim()).Distinct()
        where !holds(competitor.Person.WorkerId, title)
        select Made(of, line, HonourKind.Title, title, Holder.Of(competitor.Person, line.UnitId, line.UnitName), null);

    private static IEnumerable<Honour> Levels(AwardingEvent of, AwardedLine line) =>
        from competitor in line.Competitors
        where competitor.Level is not null
        select Made(of, line, HonourKind.Level, competitor.Level!, Holder.Of(competitor.Person, line.UnitId, line.UnitName), null);

    /// <summary>The key holds all that a certificate prints: a corrected rank is another honour.</summary>
    private static Honour Made(AwardingEvent of, AwardedLine line, HonourKind kind, string name, Holder holder, int? rank)
    {
        var people = string.Join(',', holder.People.Select(p => p.WorkerId).Order());
        var key = $"{of.EventId}/{line.EntryId}/{kind}/{name}/{rank}/{people}";
        return new Honour(kind, name, holder, of.Grantor, new HonourOccasion(of.EventId, of.Contest, of.Title, line.Group, of.Year, rank), new HonourSource(line.ResultId, line.LineId, line.EntryId, key));
    }
}
