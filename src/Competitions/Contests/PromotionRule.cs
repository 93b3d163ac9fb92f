namespace Competitions.Contests;

/// <summary>
/// Who goes on from a ranking. What is null or 0 does not count; of <paramref name="Top"/> and <paramref name="Share"/>
/// together the smaller number of places holds (前 30%，且不超过 20 人).
/// </summary>
/// <param name="Top">So many places.</param>
/// <param name="Share">Of all that are ranked, 0.30 for 30 %.</param>
/// <param name="Rounding">How the share becomes whole places.</param>
/// <param name="PerUnit">At most so many of one unit; alone it sends the first so many of each unit.</param>
/// <param name="FewestMark">A total below it does not go on.</param>
/// <param name="PassedOnly">Each part must be passed.</param>
/// <param name="Tie">What happens when equals stand across a border, of the places or of one unit's.</param>
/// <param name="Reserves">候补: so many of those next in order; equals of the last one are in it too.</param>
public sealed record PromotionRule(
    int? Top, decimal? Share, CountRounding Rounding, int PerUnit, decimal? FewestMark, bool PassedOnly, BorderTie Tie, int Reserves)
{
    /// <exception cref="Refusal">promotion.rule-empty, .top, .share, .per-unit, .fewest-mark, .reserves</exception>
    public void Check()
    {
        Refusal.Unless(Top is not null || Share is not null || PerUnit > 0 || FewestMark is not null || PassedOnly, "promotion.rule-empty");
        Refusal.Unless(Top is null or >= 1 and <= 100_000, "promotion.top");
        Refusal.Unless(Share is null or > 0 and <= 1, "promotion.share");
        Refusal.Unless(PerUnit is >= 0 and <= 10_000, "promotion.per-unit");
        Refusal.Unless(FewestMark is null or >= 0 and <= 100_000, "promotion.fewest-mark");
        Refusal.Unless(Reserves is >= 0 and <= 500, "promotion.reserves");
    }

    /// <summary>The places for a field of so many; null where their number is not bounded.</summary>
    public int? PlacesOf(int field)
    {
        var share = Share is not { } s ? (int?)null : (int)(Rounding switch
        {
            CountRounding.Down => Math.Floor(field * s),
            CountRounding.Up => Math.Ceiling(field * s),
            _ => Points.Rounded(field * s, 0).Value,
        });
        return (Top, share) is ({ } top, { } part) ? Math.Min(top, part) : Top ?? share;
    }
}

public enum PromotionOutcome
{
    /// <summary>不晋级.</summary>
    Out,

    /// <summary>晋级.</summary>
    Goes,

    /// <summary>候补.</summary>
    Reserve,

    /// <summary>并列待定: equals across a border that somebody must put in order first.</summary>
    Undecided,
}

/// <summary>Why a row does not go on.</summary>
public enum PromotionGround
{
    None,

    /// <summary>未达最低分.</summary>
    BelowMark,

    /// <summary>有模块未合格.</summary>
    NotPassed,

    /// <summary>本单位名额已满.</summary>
    UnitPlacesUsed,

    /// <summary>名次在名额之外.</summary>
    BeyondPlaces,

    /// <summary>并列跨线，不扩大名额.</summary>
    TiedAtBorder,
}

/// <summary>A row of the ranking as the rule sees it.</summary>
/// <param name="Rank">Equals share it.</param>
/// <param name="Settled">Their order among each other once somebody decided it; 0 before.</param>
/// <param name="Unit">What the places of one unit are counted by.</param>
public readonly record struct Contender(int Rank, int Settled, string Unit, Points Mark, bool Passed);

/// <param name="ReserveOrder">From 1; equals share it. 0 for who is no reserve.</param>
public readonly record struct Promoted(PromotionOutcome Outcome, PromotionGround Ground, int ReserveOrder = 0);
