using System.Globalization;
using System.Text.RegularExpressions;
using Competitions.People;
using Competitions.Programmes;

namespace Competitions.Web.Seeding;

/// <summary>Whom an application speaks of.</summary>
/// <param name="Occupation">Its name; empty where none is known.</param>
internal sealed record Subject(Worker Lead, string Unit, string Occupation);

/// <summary>Applications of every kind that nobody made, out of the phrases of <c>seed/demo/applications.json</c>; the same for the same seed.</summary>
internal sealed partial class InventedApplications(int seed)
{
    /// <summary>How often another title is looked for, where the unit has one of the same name.</summary>
    private const int Tries = 12;

    private static readonly Phrases All = SeedFiles.Json<Phrases>("demo/applications.json");

    private readonly Random _random = new(seed);
    private readonly HashSet<(string Unit, string Title)> _titles = [];

    private sealed record Trade(string Name, IReadOnlyList<string> Codes, IReadOnlyList<string> Things, IReadOnlyList<string> Faults, IReadOnlyList<string> Measures, IReadOnlyList<string> Knacks, IReadOnlyList<string> Teams);

    private sealed record Wording(string Title, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>> Answers);

    private sealed record Phrases(IReadOnlyList<Trade> Trades, IReadOnlyDictionary<string, string> Opinions, IReadOnlyDictionary<string, Wording> Kinds);

    /// <summary>What a body that is asked writes back.</summary>
    public static string OpinionOf(string body) => All.Opinions[body];

    public (string Title, Answers Answers) Next(string kind, Subject of, int year, DateOnly opens)
    {
        var wording = All.Kinds[kind];
        var told = Told(of, year);
        var title = Filled(wording.Title, told, year, opens);
        for (var n = 0; n < Tries && !_titles.Add((of.Unit, title)); n++)
        {
            told = Told(of, year);
            title = Filled(wording.Title, told, year, opens);
        }

        return (title, new Answers(wording.Answers.ToDictionary(
            a => a.Key,
            a => (IReadOnlyList<IReadOnlyList<string>>)[.. One(a.Value).Select(row => (IReadOnlyList<string>)[.. row.Select(cell => Filled(cell, told, year, opens))])])));
    }

    /// <summary>The words of one application: it speaks of one thing from its title to its end.</summary>
    private Dictionary<string, string> Told(Subject of, int year)
    {
        var code = of.Lead.OccupationCode ?? "";
        var trade = All.Trades.SelectMany(t => t.Codes, (t, c) => (t, c)).Where(x => code.StartsWith(x.c, StringComparison.Ordinal)).OrderByDescending(x => x.c.Length).Select(x => x.t).FirstOrDefault() ?? All.Trades[0];
        var since = of.Lead.InTradeSince ?? year - 10;
        var thing = One(trade.Things);
        return new()
        {
            ["name"] = of.Lead.Name, ["occupation"] = of.Occupation.Length > 0 ? of.Occupation : trade.Name, ["trade"] = trade.Name, ["since"] = Number(since), ["years"] = Number(year - since),
            ["thing"] = thing, ["thing2"] = One([.. trade.Things.Where(t => t != thing)]), ["fault"] = One(trade.Faults), ["measure"] = One(trade.Measures), ["knack"] = One(trade.Knacks), ["team"] = One(trade.Teams),
        };
    }

    /// <summary>{thing}; {n:4-30} a number between, {k:4-30} of thousands; {day:90} so many days before the call; {year-1}.</summary>
    private string Filled(string text, Dictionary<string, string> told, int year, DateOnly opens) => Gap().Replace(text, gap =>
    {
        var (name, rest) = (gap.Groups["name"].Value, gap.Groups["rest"].Value);
        int[] numbers = [.. rest.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        return name switch
        {
            "n" => Number(_random.Next(numbers[0], numbers[1] + 1)),
            "k" => Number(_random.Next(numbers[0], numbers[1] + 1) * 1000),
            "day" => opens.AddDays(-numbers[0]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "year" => Number(year - numbers.FirstOrDefault()),
            _ => told[name],
        };
    });

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<name>[a-z]+2?)[:-]?(?<rest>[0-9-]*)\}")]
    private static partial Regex Gap();
}
