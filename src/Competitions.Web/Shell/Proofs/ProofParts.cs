using Competitions.Data;

namespace Competitions.Web.Shell.Proofs;

/// <summary>A part of the house that was checked.</summary>
/// <param name="Name">账本 WELD.</param>
/// <param name="Said">What was counted.</param>
/// <param name="Fault">The first thing in it that does not fit, as a sentence; null when all fits.</param>
public sealed record CheckedPart(string Name, string Said, string? Fault = null);

/// <summary>What a room can prove of itself. It reads and never writes.</summary>
public interface IProofCheck
{
    IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past);
}

/// <summary>What was signed, to hold the present against.</summary>
public sealed class SignedPast(IReadOnlyList<SignedHead> heads, bool hasFile)
{
    private readonly ILookup<string, SignedHead> _byChain = heads.ToLookup(h => h.Chain);

    /// <summary>Else nothing can be held against it, which is said once.</summary>
    public bool HasFile => hasFile;

    public IReadOnlyList<Anchor> Anchors(string chain) => [.. _byChain[chain].Select(h => new Anchor(h.Sequence, h.Hash, h.At, AnchorOf.SignedHead))];

    /// <summary>The first signature of it: the one that was printed.</summary>
    public SignedHead? Find(string chain, long sequence) => _byChain[chain].FirstOrDefault(h => h.Sequence == sequence);

    /// <summary>Names of the chains that begin so, in the order of their signing.</summary>
    public IEnumerable<string> Chains(string start) => _byChain.Select(c => c.Key).Where(c => c.StartsWith(start, StringComparison.Ordinal));

    public IEnumerable<SignedHead> Of(string chain) => _byChain[chain];
}
