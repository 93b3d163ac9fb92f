using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Competitions.Web.Tests.Support;
using static Competitions.Web.Tests.Schemes.Marking;

namespace Competitions.Web.Tests.Schemes;

/// <summary>Starts the very process and reads all of its standard output.</summary>
public class SchemeVerbTests
{
    [Theory]
    [InlineData("ES2025_Marking_Scheme_Web_Development_17.xlsx")]
    [InlineData("WSUK2024_nationals_web_development_marking_final_cis.xlsx")]
    [InlineData("LKS2022_WebTech_marking-scheme.xlsx")]
    public async Task A_real_workbook_prints_what_is_expected_of_it(string name)
    {
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.RealData("marking/expected_scheme_verb.json"))).RootElement.GetProperty(name);

        var (exit, output, errors) = await Run(Repository.RealData("marking/" + name));

        using var printed = JsonDocument.Parse(output);
        Assert.Equal((0, ""), (exit, errors));
        foreach (var figure in (string[])["criteria", "subCriteria", "measurement", "judgement", "total"])
        {
            Assert.Equal(expected.GetProperty(figure).ToString(), printed.RootElement.GetProperty(figure).ToString());
        }

        Assert.Equal(Warnings(expected), Warnings(printed.RootElement));
        Assert.All(printed.RootElement.GetProperty("warnings").EnumerateArray(), w => Assert.Equal(expected.GetProperty("sheet").GetString(), w.GetProperty("sheet").GetString()));
    }

    [Fact]
    public async Task A_workbook_with_errors_exits_with_one_and_a_file_that_is_none_with_two_and_prints_nothing()
    {
        var (exit, output, _) = await Run(Write(Book([Open("A"), Sub("A1"), Aspect("M", 1)], [["坏", "CHOICE", 0, "x"]])));
        Assert.Equal(1, exit);
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("errors").GetArrayLength());

        var (none, silent, sentence) = await Run(Write("not a workbook"u8.ToArray()));
        Assert.Equal((2, ""), (none, silent));
        Assert.NotEmpty(sentence);
        Assert.Equal(2, (await Run("/no/such/file.xlsx")).Exit);
    }

    private static IEnumerable<(int, string?)> Warnings(JsonElement of) =>
        of.GetProperty("warnings").EnumerateArray().Select(w => (w.GetProperty("row").GetInt32(), w.GetProperty("code").GetString())).Order();

    private static string Write(byte[] content)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("competitions-scheme-").FullName, "scheme.xlsx");
        File.WriteAllBytes(file, content);
        return file;
    }

    private static async Task<(int Exit, string Output, string Errors)> Run(string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])["run", "--no-build", "-v", "q", "--project", Repository.File("src/Competitions.Web"), "--", "scheme", file])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
