namespace Competitions.Tests;

public class BatchTests
{
    private static readonly DateTime Now = new(2026, 5, 21, 6, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Who_holds_the_lease_has_it_alone_until_it_runs_out()
    {
        var batch = Begun();

        Assert.Equal("batch.running", Assert.Throws<Refusal>(() => batch.Begin("second", Now.AddSeconds(30), Now.AddMinutes(2))).Code);
        batch.Begin("second", Now.AddSeconds(61), Now.AddMinutes(2));

        Assert.Equal(("second", 2, 0), (batch.LeaseBy, batch.Attempts, batch.Done));
    }

    [Fact]
    public void Handed_back_by_a_program_that_goes_down_it_costs_no_attempt()
    {
        var batch = Begun();

        batch.GiveBack(counts: false);

        Assert.Equal((BatchState.Queued, 0, null), (batch.State, batch.Attempts, batch.Lane));
    }

    [Fact]
    public void Ended_it_is_neither_begun_nor_stopped_nor_ended_again()
    {
        var batch = Begun();
        batch.End(BatchState.Succeeded, 7, 0, "", null, Now);

        Assert.All<Action>([() => batch.Begin("x", Now, Now), () => batch.WantStop(Now), () => batch.End(BatchState.Failed, 0, 1, "", null, Now)],
            act => Assert.Equal("batch.over", Assert.Throws<Refusal>(act).Code));
        Assert.Equal((null, null), (batch.Lane, batch.LeaseBy)); // the next of its kind may begin
    }

    [Fact]
    public void A_stop_ends_what_waits_at_once_and_what_runs_at_its_next_step()
    {
        var waiting = new Batch("workers-import", "", "f", "名册.xlsx", "a", Now);
        var running = Begun();

        waiting.WantStop(Now);
        running.WantStop(Now);

        Assert.Equal((BatchState.Stopped, BatchState.Running, true), (waiting.State, running.State, running.StopWanted));
    }

    private static Batch Begun()
    {
        var batch = new Batch("workers-import", "", "f", "名册.xlsx", "a", Now);
        batch.Begin("first", Now, Now.AddMinutes(1));
        return batch;
    }
}
