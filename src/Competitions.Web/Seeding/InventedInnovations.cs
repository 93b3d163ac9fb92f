using System.Globalization;
using Competitions.Innovations;
using Competitions.Programmes;

namespace Competitions.Web.Seeding;

/// <summary>Innovations that nobody made: title and answers out of the phrases of <c>seed/demo/innovations.json</c>, the same for the same seed.</summary>
internal sealed class InventedInnovations(int seed)
{
    private static readonly Phrases All = SeedFiles.Json<Phrases>("demo/innovations.json");

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _titles = [];

    private sealed record Trade(string Field, IReadOnlyList<string> Things);

    /// <summary>What is improved, with what was wrong and what helps.</summary>
    private sealed record Verb(string Name, IReadOnlyList<string> Faults, IReadOnlyList<string> Measures);

    private sealed record Phrases(
        IReadOnlyList<Trade> Trades, IReadOnlyList<Verb> Verbs, IReadOnlyList<string> Found, IReadOnlyList<string> Tried, IReadOnlyList<string> Merits, IReadOnlyList<string> Sizes, IReadOnlyList<string> Reach, IReadOnlyList<string> Spread);

    /// <param name="used">When it was first used.</param>
    public (string Title, Answers Answers) Next(IReadOnlyList<string> categories, DateOnly used)
    {
        var trade = One(All.Trades);
        var (thing, verb, title) = ("", All.Verbs[0], "");
        do
        {
            (thing, verb) = (One(trade.Things), One(All.Verbs));
            title = $"{One(All.Sizes)}{thing}{verb.Name}";
        }
        while (!_titles.Add(title));

        var merit = _random.Next(All.Merits.Count);

        var (before, share, quantity, price) = (20 + _random.Next(400), 12 + _random.Next(80), 120 + _random.Next(4000), 8 + _random.Next(120));
        var cost = 3000 + _random.Next(120) * 1000;
        return (title, new Answers(new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>
        {
            [FiveSmallForm.Category] = Text(One(categories)), ["field"] = Text(trade.Field), [FiveSmallForm.StartedOn] = Day(used.AddDays(-60 - _random.Next(90))), [FiveSmallForm.FinishedOn] = Day(used.AddDays(-5)), [FiveSmallForm.FirstUsedOn] = Day(used),
            ["sites"] = [[$"{thing}岗位", used.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]],
            [FiveSmallForm.Problem] = Text($"{Said(One(verb.Faults), thing)}。{Said(One(All.Found), 4 + _random.Next(30))}。"),
            [FiveSmallForm.Measures] = Text($"{One(verb.Measures)}。\n{Said(One(All.Tried), 2 + _random.Next(8))}。"),
            [FiveSmallForm.Points] = [[All.Merits[merit]], [All.Merits[(merit + 1 + _random.Next(All.Merits.Count - 1)) % All.Merits.Count]]],
            ["compared"] = [["单次用时", Number(before), Number(before * (100 - share) / 100), "分钟", "工时记录"], ["月返工数", Number(4 + before / 20), Number(1 + before / 90), "件", "质量台账"]],
            [FiveSmallForm.Savings] = [["节约工时", Number(price), Number(quantity), "小时", "工时记录"], ["减少返工", Number(40 + _random.Next(900)), Number(12 + _random.Next(200)), "件", "质量台账"]],
            [FiveSmallForm.Costs] = [["材料与加工", Number(cost), "财务凭证"]],
            ["social"] = [[One((string[])["安全", "节能", "质量", "效率"])]], ["reach"] = Text(One(All.Reach)), ["spread"] = Text(One(All.Spread)), ["ip"] = Text(_random.Next(4) == 0 ? "实用新型" : "无"),
            [FiveSmallForm.InGovernmentPlan] = Text("否"), [FiveSmallForm.AwardedBefore] = Text("否"), [FiveSmallForm.HoldsSecrets] = Text("否"), [FiveSmallForm.InDispute] = Text("否"),
        }));
    }

    public int Below(int n) => _random.Next(n);

    private static string Said(string phrase, object what) => phrase.Replace("{0}", $"{what}", StringComparison.Ordinal);

    private T One<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private static IReadOnlyList<IReadOnlyList<string>> Text(string text) => [[text]];

    private static IReadOnlyList<IReadOnlyList<string>> Day(DateOnly day) => [[day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]];

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
