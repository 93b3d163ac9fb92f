namespace Competitions.Scoring;

/// <summary>去掉一个最高分、一个最低分: how a panel's marks of one work become one (of two equal highest only one is dropped).</summary>
/// <param name="TrimFrom">From so many judges on one highest and one lowest are dropped; at least 3, the preset's default is 5.</param>
/// <param name="Places">Of the mean, half-up.</param>
public sealed record TrimmedMean(int TrimFrom = 5, int Places = 2)
{
    /// <exception cref="Refusal"><c>panel.unmarked</c> without a mark; <c>panel.trim-from</c> when nothing would be left.</exception>
    public Points Of(IReadOnlyCollection<decimal> marks)
    {
        Refusal.Unless(marks.Count > 0, "panel.unmarked");
        return Points.Rounded(Kept(marks).Average(), Places);
    }

    public IReadOnlyCollection<decimal> Kept(IReadOnlyCollection<decimal> marks)
    {
        Refusal.Unless(TrimFrom >= 3, "panel.trim-from", TrimFrom);
        return marks.Count < TrimFrom ? marks : [.. marks.Order().Skip(1).SkipLast(1)];
    }
}
