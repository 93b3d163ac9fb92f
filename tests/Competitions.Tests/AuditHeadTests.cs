namespace Competitions.Tests;

public class AuditHeadTests
{
    private static readonly DateTime Then = new(2026, 5, 1, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_chain_as_it_was_written_is_whole()
    {
        var (head, lines) = Chain(5);
        Assert.Null(head.Check(lines));
        Assert.Null(new AuditHead().Check([]));
    }

    [Fact]
    public void The_first_line_that_was_edited_removed_inserted_or_moved_is_named()
    {
        var (head, lines) = Chain(5);
        Assert.Equal((3, ChainFaultKind.Edited), Said(head.Check(lines.Select(l => l.Sequence == 3 ? l with { Why = "other" } : l))));
        Assert.Equal((2, ChainFaultKind.Missing), Said(head.Check(lines.Where(l => l.Sequence != 2))));
        Assert.Equal((3, ChainFaultKind.Inserted), Said(head.Check([.. lines[..2], lines[1], .. lines[2..]])));
        Assert.Equal((2, ChainFaultKind.Missing), Said(head.Check([lines[0], lines[2], lines[1], .. lines[3..]])));
    }

    [Fact]
    public void A_tail_that_was_cut_off_and_a_chain_reckoned_anew_are_found_by_its_head()
    {
        var (head, lines) = Chain(5);
        Assert.Equal((4, ChainFaultKind.Missing), Said(head.Check(lines[..3])));
        var (_, other) = Chain(5, "other");
        Assert.Equal((5, ChainFaultKind.Edited), Said(head.Check(other)));
    }

    private static (long, ChainFaultKind) Said(ChainFault? fault) => (fault!.Line, fault.Kind);

    private static (AuditHead Head, List<AuditLine> Lines) Chain(int count, string why = "why")
    {
        var head = new AuditHead();
        return (head, [.. Enumerable.Range(1, count).Select(n => head.Append(Then.AddMinutes(n), "a", "worker.transfer", $"{n}", true, why, null))]);
    }
}
