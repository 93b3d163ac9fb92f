using Competitions.Contests;

namespace Competitions.Tests;

/// <summary>Legal examples. An event reaches a stage by making the moves, never by having it set.</summary>
public static class Some
{
    public static readonly DateTime Noon = new(2026, 5, 1, 4, 0, 0, DateTimeKind.Utc);

    public static RulePreset Preset => new("district-skills", 1, "区职工技能竞赛", 30, 2,
        new EventRules { PresetCode = "district-skills", PresetVersion = 1, Prizes = [new("一等奖", 0.10m), new("二等奖", 0.20m), new("三等奖", 0.30m)] },
        [
            new EventModule("theory", "理论", "final", ModuleKind.Theory, ModuleWay.Panel, 30, 60, 100, 90, 0),
            new EventModule("practical", "实操", "final", ModuleKind.Practical, ModuleWay.Panel, 70, 60, 100, 240, 3),
        ],
        [new EventGroup("workers", "职工组", GroupFor.Workers)],
        [new EventRound("final", "决赛", 1)]);

    public static EventText Text => new("焊工", "6-18-02-04", "焊工", "3", true, 30, 2);

    public static Event Event(params EventMove[] moves)
    {
        var @event = new Event(1, "WELD", Text, Preset);
        foreach (var move in moves)
        {
            @event.Make(move, new EventFacts(AcceptedEntries: 2), by: "test", at: Noon, why: "test");
        }

        return @event;
    }
}
