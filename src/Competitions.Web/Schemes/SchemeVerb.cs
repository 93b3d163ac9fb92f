using System.Globalization;
using System.Text.Json;
using Competitions.Data;
using Competitions.Schemes;
using Competitions.Web.Shell;

namespace Competitions.Web.Schemes;

/// <summary><c>scheme FILE.xlsx</c>: what a marking-scheme workbook holds, as one line of JSON.</summary>
internal static class SchemeVerb
{
    /// <summary>0 without errors, 1 with errors, 2 when the file is no readable workbook.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, var path])
        {
            await errors.WriteLineAsync("用法：scheme FILE.xlsx");
            return 2;
        }

        try
        {
            await using var file = File.OpenRead(path);
            var read = SchemeReader.Read(file);
            await output.WriteLineAsync(JsonSerializer.Serialize(Summary(read), Json.Options));
            return read.Errors.Count == 0 ? 0 : 1;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or Refusal)
        {
            await errors.WriteLineAsync(problem is Refusal refusal ? Sentences.Of(refusal) : $"打不开文件 {path}。");
            return 2;
        }
    }

    private static object Summary(SchemeReading read) => new
    {
        Criteria = read.Scheme.Criteria.Count,
        SubCriteria = read.Scheme.Criteria.Sum(c => c.SubCriteria.Count),
        Measurement = read.Scheme.Aspects.Count(a => a.Kind is AspectKind.Measurement),
        Judgement = read.Scheme.Aspects.Count(a => a.Kind is AspectKind.Judgement),
        Total = read.Scheme.Total.Value.ToString("0.####", CultureInfo.InvariantCulture),
        read.Warnings,
        read.Errors,
    };
}
