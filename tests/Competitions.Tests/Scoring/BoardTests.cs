using Competitions.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Scoring;

public sealed class BoardTests
{
    private static readonly MarkingPlan Plan = new(
        [new PlannedModule("theory", "理论", "theory", new Points(100), 0.3m), new PlannedModule("a", "实操", "practical", new Points(10), 0.7m)],
        [
            new MarkItem("sitting", "theory", MarkHow.Direct, new Points(100)),
            new MarkItem("K1", "a", MarkHow.Direct, new Points(4)), new MarkItem("K2", "a", MarkHow.Judgement, new Points(6)) { Judges = 2 },
        ],
        "practical -time theory", 2);

    /// <summary>Theory 82 and practical 88: 82 × 0.3 + 88 × 0.7 = 86.20 (skills-contests.md §4.3).</summary>
    [Fact]
    public void A_total_is_weighted_on_the_100_point_scale()
    {
        var board = Entered(1, "theory", "a");
        Give(board, ("T0", "sitting", "x", 82), ("A0", "K1", "x", 2.8m), ("A0", "K2", "x", 3), ("A0", "K2", "y", 3));

        var row = Assert.Single(board.Rows);
        Assert.Equal(("86.20", "82.00", "8.80"), ($"{row.Total}", $"{row.Parts["theory"]}", $"{row.Parts["practical"]}"));
    }

    [Fact]
    public void A_board_shows_nothing_of_a_module_it_was_not_made_for_not_even_that_time_went_on()
    {
        var board = Entered(2, "a");
        Assert.False(board.Apply(Line(1, ("T0", "sitting", "x", 100))));
        Assert.Equal((0L, 2), (board.Version, board.Rows.Count));
        Assert.All(board.Rows, r => Assert.Equal((1, "0.00"), (r.Rank, $"{r.Total}")));
        Assert.True(board.Apply(Line(2, ("A1", "K1", "x", 4))));
        Assert.Equal((1L, "R1"), (board.Version, board.Rows[0].Label));
    }

    [Fact]
    public void Who_holds_an_older_version_is_told_what_changed_since() => Prop.ForAll(Lines, lines =>
    {
        var board = Entered(5, "theory", "a");
        var shown = board.Rows.ToList();
        var version = 0L;
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            board.Apply(line);
            if (i % 3 == 2)
            {
                var push = board.After(version);
                shown.RemoveAll(s => push.Rows.Any(r => r.Row.Label == s.Label));
                foreach (var (place, row) in push.Rows)
                {
                    shown.Insert(place, row);
                }

                version = push.To;
                if (!shown.Select(Face).SequenceEqual(board.Rows.Select(Face)))
                {
                    return false;
                }
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_every_line_the_live_ranks_are_those_of_a_full_ranking_and_a_replay_gives_the_same_board() => Prop.ForAll(Lines, lines =>
    {
        var live = Entered(5, "theory", "a");
        foreach (var line in lines)
        {
            live.Apply(line);
            if (!Ranking.Of(live.Rows, TieChain.Of(Plan.Ties)).Select(Face).SequenceEqual(live.Rows.Select(Face)))
            {
                return false;
            }
        }

        var replayed = Entered(5, "a", "theory");
        foreach (var line in lines)
        {
            replayed.Apply(line);
        }

        return live.Version == replayed.Version && live.Rows.Select(Face).SequenceEqual(replayed.Rows.Select(Face));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_lines_at_once_give_the_board_that_they_give_one_by_one_and_a_push_that_folds() => Prop.ForAll(Lines, lines =>
    {
        var (live, bulk) = (Entered(5, "theory", "a"), Entered(5, "theory", "a"));
        var (shown, version) = (bulk.Rows.ToList(), 0L);
        foreach (var some in lines.Chunk(3))
        {
            Array.ForEach(some, line => live.Apply(line));
            bulk.Apply(some);
            var push = bulk.After(version);
            shown.RemoveAll(s => push.Rows.Any(r => r.Row.Label == s.Label));
            foreach (var (place, row) in push.Rows)
            {
                shown.Insert(place, row);
            }

            version = push.To;
            if (live.Version != bulk.Version || !live.Rows.Select(Face).SequenceEqual(bulk.Rows.Select(Face)) || !shown.Select(Face).SequenceEqual(bulk.Rows.Select(Face)))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static string Face(BoardRow row) => $"{row.Rank} {row.Label} {row.Total} {string.Join(' ', row.Parts.OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value}"))}";

    private static Board Entered(int rows, params string[] modules)
    {
        var board = new Board(Plan, modules.ToHashSet());
        for (var n = 0; n < rows; n++)
        {
            board.Enter($"T{n}", "theory", $"R{n}");
            board.Enter($"A{n}", "a", $"R{n}");
        }

        return board;
    }

    private static void Give(Board board, params (string, string, string, decimal)[] given)
    {
        foreach (var (one, n) in given.Select((g, n) => (g, n)))
        {
            board.Apply(Line(n + 1, one));
        }
    }

    private static Mark Line(long sequence, (string Work, string Item, string Judge, decimal Value) of) =>
        new("E", sequence, Guid.Empty, of.Work, of.Item, of.Judge, of.Value, default, default, null, "");

    /// <summary>Marks of five competitors on few values, so that many tie.</summary>
    private static Arbitrary<Mark[]> Lines => (
        from lines in (from who in Gen.Choose(0, 4) from what in Gen.Choose(0, 4) from value in Gen.Choose(0, 3) from judge in Gen.Elements("x", "y") select (who, what, value, judge)).ListOf()
        select lines.Select((l, i) => Line(i + 1, l.what switch
        {
            0 => ($"T{l.who}", "sitting", "x", l.value * 30m),
            1 => ($"A{l.who}", "K1", "x", l.value),
            2 => ($"A{l.who}", "K2", l.judge, l.value),
            3 => ($"A{l.who}", MarkItem.Time, "x", 60 * l.value),
            _ => ($"A{l.who}", "-1", "x", l.value),
        })).ToArray()).ToArbitrary();
}
