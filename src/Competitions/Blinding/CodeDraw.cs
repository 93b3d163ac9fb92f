namespace Competitions.Blinding;

/// <summary>
/// 加密抽签 of one layer. The hash of the secret is stored before anything is drawn, a second person witnesses the draw and the sealing.
/// Until it is sealed the house holds the code book under its own key, for the codes have to be handed out; afterwards nobody does.
/// </summary>
public sealed class CodeDraw
{
    private CodeDraw()
    {
    }

    /// <param name="book">Not drawn yet.</param>
    /// <param name="kept">Its text under the key of the house.</param>
    /// <exception cref="Refusal">draw.nobody, .layer-out-of-range</exception>
    public CodeDraw(CodeBook book, byte[] kept, string by, DateTime at)
    {
        Refusal.Unless(book.At.Layer is >= 1 and <= 3, "draw.layer-out-of-range", book.At.Layer);
        Refusal.Unless(book.Pairs.Count > 0, "draw.nobody");
        (EventCode, Place, Layer, Attempt) = (book.At.EventCode, book.At.Place, book.At.Layer, book.At.Attempt);
        (Commitment, Count, Kept, CommittedBy, CommittedAt) = (book.Commitment, book.Pairs.Count, kept, by, at);
    }

    public int Id { get; private set; }
    public string EventCode { get; private set; } = "";
    public string Place { get; private set; } = "";
    public int Layer { get; private set; }
    public int Attempt { get; private set; }
    public DrawStage Stage { get; private set; }
    public int Version { get; private set; }
    public string Commitment { get; private set; } = "";
    public int Count { get; private set; }
    public string CommittedBy { get; private set; } = "";
    public DateTime CommittedAt { get; private set; }
    public string? DrawnBy { get; private set; }
    public string? Witness { get; private set; }
    public DateTime? DrawnAt { get; private set; }
    public string? ResultHash { get; private set; }
    public string? SealedBy { get; private set; }
    public string? SealWitness { get; private set; }
    public DateTime? SealedAt { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public string? ReplacedBy { get; private set; }
    public DateTime? ReplacedAt { get; private set; }
    public string? Why { get; private set; }

    /// <summary>Until it is sealed.</summary>
    public byte[]? Kept { get; private set; }

    /// <summary>密封: only both halves of the event's key open it.</summary>
    public byte[]? Box { get; private set; }

    /// <summary>The text of the code book once it was opened, for everybody who checks the draw; entry ids, no names.</summary>
    public string? Text { get; private set; }

    public DrawPlace At => new(EventCode, Place, Layer, Attempt);

    public bool IsLive => Stage is not DrawStage.Replaced;

    /// <exception cref="Refusal">draw.second-person, .not-this, .move-not-allowed</exception>
    public void Draw(CodeBook book, byte[] kept, string by, string witness, DateTime at)
    {
        Refusal.Unless(by != witness, "draw.second-person");
        Refusal.Unless(book.At == At && book.Commitment == Commitment && book.IsAsDrawn, "draw.not-this");
        Move(DrawMove.Draw);
        (ResultHash, Kept, DrawnBy, Witness, DrawnAt) = (book.Hash, kept, by, witness, at);
    }

    /// <param name="box">The text of the code book, closed with the event's key.</param>
    /// <exception cref="Refusal">draw.second-person, .move-not-allowed</exception>
    public void Seal(byte[] box, string by, string witness, DateTime at)
    {
        Refusal.Unless(by != witness, "draw.second-person");
        Move(DrawMove.Seal);
        (Kept, Box, SealedBy, SealWitness, SealedAt) = (null, box, by, witness, at);
    }

    /// <summary>重抽: this one is kept as it was, and says why.</summary>
    /// <param name="marked">A work under these codes has a mark.</param>
    /// <param name="builtUpon">A later layer was drawn from these codes.</param>
    /// <exception cref="Refusal">draw.second-person, .reason-missing, .marked, .built-upon, .move-not-allowed</exception>
    public void Replace(string why, bool marked, bool builtUpon, string by, string witness, DateTime at)
    {
        Refusal.Unless(by != witness, "draw.second-person");
        Refusal.Unless(why.Trim().Length > 0, "draw.reason-missing");
        Refusal.Unless(!marked, "draw.marked");
        Refusal.Unless(!builtUpon, "draw.built-upon");
        Move(DrawMove.Replace);
        (Why, ReplacedBy, ReplacedAt) = (why.Trim(), by, at);
    }

    /// <summary>Shows what it was: its hash, its commitment and the draw itself are done again.</summary>
    /// <param name="text">What came out of the box.</param>
    /// <exception cref="Refusal">code-book.changed, which names place and layer; draw.move-not-allowed</exception>
    public CodeBook Open(string text, DateTime at)
    {
        Refusal.Unless(Lots.Hash(text) == ResultHash, "code-book.changed", Place, Layer);
        var book = CodeBook.Read(text);
        Refusal.Unless(book.At == At && book.Commitment == Commitment && book.IsAsDrawn, "code-book.changed", Place, Layer);
        Move(DrawMove.Open);
        (Text, OpenedAt) = (text, at);
        return book;
    }

    private void Move(DrawMove move)
    {
        Stage = DrawLifecycle.Next(Stage, move) ?? throw new Refusal("draw.move-not-allowed");
        Version++;
    }
}
