using Competitions.Contests;

namespace Competitions.Tests.Contests;

public class EventLifecycleTests
{
    [Theory]
    [InlineData(EventStage.Draft, EventMove.Announce)]
    [InlineData(EventStage.Archived, EventMove.Reopen)]
    [InlineData(EventStage.Cancelled, EventMove.OpenRegistration)]
    [InlineData(EventStage.Running, EventMove.Resume)]
    [InlineData(EventStage.Announced, EventMove.Cancel)]
    public void What_is_not_in_the_table_cannot_be_done(EventStage from, EventMove move) => Assert.Null(EventLifecycle.Next(from, move));

    [Fact]
    public void Resume_leads_back_to_where_it_was_suspended() =>
        Assert.Equal(EventStage.Vetting, EventLifecycle.Next(EventStage.Suspended, EventMove.Resume, EventStage.Vetting));

    [Fact]
    public void Every_stage_can_be_reached_from_a_draft()
    {
        var reached = new HashSet<EventStage> { EventStage.Draft };
        while (reached.SelectMany(After).Except(reached).ToList() is { Count: > 0 } found)
        {
            reached.UnionWith(found);
        }

        Assert.Equal(Enum.GetValues<EventStage>().ToHashSet(), reached);
    }

    [Fact]
    public void Every_stage_of_an_entry_can_be_reached_from_a_draft()
    {
        var reached = new HashSet<EntryStage> { EntryStage.Draft };
        while (reached.SelectMany(s => EntryLifecycle.MovesFrom(s).Select(m => EntryLifecycle.Next(s, m)!.Value)).Except(reached).ToList() is { Count: > 0 } found)
        {
            reached.UnionWith(found);
        }

        Assert.Equal(Enum.GetValues<EntryStage>().ToHashSet(), reached);
    }

    private static IEnumerable<EventStage> After(EventStage stage) =>
        EventLifecycle.MovesFrom(stage).Select(move => EventLifecycle.Next(stage, move, stage)!.Value);
}
