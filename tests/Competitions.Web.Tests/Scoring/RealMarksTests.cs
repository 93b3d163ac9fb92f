using System.Globalization;
using System.Text.Json;
using Competitions.Results;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using CsvHelper;
using static Competitions.Web.Tests.Schemes.Marking;
using Cell = Competitions.Web.Shell.Workbooks.Cell;

namespace Competitions.Web.Tests.Scoring;

/// <summary>Real marks and a real scheme, from the workbook to the board, every mark through the judges' own door.</summary>
public class RealMarksTests
{
    private const int MostAtOnce = MarksController.MostAtOnce;

    /// <summary>
    /// 280 marks of a national team's training as they were given. Our total is the sum of aspect marks that are each rounded half-up to
    /// two places (worldskills.md §0.4); the tool they were taken from sums what is not rounded, 14.42 in place of 14.41.
    /// </summary>
    [Fact]
    public async Task Marks_that_were_really_given_add_up_to_the_sum_of_the_rounded_marks()
    {
        var lines = Lines(Repository.RealData("results/es2025_hu_training_aspect_marks.csv"));
        var people = lines.GroupBy(l => l["competitor"]).Select(p => p.ToList()).ToList();
        await using var app = new App();
        var (floor, aspects) = await AspectFloor.Open(app, Workbook(people[0]), people.Count, judges: 1);
        Assert.Equal(people[0].Select(l => Number(l["max"])), aspects.Select(a => a.Most.Value));

        for (var p = 0; p < people.Count; p++)
        {
            var marks = people[p].Select((line, a) => Given(floor.Works[p], aspects[a].Key, Number(line[line["type"] is "J" ? "judgement_level" : "score"]))).ToArray();
            Assert.All(await floor.Give(floor.Judges[0], marks), answer => Assert.True(answer.Sequence is not null, answer.Sentence));
        }

        var board = await floor.Board(app, lines.Count);
        Assert.Equal(people.Select(p => p.Sum(l => Number(l["score"])).ToString("0.00", CultureInfo.InvariantCulture)), board.Select(r => r.Module));
        Assert.Equal(("14.41", "14.42"), (board[0].Module, Unrounded(people[0]).ToString("0.00", CultureInfo.InvariantCulture)));
    }

    /// <summary>Expected: simulated_panel.csv, made by simulated_panel.py from the workbook alone.</summary>
    [Fact]
    public async Task A_real_scheme_marked_to_its_end_by_a_panel_gives_the_sheet_that_was_computed_elsewhere()
    {
        var workbook = await File.ReadAllBytesAsync(Repository.RealData("marking/WSUK2024_nationals_web_development_marking_final_cis.xlsx"));
        var expected = Lines(Repository.File("tests/Competitions.Web.Tests/Scoring/simulated_panel.csv"));
        await using var app = new App();
        var (floor, aspects) = await AspectFloor.Open(app, workbook, expected.Count, judges: 3);
        var marks = 0;
        for (var entry = 1; entry <= expected.Count; entry++)
        {
            foreach (var judge in Enumerable.Range(0, floor.Judges.Count))
            {
                marks += await Mark(floor, aspects, entry, judge);
            }
        }

        var sheet = expected.Select(l => (l["number"], l["module"], l["total"], l["rank"])).ToList();
        Assert.Equal(sheet, await floor.Board(app, marks));

        for (var n = 1; n <= expected.Count; n++)
        {
            await app.Mark($"{n:0000}", "theory", 0); // the sheet is of the practical module alone
        }

        var organiser = await app.Organiser();
        await (await organiser.Visit($"/events/{Floor.Code}")).Submit("#Finish");
        await (await organiser.Visit($"/events/{Floor.Code}")).Submit("#OpenCodes");
        var result = await app.ResultAt(await app.Publish(organiser));
        Assert.Equal(ResultStage.Published, result.Stage);
        Assert.Equal(sheet, result.Lines.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => (l.Number, $"{l.Modules.Single(m => m.Code == "practical").Points?.Value:0.00}", $"{l.Total.Value:0.00}", $"{l.Rank}")));
    }

    /// <summary>What a judge of the simulated panel gives of one work; where the first thinks too well of it, all see it and he gives again.</summary>
    private static async Task<int> Mark(Floor floor, IReadOnlyList<Aspect> aspects, int entry, int judge)
    {
        var (first, again) = (new List<TabletMark>(), new List<TabletMark>());
        foreach (var (a, aspect) in aspects.Index())
        {
            var h = (31 * entry + 17 * a + 3 * entry * a) % 101;
            if (aspect.Kind is AspectKind.Judgement)
            {
                var value = Math.Min(3, h % 4 + (entry + a + judge) % 2);
                (judge == 0 && h % 4 == 0 ? again : first).Add(Given(floor.Works[entry - 1], aspect.Key, value));
            }
            else if (judge == 0)
            {
                first.Add(Given(floor.Works[entry - 1], aspect.Key, decimal.Floor(aspect.Most.Value * 100 * (h % 5) / 4) / 100));
            }

            if (judge == 0 && h % 29 == 0)
            {
                first.Add(Given(floor.Works[entry - 1], aspect.Key + MarkItem.NotAttempted, 1));
            }
        }

        var spread = again.Select(m => m with { Id = Guid.NewGuid(), Value = JsonSerializer.SerializeToElement(3) }).ToArray(); // 3 beside 0 and 1 does not count
        var sequences = spread.Length == 0 ? [] : (await floor.Give(floor.Judges[judge], spread)).Select(s => s.Sequence).ToList();
        var all = first.Concat(again.Zip(sequences, (mark, after) => mark with { After = after })).ToArray();
        Assert.True(all.Length <= MostAtOnce);
        Assert.All(all.Length == 0 ? [] : await floor.Give(floor.Judges[judge], all), answer => Assert.True(answer.Sequence is not null, answer.Sentence));
        return all.Length + spread.Length;
    }

    private static TabletMark Given(string work, string key, decimal value) => Floor.Panel(work, value) with { Item = key };

    /// <summary>A workbook of the form in use, with the aspects of that list.</summary>
    private static byte[] Workbook(List<IReadOnlyDictionary<string, string>> lines) => Book([.. lines.GroupBy(l => l["module"]).SelectMany(module => (Cell[][])
        [Open(module.Key), .. module.GroupBy(l => l["sub_criterion"]).SelectMany((sub, n) => (Cell[][])
            [Sub($"{module.Key}{n + 1}"), .. sub.SelectMany(l => (Cell[][])[Aspect(l["type"], Number(l["max"])), .. l["type"] is "J" ? Ladder : []])])])]);

    private static decimal Unrounded(IEnumerable<IReadOnlyDictionary<string, string>> lines) =>
        lines.Sum(l => l["type"] is "J" ? Number(l["max"]) * Number(l["judgement_level"]) / 3 : Number(l["score"]));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static List<IReadOnlyDictionary<string, string>> Lines(string path)
    {
        using var csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(c => c.First, c => c.Second))];
    }
}
