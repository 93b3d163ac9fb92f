using Competitions.Blinding;

namespace Competitions.Tests.Blinding;

public class CodeDrawTests
{
    private static readonly byte[] Kept = [1];
    private static readonly byte[] Box = [2];

    [Fact]
    public void A_draw_is_promised_drawn_sealed_and_opened_and_says_who_and_before_whom()
    {
        var draw = Sealed();
        var book = CodeBookTests.First.Drawn("三月七");
        Assert.Equal((DrawStage.Sealed, "judge", "supervisor", "judge", "supervisor"), (draw.Stage, draw.DrawnBy, draw.Witness, draw.SealedBy, draw.SealWitness));
        Assert.Equal((CodeBookTests.First.Commitment, book.Hash), (draw.Commitment, draw.ResultHash));
        Assert.Null(draw.Kept);
        Assert.Equal(book.Hash, draw.Open(book.Text, Some.Noon).Hash);
        Assert.Equal((DrawStage.Opened, book.Text), (draw.Stage, draw.Text));
    }

    [Fact]
    public void Nobody_witnesses_himself()
    {
        var draw = new CodeDraw(CodeBookTests.First, Kept, "judge", Some.Noon);
        Refused("draw.second-person", () => draw.Draw(CodeBookTests.First.Drawn(""), Kept, "judge", "judge", Some.Noon));
        Refused("draw.second-person", () => Drawn().Seal(Box, "judge", "judge", Some.Noon));
        Refused("draw.second-person", () => Drawn().Replace("补签到", false, false, "judge", "judge", Some.Noon));
    }

    [Fact]
    public void What_was_not_promised_is_not_drawn()
    {
        var draw = new CodeDraw(CodeBookTests.First, Kept, "judge", Some.Noon);
        var others = CodeBookTests.Before("@final", 1, ["14", "9", "11", "12", "104"]).Drawn("三月七");
        Refused("draw.not-this", () => draw.Draw(others, Kept, "judge", "supervisor", Some.Noon));
        var chosen = CodeBookTests.First.Drawn("三月七") with { Pairs = [.. CodeBookTests.First.Drawn("三月八").Pairs] };
        Refused("draw.not-this", () => draw.Draw(chosen, Kept, "judge", "supervisor", Some.Noon));
        Assert.Equal(DrawStage.Committed, draw.Stage);
    }

    [Fact]
    public void A_book_that_was_changed_does_not_open_and_is_named()
    {
        var (draw, book) = (Sealed(), CodeBookTests.First.Drawn("三月七"));
        var refusal = Refused("code-book.changed", () => draw.Open(book.Text.Replace("9\t002", "9\t001", StringComparison.Ordinal), Some.Noon));
        Assert.Equal(["@final", 1], refusal.Details);
        Refused("code-book.changed", () => draw.Open("", Some.Noon));
        Assert.Equal(DrawStage.Sealed, draw.Stage);
    }

    [Fact]
    public void Drawn_again_is_only_with_a_reason_before_marks_and_before_a_later_layer()
    {
        Refused("draw.reason-missing", () => Sealed().Replace(" ", false, false, "judge", "supervisor", Some.Noon));
        Refused("draw.marked", () => Sealed().Replace("补签到", true, false, "judge", "supervisor", Some.Noon));
        Refused("draw.built-upon", () => Sealed().Replace("补签到", false, true, "judge", "supervisor", Some.Noon));
        var draw = Sealed();
        var (commitment, result) = (draw.Commitment, draw.ResultHash);
        draw.Replace("补签到", false, false, "judge", "supervisor", Some.Noon);
        Assert.Equal((DrawStage.Replaced, "补签到", commitment, result), (draw.Stage, draw.Why, draw.Commitment, draw.ResultHash));
        Refused("draw.move-not-allowed", () => draw.Replace("再来", false, false, "judge", "supervisor", Some.Noon));
    }

    [Fact]
    public void Nobody_signed_in_is_nobody_to_draw_for() =>
        Refused("draw.nobody", () => _ = new CodeDraw(CodeBookTests.Before("@final", 1, []), Kept, "judge", Some.Noon));

    [Fact]
    public void The_second_half_is_taken_once_and_by_another()
    {
        var key = new SealKey("WELD", [1], [2], [3], "judge", Some.Noon);
        Refused("seal-key.second-person", () => key.Take("judge", Some.Noon));
        key.Take("supervisor", Some.Noon);
        Assert.Null(key.Waiting);
        Refused("seal-key.already-taken", () => key.Take("other", Some.Noon));
    }

    [Fact]
    public void Three_layers_lead_back_to_the_entry()
    {
        CodeBook[] books = [CodeBookTests.First.Drawn("三月七"), CodeBookTests.Second.Drawn("三月七"), CodeBookTests.Third.Drawn("三月七")];
        string[] works = [.. books[2].Pairs.Select(p => p.To)];
        var decoded = Decoding.Of("practical", 3, books, works);

        // 103 → 005 → 02 → 6JQ57RGG7Q, 12 → 001 → 05 → K9BW66X7J2: read from the lists that code_book.py printed
        Assert.Equal(new Decoded("practical", "6JQ57RGG7Q", 103, "005"), decoded.Single(d => d.EntryId == 103));
        Assert.Equal(new Decoded("practical", "K9BW66X7J2", 12, "001"), decoded.Single(d => d.EntryId == 12));
        Refused("code-book.layer-missing", () => Decoding.Of("practical", 3, books[..2], works));
        Refused("code-book.works-differ", () => Decoding.Of("practical", 3, books, works[1..]));
        Refused("code-book.gap", () => Decoding.Of("practical", 3, [books[0], books[1] with { Pairs = [.. books[1].Pairs.Skip(1)] }, books[2]], works));
    }

    [Fact]
    public void Fewer_layers_are_marked_by_number_or_seat()
    {
        CodeBook[] books = [CodeBookTests.First.Drawn("三月七"), CodeBookTests.Second.Drawn("三月七")];
        Assert.Equal("ET43-003", Decoding.Of("practical", 1, books[..1], ["ET43-001", "ET43-002", "ET43-003", "ET43-004", "ET43-005"]).Single(d => d.EntryId == 11).Work);
        Assert.Equal("Y6RE-01", Decoding.Of("practical", 2, books, ["Y6RE-01", "Y6RE-02", "Y6RE-03", "Y6RE-04", "Y6RE-05"]).Single(d => d.EntryId == 11).Work);
    }

    private static CodeDraw Drawn()
    {
        var draw = new CodeDraw(CodeBookTests.First, Kept, "judge", Some.Noon);
        draw.Draw(CodeBookTests.First.Drawn("三月七"), Kept, "judge", "supervisor", Some.Noon);
        return draw;
    }

    private static CodeDraw Sealed()
    {
        var draw = Drawn();
        draw.Seal(Box, "judge", "supervisor", Some.Noon);
        return draw;
    }

    private static Refusal Refused(string code, Action act)
    {
        var refusal = Assert.Throws<Refusal>(act);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }
}
