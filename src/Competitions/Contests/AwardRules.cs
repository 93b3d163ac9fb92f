namespace Competitions.Contests;

/// <param name="UpTo">For a field of at most so many; null for every larger one. Bands without a gap (Anhui's source leaves ten finalists undefined).</param>
/// <param name="Places">So many hold the title.</param>
public sealed record TitleBand(int? UpTo, int Places);

/// <summary>称号: the first of a group hold it (skills-contests.md §4.10).</summary>
/// <param name="Name">区技术能手.</param>
/// <param name="Bands">In ascending order, the last one open.</param>
/// <param name="PassedOnly">Each part must be passed.</param>
/// <param name="PassesOn">Who holds it already leaves his place to the next; else the place stays empty.</param>
public sealed record TitleRule(string Name, IReadOnlyList<TitleBand> Bands, bool PassedOnly = false, bool PassesOn = false)
{
    public int PlacesOf(int field) => Bands.FirstOrDefault(b => b.UpTo is null || field <= b.UpTo)?.Places ?? 0;
}

/// <summary>晋升等级. Of several rules the highest level that one reaches holds; nobody is given what he has.</summary>
/// <param name="Level">Code of 八级工.</param>
/// <param name="Share">Of the field, 0.20 for the first 20 %; null for everybody.</param>
/// <param name="Top">Or so many places.</param>
/// <param name="PassedOnly">Each part must be passed.</param>
/// <param name="OrOneUp">Who has the level already rises by one.</param>
public sealed record LevelRule(string Level, decimal? Share = null, int? Top = null, bool PassedOnly = true, bool OrOneUp = false);

/// <summary>Three ways, §4.4.</summary>
public enum TeamWay
{
    /// <summary>No ranking of teams.</summary>
    None,

    /// <summary>The totals of so many of its best added; who is equal is parted by practical, then time.</summary>
    BestTotals,

    /// <summary>10, 9, 8, 7, 6, 5, then 4 to the tenth, 1 for all others; who is equal, by more of the better places.</summary>
    PlacePoints,

    /// <summary>8, 4, 2 by prize, 1 for all parts passed.</summary>
    PrizePoints,
}

/// <param name="Members">Whose totals are added; 0 for all of them.</param>
/// <param name="Places">Points of the places from the first on; who comes after has the last.</param>
/// <param name="Prizes">Points of the prizes in their order; the last is for who has none and passed every part.</param>
public sealed record TeamRule(TeamWay Way, int Members = 3, IReadOnlyList<decimal>? Places = null, IReadOnlyList<decimal>? Prizes = null)
{
    public static readonly IReadOnlyList<decimal> UsualPlaces = [10, 9, 8, 7, 6, 5, 4, 4, 4, 4, 1];
    public static readonly IReadOnlyList<decimal> UsualPrizes = [8, 4, 2, 1];
}

/// <summary>What a result brings beside prizes.</summary>
public sealed record AwardRules
{
    /// <summary>Only who passed every part has a prize; the places of the others stay empty.</summary>
    public bool PrizesNeedPass { get; init; }

    public IReadOnlyList<TitleRule> Titles { get; init; } = [];

    public IReadOnlyList<LevelRule> Levels { get; init; } = [];

    public TeamRule Teams { get; init; } = new(TeamWay.None);

    /// <summary>Medals by scale score instead of, or beside, prizes.</summary>
    public bool Medals { get; init; }

    /// <summary>Five in the field: gold and silver; four: gold; three or fewer: none.</summary>
    public bool SmallFields { get; init; }

    /// <exception cref="Refusal">event.title-bands, .title-name, .level-share, .team-points</exception>
    public void Check()
    {
        foreach (var title in Titles)
        {
            Refusal.Unless(title.Name.Trim().Length is > 0 and <= 50, "event.title-name");
            Refusal.Unless(title.Bands.Count > 0 && title.Bands.All(b => b.Places is >= 0 and <= 1000) && title.Bands[^1].UpTo is null
                && title.Bands.SkipLast(1).All(b => b.UpTo > 0) && title.Bands.SkipLast(1).Zip(title.Bands.Skip(1)).All(p => p.Second.UpTo is null || p.First.UpTo < p.Second.UpTo), "event.title-bands", title.Name);
        }

        Refusal.Unless(Levels.All(l => l.Share is null or (> 0 and <= 1) && l.Top is null or >= 1), "event.level-share");
        Refusal.Unless(Teams.Members is >= 0 and <= 50 && (Teams.Places ?? [0]).Count > 0 && (Teams.Prizes ?? [0]).Count > 0, "event.team-points");
    }
}
