using Competitions.Questions;

namespace Competitions.Tests.Questions;

public sealed class SittingTests
{
    private static readonly DateTime Opens = new(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Paper Drawn = MakePaper();
    private static readonly Occasion Theory = new(Drawn, "理论", "training:x", Opens, Opens.AddHours(2), 60);

    [Fact]
    public void The_highest_turn_counts_in_whatever_order_answers_arrive() =>
        Assert.Equal("C", Sitting.Latest([Given(1, "C", 3), Given(1, "A", 1), Given(1, "B", 2)])[1]);

    [Fact]
    public void Nobody_starts_before_it_opens_or_after_it_closes()
    {
        Assert.Equal("sitting.not-open", Assert.Throws<Refusal>(() => Theory.Admit(1, 0).Start(Theory, Opens.AddSeconds(-1))).Code);
        Assert.Equal("sitting.closed", Assert.Throws<Refusal>(() => Theory.Admit(1, 0).Start(Theory, Opens.AddHours(2))).Code);
    }

    [Fact]
    public void A_second_start_does_not_give_new_time()
    {
        var sitting = Started();
        sitting.Start(Theory, Opens.AddMinutes(30));

        Assert.Equal(Opens.AddMinutes(60), sitting.Deadline);
    }

    [Fact]
    public void Extra_time_given_before_or_after_the_start_moves_the_deadline_and_leaves_a_row()
    {
        var sitting = Theory.Admit(1, 0);
        sitting.AddTime(5, "停电", "x", Opens);
        sitting.Start(Theory, Opens);
        sitting.AddTime(10, "设备故障", "x", Opens.AddMinutes(20));

        Assert.Equal(Opens.AddMinutes(75), sitting.Deadline);
        Assert.Equal([5, 10], sitting.Extra.Select(e => e.Minutes));
        Assert.Equal("sitting.extra-why", Assert.Throws<Refusal>(() => sitting.AddTime(5, " ", "x", Opens)).Code);
    }

    [Fact]
    public void What_was_sent_in_time_still_counts_within_the_grace_and_not_after()
    {
        var sitting = Started();

        Assert.True(sitting.Takes(Theory, Opens.AddMinutes(60).AddSeconds(10)));
        Assert.False(sitting.Takes(Theory, Opens.AddMinutes(60).AddSeconds(11)));
        Assert.True(sitting.RanOut(Theory, Opens.AddMinutes(60).AddSeconds(11)));
    }

    [Fact]
    public void Handing_in_marks_the_set_that_was_sat_and_happens_once()
    {
        var sitting = Started();
        var right = Drawn.Of(sitting.Set).Select(i => Given(i.Place, string.Concat(i.Right), 1)).ToList();
        sitting.End(HandIn.ByHand, Drawn, right, Opens.AddMinutes(40));

        Assert.Equal(Drawn.Total, sitting.Points);
        Assert.False(sitting.Takes(Theory, Opens.AddMinutes(41)));
        Assert.Equal("sitting.handed-in", Assert.Throws<Refusal>(() => sitting.End(HandIn.ByClock, Drawn, right, Opens)).Code);
        Assert.Equal("sitting.handed-in", Assert.Throws<Refusal>(() => sitting.Start(Theory, Opens)).Code);
    }

    [Fact]
    public void Sets_alternate_in_the_order_of_admission() =>
        Assert.Equal(["A", "B", "A"], Enumerable.Range(0, 3).Select(i => Theory.Admit(i, i).Set));

    private static Sitting Started()
    {
        var sitting = Theory.Admit(1, 0);
        sitting.Start(Theory, Opens);
        return sitting;
    }

    private static GivenAnswer Given(int place, string given, long turn) => new(Guid.NewGuid(), 1, place, given, turn, Opens);

    private static Paper MakePaper()
    {
        var paper = new Paper(1, "卷", "电工", "x", Opens);
        paper.Plan("卷", [new(QuestionKind.SingleChoice, null, null, 4, new Points(2)), new(QuestionKind.MultipleChoice, null, null, 2, new Points(3))], SetRule.SameQuestions, 0.5m);
        paper.DrawFrom(DrawTests.Bank(), 42, "x", Opens);
        return paper;
    }
}
