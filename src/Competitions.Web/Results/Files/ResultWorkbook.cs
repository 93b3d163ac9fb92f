using Competitions.Contests;
using Competitions.Results;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Results.Files;

/// <summary>What surrounds a result when it is taken along.</summary>
/// <param name="Units">Codes of its units, by id.</param>
public sealed record ResultOccasion(string Contest, string Code, IReadOnlyDictionary<int, string> Units);

/// <summary>A result as workbooks. Whatever a text begins with, it is written as text.</summary>
public static class ResultWorkbook
{
    private static readonly string[] CisColumns = ["Position", "Member", "Member Name", "Skill Number", "Medal", "First Name", "Last Name", "WorldSkills Scale Score"];

    /// <summary>成绩汇总表 with the columns of skills-contests.md §4.12: one for each module between unit and 扣分.</summary>
    public static void Sheet(Stream to, Result result)
    {
        var lines = result.Lines.OrderBy(l => l.Order).ToList();
        var table = new ResultSheetTable(lines, result.Basis.Rules.Places);
        string[] columns = ["名次", "参赛编号", "姓名", "单位", .. table.Modules.Select(m => m.Name), "扣分", "总成绩", .. Scale(table), "合格", "奖项", "拟授称号", "拟晋升等级", "备注"];
        using var sheet = new SheetWriter(to);
        sheet.Begin("成绩汇总表", columns.Select((_, i) => i is 2 or 3 ? 24 : 12));
        sheet.Row(columns.Select(c => new Cell(c, Look.Header)));
        foreach (var line in lines)
        {
            sheet.Row(
            [
                line.Rank is { } rank ? rank : (Cell)line.Unranked.Name(), line.Number, ResultSheetTable.Team(line), line.UnitName,
                .. line.Modules.Select(m => m.Raw is { } raw ? raw.Value : (Cell)""), line.Deducted.Value, line.Total.Value, .. table.HasScores ? [line.Score is { } score ? score : (Cell)""] : Array.Empty<Cell>(),
                line.PassedWord(), line.Won(), string.Join('、', line.Titles), string.Join('、', line.Levels), line.Note,
            ]);
        }
    }

    /// <summary>The result columns of CIS (worldskills.md §0.6): a row for each person, several with the same member for a team.</summary>
    public static void Cis(Stream to, Result result, ResultOccasion occasion)
    {
        using var sheet = new SheetWriter(to);
        sheet.Begin("Competitor results", CisColumns.Select(c => c.Length + 4));
        sheet.Row(CisColumns.Select(c => new Cell(c, Look.Header)));
        foreach (var line in result.Lines.Where(l => l.Rank is not null).OrderBy(l => l.Order))
        {
            foreach (var member in line.Members.Where(m => m.Role is EntryRole.Competitor))
            {
                var (first, last) = Split(member.Name);
                sheet.Row(line.Rank!.Value, occasion.Units.GetValueOrDefault(line.UnitId, $"{line.UnitId}"), line.UnitName, occasion.Code, Medal(line), first, last, line.Score ?? line.Total.Value);
            }
        }
    }

    /// <summary>Names of other scripts by their last space, Han names by their first character: two-character family names are rare.</summary>
    private static (string First, string Last) Split(string name)
    {
        var space = name.LastIndexOf(' ');
        var runes = name.EnumerateRunes().ToList();
        return space > 0 ? (name[..space], name[(space + 1)..]) : (string.Concat(runes.Skip(1)), runes.Count > 0 ? runes[0].ToString() : "");
    }

    private static string Medal(ResultLine line) => line.Medal switch
    {
        Competitions.Scoring.Medal.None => line.Prize ?? "",
        Competitions.Scoring.Medal.Excellence => "Medallion for Excellence",
        var medal => $"{medal}",
    };

    private static string[] Scale(ResultSheetTable table) => table.HasScores ? ["标准分"] : [];
}
