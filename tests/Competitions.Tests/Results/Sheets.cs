using Competitions.Contests;
using Competitions.Results;
using Competitions.Scoring;

namespace Competitions.Tests.Results;

/// <summary>A field of theory (30 %) and practical by five judges (70 %), 60 to pass each.</summary>
internal sealed class Sheets
{
    public static readonly IReadOnlyList<LevelStep> Levels = [new("intermediate", "中级工", 3), new("senior", "高级工", 4), new("technician", "技师", 5), new("senior-technician", "高级技师", 6)];

    public static readonly MarkingPlan Plan = new(
        [new PlannedModule("theory", "理论", "theory", new Points(100), 0.3m, 60), new PlannedModule("practical", "实操", "practical", new Points(100), 0.7m, 60)],
        [new MarkItem("sitting", "theory", MarkHow.Direct, new Points(100)), new MarkItem(MarkItem.Panel, "practical", MarkHow.Panel, new Points(100)) { Judges = 5 }], "practical -time theory", 2);

    private readonly Dictionary<int, IReadOnlyList<MarkSheet>> _sheets = [];
    private readonly List<Contestant> _field = [];

    public IReadOnlyList<Contestant> Field => _field;

    public EventRules Rules { get; init; } = new() { PresetCode = "test", PresetVersion = 1, Prizes = [new("一等奖", 0.10m), new("二等奖", 0.20m), new("三等奖", 0.30m)] };

    public List<Sanction> Sanctions { get; init; } = [];

    public IReadOnlyList<int> Settled { get; init; } = [];

    public ResultBasis Basis => new(new ResultSource(7, "abc", 1), Rules, Plan, "senior", Levels, _field, Sanctions, Settled);

    public Summed Sum() => ResultSummary.Of(Basis, entry => _sheets[entry]);

    public IReadOnlyList<MarkSheet> Of(int entry) => _sheets[entry];

    /// <summary>With the same practical mark from each of five judges.</summary>
    public Sheets With(decimal theory, decimal practical, decimal? seconds = null, Unranked unranked = Unranked.None, string? level = null, params string[] titles) =>
        Judged(theory, [practical, practical, practical, practical, practical], seconds, unranked, level, titles);

    public Sheets Judged(decimal theory, decimal[] practical, decimal? seconds = null, Unranked unranked = Unranked.None, string? level = null, string[]? titles = null)
    {
        var entry = _field.Count + 1;
        _field.Add(new Contestant(entry, $"{entry:000}", $"{entry:0000}", null, entry % 3, $"单位{entry % 3}", [new ContestantMember(100 + entry, $"选手{entry}", EntryRole.Competitor, titles ?? [], level)], unranked));
        var (one, two) = (new MarkSheet($"T{entry}", "theory", Plan), new MarkSheet($"P{entry}", "practical", Plan));
        Give(one, "sitting", "sitting", theory);
        for (var judge = 0; judge < practical.Length; judge++)
        {
            Give(two, MarkItem.Panel, $"judge{judge}", practical[judge]);
        }

        if (seconds is { } used)
        {
            Give(two, MarkItem.Time, "floor", used);
        }

        _sheets[entry] = [one, two];
        return this;
    }

    public Sheets Deduct(int entry, decimal points)
    {
        Give(_sheets[entry][1], "-1f", "floor", points);
        return this;
    }

    private static void Give(MarkSheet sheet, string item, string judge, decimal value) =>
        sheet.Apply(new Mark("E", 1, Guid.Empty, sheet.Work, item, judge, value, default, default, null, ""));
}
