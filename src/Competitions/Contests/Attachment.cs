namespace Competitions.Contests;

/// <summary>报名材料: a paper handed in with an entry. The file lies in the data folder under the hash of its content; its name is only shown.</summary>
public sealed class Attachment
{
    /// <summary>Papers of one entry.</summary>
    public const int Most = 20;

    private Attachment()
    {
    }

    /// <exception cref="Refusal">attachment.entry-submitted, attachment.title-missing</exception>
    public Attachment(Entry of, string title, string name, string contentType, long bytes, string hash, string by, DateTime at)
    {
        Refusal.Unless(IsOpen(of), "attachment.entry-submitted");
        Refusal.Unless(title.Trim().Length is >= 1 and <= 40, "attachment.title-missing");
        (EntryId, Title, Name, ContentType, Bytes, Hash, By, At) = (of.Id, title.Trim(), name, contentType, bytes, hash, by, at);
    }

    public int Id { get; private set; }
    public int EntryId { get; private set; }

    /// <summary>What paper it is: 技能等级证书, 社保证明…</summary>
    public string Title { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Bytes { get; private set; }
    public string Hash { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>Until it is handed in, and again when it was sent back.</summary>
    public static bool IsOpen(Entry of) => of.Stage is EntryStage.Draft or EntryStage.Returned;
}
