using System.Globalization;
using Competitions.Scoring;
using CsvHelper;

namespace Competitions.Web.Scoring;

/// <summary>
/// <c>medals FILE.csv</c>: rows with a header in, the same rows with score, position and medal out. Exit 0; 1 when a column or
/// a mark is wrong; 2 when the command or the file cannot be read. Nothing is printed unless all of it is right.
/// </summary>
internal static class MedalsVerb
{
    public const string Usage =
        "medals FILE.csv [--scale none|700|500] [--tolerance N=2] [--excellence N] [--small-field] [--group 列名] [--mark 列名]";

    /// <summary>Cells go out as they came in: a formula is text here, and a mark may begin with a minus.</summary>
    private static readonly CsvWriterOptions Format = new() { NewLine = "\n", Injection = CsvInjection.None };

    /// <param name="args">The verb's own name first.</param>
    /// <param name="output">Rows alone.</param>
    /// <param name="errors">Sentences.</param>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            var options = MedalsOptions.Of(args[1..]);
            var table = await MedalsTable.Read(options.File);
            var text = new StringWriter(CultureInfo.InvariantCulture);
            Write(table, options, text, errors);
            await output.WriteAsync(text.ToString());
            return 0;
        }
        catch (Refusal no)
        {
            var (exit, sentence) = MedalsSentences.Of(no);
            await errors.WriteLineAsync(sentence);
            return exit;
        }
    }

    private static void Write(MedalsTable table, MedalsOptions options, TextWriter text, TextWriter errors)
    {
        var marks = table.Marks(options.Mark);
        using var csv = CsvWriter.Create(text, Format, leaveOpen: true);
        WriteRow(csv, [.. table.Header, "score", "position", "medal"]);
        foreach (var group in table.Groups(options.Group))
        {
            var rules = options.Rules;
            var scaled = Scales.Of(options.Scale, [.. group.Rows.Select(i => marks[i])]);
            foreach (var place in Medals.Award(scaled.Scores, rules))
            {
                WriteRow(csv, [.. table.Rows[group.Rows[place.Index]], Written(place.Score),
                    place.Position.ToString(CultureInfo.InvariantCulture), place.Medal is Medal.None ? "" : place.Medal.ToString()]);
            }

            foreach (var note in MedalsSentences.Notes(group.Name, group.Rows.Count, scaled.Spread, rules))
            {
                errors.WriteLine(note);
            }
        }
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }

    private static string Written(decimal score) => score.ToString("0.############################", CultureInfo.InvariantCulture);
}
