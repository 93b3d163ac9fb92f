using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Proofs;

namespace Competitions.Web.Results.Proofs;

/// <summary>What a sheet bears on paper: it stays a proof when all files are lost.</summary>
/// <param name="Address">Where anybody checks it.</param>
public sealed record PrintedProof(SignedHead Head, string Address)
{
    public string Key => string.Join(' ', Head.Key.Chunk(4).Select(c => new string(c)));
}

/// <summary>A published result with its proof, as JSON and for paper.</summary>
public sealed class ResultFiles(CompetitionsDb db, HeadBook book, PublicSite site)
{
    /// <summary>Null for what is not published.</summary>
    public PrintedProof? Printed(Result result, string code) =>
        result.Stage is ResultStage.Published or ResultStage.Superseded && Head(result, code) is { } head ? new PrintedProof(head, $"{site.Address}/verify/results/{result.Id}") : null;

    /// <summary>As it was signed for everybody when it was published; null in the seconds before.</summary>
    public SignedHead? Head(Result result, string code) => book.Find(ResultDocument.OpenChain(code, result.Round, result.Group), result.Number);

    /// <summary>With masked names, for everybody.</summary>
    public async Task<byte[]> Open(Result result, string code, string contest) =>
        ResultDocument.File(ResultDocument.Open(result, code, await ResultRoots.Of(db, result.Id)), contest, result.Stage, Head(result, code), book.Key);

    /// <summary>With whole names, for its house.</summary>
    /// <exception cref="Refusal">result.not-published-yet</exception>
    public async Task<byte[]> Full(Result result, string code, string contest)
    {
        Refusal.Unless(result.Stage is ResultStage.Published or ResultStage.Superseded, "result.not-published-yet");
        var head = book.Find(ResultDocument.FullChain(code, result.Round, result.Group), result.Number);
        return ResultDocument.File(ResultDocument.Full(result, code, await ResultRoots.Of(db, result.Id)), contest, result.Stage, head, book.Key);
    }
}
