using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Scoring;

/// <summary>What a judge gave, with the id that the tablet made for it.</summary>
/// <param name="Aspect">The item's code, see <see cref="MarkItem"/>.</param>
/// <param name="Slip">Of the correction slip that it follows.</param>
/// <param name="After">Sequence of the mark that it replaces, as the judge saw it; null where he saw none.</param>
/// <param name="Why">Of a deduction or an adjustment; it is kept as a <see cref="MarkReason"/>.</param>
/// <param name="Signature">Of the tablet; it is kept as a <see cref="MarkDevice"/>.</param>
public sealed record GivenMark(Guid Id, string Work, string Aspect, decimal Value, DateTimeOffset GivenAt, string? Slip = null, long? After = null, string? Why = null, string? Signature = null);

/// <summary>给分事由: why points were taken off or adjusted, for ever beside the line of that id; the ledger itself holds no text.</summary>
public sealed record MarkReason(Guid Id, string EventCode, string Work, string Why)
{
    public const int Longest = 200;
}

/// <summary>A line of the ledger: never changed, never removed, and without a word about whose work it is.</summary>
public sealed record Mark(
    string EventCode, long Sequence, Guid Id, string Work, string Aspect, string Judge, decimal Value,
    DateTime GivenAt, DateTime TakenAt, string? Slip, string HashBefore) : IChained
{
    public string Hash { get; init; } = "";

    public Mark Sealed() => this with { Hash = Sum() };

    public string Sum() => SumAs(Sequence);

    /// <summary>Numbers and times are written one way: one database gives 1.5 back where another gives 1.50000000.</summary>
    public string SumAs(long sequence) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        HashBefore, EventCode, sequence.ToString(CultureInfo.InvariantCulture), Id.ToString("N"), Work, Aspect, Judge,
        Value.ToString("0.########", CultureInfo.InvariantCulture), GivenAt.Ticks.ToString(CultureInfo.InvariantCulture),
        TakenAt.Ticks.ToString(CultureInfo.InvariantCulture), Slip))));
}
