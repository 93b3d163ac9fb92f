using Competitions.Contests;

namespace Competitions.Tests.Contests;

public class VettingTests
{
    private static readonly Reviewer Unit = new(true, false, false);
    private static readonly Reviewer Town = new(false, true, false);
    private static readonly Reviewer Organiser = new(false, false, true);
    private static readonly DateTime At = new(2026, 4, 20, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_step_of_the_chain_belongs_to_one_reviewer()
    {
        Assert.True(Vetting.IsFor(EntryStage.Submitted, Unit));
        Assert.False(Vetting.IsFor(EntryStage.Submitted, Organiser));
        Assert.True(Vetting.IsFor(EntryStage.UnitVetted, Town));
        Assert.False(Vetting.IsFor(EntryStage.UnitVetted, Unit));
        Assert.True(Vetting.IsFor(EntryStage.TownVetted, Organiser));
        Assert.False(Vetting.IsFor(EntryStage.TownVetted, Town));
        Assert.False(Vetting.IsFor(EntryStage.Draft, new Reviewer(true, true, true)));
    }

    /// <summary>Two places are free: of three sound entries the two that came first are accepted, the third waits, whatever the order of choosing.</summary>
    [Fact]
    public void Places_go_first_come_first_served_and_the_rest_wait()
    {
        Chosen[] chosen = [Entry(1, 3), Entry(2, 1), Entry(3, 2, Verdict.Fail), Entry(4, 2, Verdict.Unknown), Entry(5, 2), Entry(6, 0, stage: EntryStage.Submitted)];

        var plan = Vetting.Plan(VettingAct.Pass, chosen, free: 2).ToDictionary(p => p.Id, p => p.Outcome);

        Assert.Equal(VettingOutcome.Done, plan[2]);
        Assert.Equal(VettingOutcome.Done, plan[5]);
        Assert.Equal(VettingOutcome.JoinsWaitingList, plan[1]);
        Assert.Equal(VettingOutcome.SkippedFails, plan[3]);
        Assert.Equal(VettingOutcome.SkippedUnknown, plan[4]);
        Assert.Equal(VettingOutcome.SkippedNotHis, plan[6]);
    }

    [Fact]
    public void Passing_on_to_the_next_reviewer_takes_no_place() => Assert.All(
        Vetting.Plan(VettingAct.Pass, [Entry(1, 0, stage: EntryStage.UnitVetted, by: Town), Entry(2, 0, stage: EntryStage.UnitVetted, by: Town)], free: 0),
        p => Assert.Equal(VettingOutcome.Done, p.Outcome));

    [Fact]
    public void Return_and_refusal_ask_no_check() => Assert.All(
        Vetting.Plan(VettingAct.Return, [Entry(1, 0, Verdict.Fail), Entry(2, 0, Verdict.Unknown)], free: 0), p => Assert.Equal(VettingOutcome.Done, p.Outcome));

    [Fact]
    public void Who_waits_already_stays_when_no_place_is_free() =>
        Assert.Equal(VettingOutcome.SkippedNotHis, Vetting.Plan(VettingAct.Pass, [Entry(1, 0, stage: EntryStage.Waiting)], free: 0)[0].Outcome);

    [Theory]
    [InlineData(null, "0001")]
    [InlineData("0009", "0010")]
    [InlineData("9999", "10000")]
    [InlineData("DG-0041", "DG-0042")]
    public void Numbers_go_on_after_the_highest(string? highest, string expected) => Assert.Equal(expected, Vetting.NextNumber(highest));

    private static Chosen Entry(int id, int hour, Verdict verdict = Verdict.Pass, EntryStage stage = EntryStage.TownVetted, Reviewer? by = null) =>
        new(id, stage, by ?? Organiser, verdict, At.AddHours(hour));
}
