using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public sealed class LedgerHeadTests
{
    private static readonly DateTime At = new(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Sheet Theory = new("theory", new DateOnly(2026, 11, 21));

    [Fact]
    public void A_chain_as_it_was_written_is_whole() => Assert.Null(LedgerHead.FirstBroken(Lines(3)));

    [Fact]
    public void A_changed_value_a_lost_line_and_a_swapped_line_are_found()
    {
        var lines = Lines(4);

        Assert.Equal(2, LedgerHead.FirstBroken([lines[0], lines[1] with { Value = 99 }, lines[2], lines[3]]));
        Assert.Equal(3, LedgerHead.FirstBroken([lines[0], lines[1], lines[3]]));
        Assert.Equal(1, LedgerHead.FirstBroken([lines[1], lines[0]]));
    }

    [Fact]
    public void Trailing_zeros_do_not_break_the_chain() =>
        Assert.Null(LedgerHead.FirstBroken([.. Lines(2).Select(l => l with { Value = l.Value + 0.00000000m })]));

    [Fact]
    public void No_line_comes_after_a_lock_of_its_sheet_while_the_others_go_on()
    {
        var head = Open();
        head.Take(Theory, marks: false);

        Assert.Equal("marks.locked", Assert.Throws<Refusal>(() => head.Append(Given(1), "j", Theory, At)).Code);
        Assert.Equal(1, head.Append(Given(1), "j", Theory with { Module = "practical" }, At).Sequence);

        head.Take(Theory, marks: true);
        Assert.Equal(2, head.Append(Given(1), "j", Theory, At).Sequence);
    }

    [Fact]
    public void A_new_head_takes_nothing_and_every_lock_moves_its_version()
    {
        var head = new LedgerHead("e1");
        Assert.Equal("marks.locked", Assert.Throws<Refusal>(() => head.Append(Given(1), "j", Theory, At)).Code);

        var before = head.LockVersion;
        head.Take(marks: true);
        Assert.True(head.LockVersion > before);
    }

    [Fact]
    public void A_ninth_place_is_refused_before_it_is_hashed() =>
        Assert.Equal("marks.too-fine", Assert.Throws<Refusal>(() => Open().Append(Given(0.123456789m), "j", Theory, At)).Code);

    private static LedgerHead Open()
    {
        var head = new LedgerHead("e1");
        head.Take(marks: true);
        return head;
    }

    private static GivenMark Given(decimal value) => new(Guid.NewGuid(), "W1", "A1", value, At);

    private static List<Mark> Lines(int count)
    {
        var head = Open();
        return [.. Enumerable.Range(1, count).Select(i => head.Append(Given(i + 0.5m), "j", Theory, At))];
    }
}
