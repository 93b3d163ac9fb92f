using Competitions.Contests;
using Competitions.People;

namespace Competitions.Web.Seeding;

/// <summary>A contest of <c>seed/demo/contests.json</c>; its days are counted from the day of seeding.</summary>
internal sealed record ContestPlan(
    string Code, string Owner, string Name, string Series, OrganisationLevel Level, ContestClass Class, int Year, string Theme, string Venue,
    int Opens, int Closes, int Starts, int Ends, IReadOnlyList<object[]> Hosts, IReadOnlyList<EventPlan> Events)
{
    private const string Numerals = "零一二三四五六七八九十";

    public IEnumerable<ContestHost> HostList => Hosts.Select(h => new ContestHost(Enum.Parse<HostRole>($"{h[0]}"), $"{h[1]}", $"{h[2]}" is "True" or "true"));

    /// <summary>With {year}, {last}, {edition} filled in: the fifth was held in 2026.</summary>
    public static string Filled(string text, DateOnly today) => text
        .Replace("{year}", $"{today.Year}", StringComparison.Ordinal).Replace("{last}", $"{today.Year - 1}", StringComparison.Ordinal)
        .Replace("{edition}", Edition(today.Year), StringComparison.Ordinal).Replace("{lastEdition}", Edition(today.Year - 1), StringComparison.Ordinal);

    private static string Edition(int year) => year - 2021 is > 0 and <= 10 ? $"{Numerals[year - 2021]}" : $"{year - 2021}";
}

/// <param name="Moment">Where in its life it is found: <see cref="DemoContests"/>.</param>
/// <param name="Entries">How many it has.</param>
/// <param name="Within">Only workers of units below this organisation.</param>
/// <param name="PromotesTo">The event whose entries its best three become.</param>
/// <param name="SheetOf">The organisation whose own contest's result sheet leads into it.</param>
/// <param name="Promotion">How far the lists into it are: imported, computed, confirmed, published.</param>
/// <param name="Scheme">Of the demo's schemes, for the practical module; empty text for one that is still to be written.</param>
/// <param name="Process">Whether its practical module is scored on the floor, on process sheets.</param>
/// <param name="Recheck">Whether its rules ask for a re-check, and it is in the middle of it.</param>
/// <param name="Judges">Whether its rules ask for qualified and trained judges, and they are named before the start.</param>
/// <param name="Team">Competitors of a team; 0 for individuals.</param>
internal sealed record EventPlan(
    string Code, string Title, string Occupation, string Level, bool Certificate, int Capacity, int Fewest, int Entries, string Moment,
    string? Within = null, string Preset = "district", string? PromotesTo = null, int Team = 0, string? SheetOf = null, string Promotion = "published",
    string? Scheme = null, bool Process = false, bool Sealed = false, bool Recheck = false, bool Judges = false);
