using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions;

/// <summary>
/// Who did what, when, to what, and whether it was allowed. A line of a chain: never changed, never removed, and without
/// personal data: accounts, ids and codes only (data-protection.md §10.3, 安全审计).
/// </summary>
/// <param name="Act">What was done, as <c>room.verb</c>, for example <c>worker.view-id-number</c>.</param>
/// <param name="Thing">The code or id of what it was done to.</param>
public sealed record AuditLine(
    long Sequence, DateTime At, string? AccountId, string Act, string Thing, bool Allowed, string? Why, string? Address, string HashBefore) : IChained
{
    public string Hash { get; init; } = "";

    public AuditLine Sealed() => this with { Hash = Sum() };

    public string Sum() => SumAs(Sequence);

    public string SumAs(long sequence) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        HashBefore, sequence.ToString(CultureInfo.InvariantCulture), At.Ticks.ToString(CultureInfo.InvariantCulture),
        AccountId, Act, Thing, Allowed ? "1" : "0", Why, Address))));
}

/// <summary>The end of the audit chain. It advances in the append's own transaction.</summary>
public sealed class AuditHead
{
    public int Id { get; private set; } = 1;
    public long Sequence { get; private set; }
    public string Hash { get; private set; } = "";

    public AuditLine Append(DateTime at, string? accountId, string act, string thing, bool allowed, string? why, string? address)
    {
        var line = new AuditLine(Sequence + 1, at, accountId, act, thing, allowed, why, address, Hash).Sealed();
        (Sequence, Hash) = (line.Sequence, line.Hash);
        return line;
    }

    /// <summary>Against this end, so that a tail that was cut off is found too; what was signed tells of a chain that was reckoned anew.</summary>
    /// <param name="lines">In order.</param>
    public ChainFault? Check(IEnumerable<AuditLine> lines, IEnumerable<Anchor>? anchors = null) => Chain.FirstFault(lines, Sequence, Hash, anchors);

    /// <summary>The sequence number of the first line that is not what was written; null when the chain is whole.</summary>
    public static long? FirstBroken(IEnumerable<AuditLine> lines) => Chain.FirstBroken(lines);
}
