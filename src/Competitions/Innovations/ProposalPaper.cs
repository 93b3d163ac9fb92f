namespace Competitions.Innovations;

/// <summary>A paper or picture handed in with a proposal; the file lies in the data folder under the hash of its content.</summary>
public sealed class ProposalPaper
{
    /// <summary>Papers of one proposal.</summary>
    public const int Most = 10;

    private ProposalPaper()
    {
    }

    /// <exception cref="Refusal">proposal.paper-closed, .paper-title-missing</exception>
    public ProposalPaper(Proposal of, string title, string name, string contentType, long bytes, string hash, string by, DateTime at)
    {
        Refusal.Unless(IsOpen(of.Stage), "proposal.paper-closed");
        Refusal.Unless(title.Trim().Length is >= 1 and <= 40, "proposal.paper-title-missing");
        (ProposalId, Title, Name, ContentType, Bytes, Hash, By, At) = (of.Id, title.Trim(), name, contentType, bytes, hash, by, at);
    }

    public int Id { get; private set; }
    public int ProposalId { get; private set; }

    /// <summary>现场照片, 财务证明…</summary>
    public string Title { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Bytes { get; private set; }
    public string Hash { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>Until it is filed away: the proof of the effect comes last.</summary>
    public static bool IsOpen(ProposalStage stage) => stage is not (ProposalStage.Declined or ProposalStage.Archived or ProposalStage.Withdrawn or ProposalStage.Rewarded);
}
