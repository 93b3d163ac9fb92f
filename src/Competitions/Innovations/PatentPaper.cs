namespace Competitions.Innovations;

/// <summary>证书 and other papers of a patent; the file lies in the data folder under the hash of its content.</summary>
public sealed class PatentPaper
{
    /// <summary>Papers of one patent.</summary>
    public const int Most = 10;

    private PatentPaper()
    {
    }

    /// <exception cref="Refusal">patent.paper-title-missing</exception>
    public PatentPaper(int patent, string title, InnovationFile file, string by, DateTime at)
    {
        Refusal.Unless(title.Trim().Length is >= 1 and <= 40, "patent.paper-title-missing");
        (PatentId, Title, File, By, At) = (patent, title.Trim(), file with { }, by, at);
    }

    public int Id { get; private set; }
    public int PatentId { get; private set; }

    /// <summary>专利证书, 受理通知书…</summary>
    public string Title { get; private set; } = "";
    public InnovationFile File { get; private set; } = null!;
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}
