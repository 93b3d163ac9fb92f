using Competitions.Contests;
using Competitions.Results;

namespace Competitions.Tests.Results;

public sealed class ResultTests
{
    private static readonly EventMove[] ToOpened = [EventMove.OpenRegistration, EventMove.CloseRegistration, EventMove.FinishVetting, EventMove.Start, EventMove.Finish, EventMove.OpenCodes];

    [Fact]
    public void Every_move_that_the_table_does_not_have_is_refused()
    {
        foreach (var stage in Enum.GetValues<ResultStage>())
        {
            var allowed = ResultLifecycle.MovesFrom(stage).ToHashSet();
            foreach (var move in Enum.GetValues<ResultMove>())
            {
                Assert.Equal(allowed.Contains(move), ResultLifecycle.Next(stage, move) is not null);
            }
        }

        var of = Some.Event(ToOpened);
        var result = Computed(of);
        Assert.Equal("result.move-not-allowed", Refused(() => result.Publish(of, "one", Some.Noon, result.Seal)));
        result.Confirm("two", Some.Noon, result.Seal);
        Assert.Equal("result.move-not-allowed", Refused(() => result.Compute(new Sheets().With(1, 1).Basis, new Sheets().With(1, 1).Sum(), "one", Some.Noon)));
        result.Publish(of, "one", Some.Noon, result.Seal);
        Assert.Equal("result.move-not-allowed", Refused(() => result.Publish(of, "one", Some.Noon, result.Seal)));
        Assert.Equal("result.move-not-allowed", Refused(() => result.Return("two", Some.Noon, "晚了")));
        Assert.Equal("result.move-not-allowed", Refused(() => result.Discard("two", Some.Noon, "晚了")));
    }

    [Fact]
    public void Who_computed_it_does_not_confirm_it_and_what_changed_since_is_not_confirmed()
    {
        var result = Computed(Some.Event(ToOpened));

        Assert.Equal("result.second-person", Refused(() => result.Confirm("one", Some.Noon, result.Seal)));
        Assert.Equal("result.source-changed", Refused(() => result.Confirm("two", Some.Noon, "another")));
        Assert.Equal("result.reason-missing", Refused(() => result.Return("two", Some.Noon, " ")));
        Assert.Equal(ResultStage.Computed, result.Stage);
    }

    [Fact]
    public void It_is_published_only_when_the_codes_are_open()
    {
        var of = Some.Event(ToOpened[..^1]);
        var result = Computed(of);
        result.Confirm("two", Some.Noon, result.Seal);

        Assert.Equal("result.event-not-opened", Refused(() => result.Publish(of, "one", Some.Noon, result.Seal)));
        of.Make(EventMove.OpenCodes, new EventFacts(2), "test", Some.Noon);
        result.Publish(of, "one", Some.Noon, result.Seal);
        Assert.Equal(Some.Noon, result.PublishedAt);
    }

    [Fact]
    public void Only_what_is_published_is_corrected_with_a_reason_and_is_superseded_with_the_publication()
    {
        var of = Some.Event(ToOpened);
        var first = Computed(of);
        Assert.Equal("result.not-published", Refused(() => _ = new Result(of, "final", "workers", 2, first, "更正")));
        first.Confirm("two", Some.Noon, first.Seal);
        first.Publish(of, "one", Some.Noon, first.Seal);
        Assert.Equal("result.reason-missing", Refused(() => _ = new Result(of, "final", "workers", 2, first, " ")));

        var second = new Result(of, "final", "workers", 2, first, "录入有误");
        second.Compute(new Sheets().With(82, 90).Basis, new Sheets().With(82, 90).Sum(), "one", Some.Noon);
        second.Confirm("two", Some.Noon, second.Seal);
        Assert.Equal(ResultStage.Published, first.Stage);
        second.Publish(of, "one", Some.Noon, second.Seal, first);

        Assert.Equal((ResultStage.Superseded, ResultStage.Published), (first.Stage, second.Stage));
        Assert.Equal("录入有误", first.History[^1].Why);
    }

    [Fact]
    public void An_event_is_not_announced_while_a_group_has_no_result()
    {
        var of = Some.Event(ToOpened);

        Assert.Equal("event.results-unpublished", Refused(() => of.Make(EventMove.Announce, new EventFacts(2, Unpublished: ["学生组"]), "test", Some.Noon)));
        of.Make(EventMove.Announce, new EventFacts(2, Unpublished: []), "test", Some.Noon);
    }

    [Fact]
    public void What_changed_is_said_from_the_mark_to_the_prize()
    {
        var (before, after) = (new Sheets().With(80, 80).With(79, 79).Sum().Lines, new Sheets { Sanctions = [new Sanction(1, SanctionEffect.PointsOff, "practical", new Points(10), "超时")] }.With(80, 80).With(79, 79).Sum().Lines);

        Assert.Equal(["Rank 2>1", "Module 80.00>70.00", "Deducted 0.00>7.00", "Total 80.00>73.00", "Rank 1>2"], ResultChanges.Between(before, after).Where(c => c.Of is not ChangeOf.Prize).Select(c => $"{c.Of} {c.Old}>{c.New}"));
        Assert.Empty(ResultChanges.Between(before, before));
    }

    private static Result Computed(Event of)
    {
        var result = new Result(of, "final", "workers", 1);
        var sheets = new Sheets().With(82, 88).With(70, 70);
        result.Compute(sheets.Basis, sheets.Sum(), "one", Some.Noon);
        return result;
    }

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Code;
}
