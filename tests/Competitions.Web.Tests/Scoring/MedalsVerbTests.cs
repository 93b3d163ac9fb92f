using System.Diagnostics;
using System.Text;
using CsvHelper;

namespace Competitions.Web.Tests.Scoring;

/// <summary>The very process that a person starts; all of standard output is read as a table.</summary>
public sealed class MedalsVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medals").FullName;

    [Fact]
    public async Task Official_rows_of_2024_come_out_with_their_medals()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("REAL_DATA") ?? Path.Combine(Root, "..", "shared", "data"),
            "results", "wsc2024_skills01-04_official_results.csv");
        Assert.SkipUnless(File.Exists(file), $"{file} is not here");

        var (exit, output, errors) = await Run(file, "--excellence", "700", "--group", "skill", "--mark", "mark");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(70, output.Count - 1);
        Assert.Equal(["edition", "skill", "skill_name", "member_code", "position", "medal", "mark", "best_of_nation", "score", "position", "medal"], output[0]);
        Assert.All(output.Skip(1), row => Assert.Equal((row[4], row[5].Replace("Medallion for ", "")), (row[9], row[10])));
    }

    [Fact]
    public async Task Quotes_formulas_and_a_byte_order_mark_are_kept_right()
    {
        var file = Write("\uFEFF姓名,单位,成绩\n\"阿不都·热合曼\",\"甲, 乙\"\"公司\"\"\",88.50\n=1+1,\"两\n行\",-3.5\n", bom: true);

        var (exit, output, _) = await Run(file, "--mark", "成绩");

        Assert.Equal(0, exit);
        Assert.Equal(["姓名", "单位", "成绩", "score", "position", "medal"], output[0]);
        Assert.Equal(["阿不都·热合曼", "甲, 乙\"公司\"", "88.50", "88.5", "1", "Gold"], output[1]);
        Assert.Equal(["=1+1", "两\n行", "-3.5", "-3.5", "2", "Silver"], output[2]);
    }

    [Theory]
    [InlineData("a,mark\nx,8,8\n", 1, "第 2 行有 3 格，表头有 2 格")]
    [InlineData("a,mark\nx,八十\n", 1, "第 2 行“mark”列的“八十”不是数")]
    [InlineData("a,mark\nx,\n", 1, "第 2 行“mark”列的“”不是数")]
    [InlineData("a,b\nx,1\n", 1, "没有“mark”这一列，表头有：a、b")]
    [InlineData("a,mark\n", 1, "只有表头")]
    [InlineData("a,mark\n\"x,1\n", 1, "引号不成对")]
    [InlineData("a,mark\nx,9999999\n", 1, "超出可换算的范围")]
    [InlineData("", 2, "是空的")]
    public async Task Bad_input_prints_nothing_but_a_sentence(string content, int exit, string sentence)
    {
        var (left, output, errors) = await Run(Write(content), "--scale", "700");

        Assert.Equal(exit, left);
        Assert.Empty(output);
        Assert.Contains(sentence, errors);
    }

    [Fact]
    public async Task A_wrong_option_says_what_would_be_right()
    {
        var (exit, output, errors) = await Run("x.csv", "--scale", "600");

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Contains("none、700 或 500", errors);
    }

    [Fact]
    public async Task A_group_without_spread_is_told_and_still_printed()
    {
        var (exit, output, errors) = await Run(Write("g,mark\n甲,5\n甲,5\n乙,5\n"), "--scale", "700", "--group", "g", "--small-field");

        Assert.Equal(0, exit);
        Assert.Equal(4, output.Count);
        Assert.All(output.Skip(1), row => Assert.Equal(["700", "1", ""], row[2..]));
        Assert.Contains("甲：所有成绩相同", errors);
        Assert.Contains("乙：只有 1 名选手，按小规模赛项规则本项比赛无效", errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Competitions.sln")))
            {
                at = at.Parent!;
            }

            return at.FullName;
        }
    }

    private string Write(string content, bool bom = false)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, content.TrimStart('\uFEFF'), new UTF8Encoding(bom));
        return file;
    }

    private static async Task<(int Exit, List<string[]> Output, string Errors)> Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var arg in (string[])["run", "--no-build", "-v", "q", "--project", Path.Combine(Root, "src", "Competitions.Web"), "--", "medals", .. args])
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, Table(await output), await errors);
    }

    private static List<string[]> Table(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',', HasHeader = false, TrimWhitespace = false, MalformedData = CsvMalformedDataHandling.Throw,
        });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }
}
