namespace Competitions.Innovations;

/// <summary>Stars by month (a published incentive of a safety contest: one for adoption, two for effect, three for a large contribution).</summary>
public static class StarsOf
{
    /// <summary>Earned in that month: for the adoption when it was adopted, what the effect adds to it when that was confirmed.</summary>
    /// <param name="first">The first day of the month.</param>
    /// <param name="stars">Of the proposal as it stands.</param>
    /// <param name="adopted">What the adoption alone gave.</param>
    public static int Month(DateOnly first, DateOnly? adoptedOn, DateOnly? confirmedOn, int stars, int adopted)
    {
        return (IsIn(adoptedOn) ? Math.Min(adopted, stars) : 0) + (IsIn(confirmedOn) ? Math.Max(0, stars - adopted) : 0);

        bool IsIn(DateOnly? day) => day is { } on && on >= first && on < first.AddMonths(1);
    }
}
