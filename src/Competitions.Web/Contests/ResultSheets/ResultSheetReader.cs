using System.Globalization;
using System.Text;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.ResultSheets;

/// <summary>The workbook of results: one row a competitor. All or nothing; each wrong cell gets its sentence.</summary>
public sealed class ResultSheetReader(CompetitionsDb db, FieldCipher cipher)
{
    public const int MostRows = 2000;

    public static readonly Column Place = new("名次", "原赛事公布的名次；整列不填就按成绩排。", Example: "1");
    public static readonly Column Name = new("姓名", "与身份证一致。", Required: true, Example: "沈嘉禾");
    public static readonly Column Number = new("证件号码", "凭它在职工名册里找人，加密保存；请设为文本格式。", Required: true, Example: "990101199001011234");
    public static readonly Column Unit = new("单位", "参赛时所在单位。", Required: true, Example: "临平衡远机电有限公司");
    public static readonly Column Total = new("总成绩", "最多四位小数。", Required: true, Example: "91.50") { Also = ["总分", "成绩"] };
    public static readonly Column Theory = new("理论成绩", "没有就不填。", Example: "88") { Also = ["理论"] };
    public static readonly Column Practical = new("实操成绩", "没有就不填；总成绩相同时，实操高的在前。", Example: "93") { Also = ["实操"] };
    public static readonly Column Minutes = new("用时", "分钟；总成绩、实操都相同时，用时少的在前。", Example: "176") { Also = ["实操用时"] };
    public static readonly Column Passed = new("合格", "各模块都合格写“是”；不填为是。", Example: "是") { Choices = ["是", "否"], Also = ["是否合格"] };
    public static readonly Column Remark = new("备注", "如获奖等次。", Example: "一等奖");

    public static readonly IReadOnlyList<Column> Columns = [Place, Name, Number, Unit, Total, Theory, Practical, Minutes, Passed, Remark];

    private sealed record Line(int Number, int? Place, string Name, string Unit, SealedField IdNumber, ResultMarks Marks, string? Remark);

    /// <param name="importing">Whose workers are looked up by their numbers.</param>
    /// <param name="of">The event whose entries the rows must be; null for a contest held elsewhere.</param>
    /// <returns>No rows when there are errors.</returns>
    public async Task<(IReadOnlyList<ResultRow> Rows, RowErrors Errors)> Read(Organisation importing, Event? of, Stream file)
    {
        var errors = new RowErrors();
        var lines = Lines(file, errors);
        var known = await Known(lines, importing);
        var entries = of is null ? null : await Entries(of);
        foreach (var line in lines)
        {
            var worker = known.GetValueOrDefault(line.IdNumber.Index);
            if (worker is var (id, name) && PersonName.KeyOf(name) != PersonName.KeyOf(line.Name))
            {
                errors.Add(line.Number, Name, "姓名与职工名册里这个证件号码的不一致。");
            }
            else if (entries is not null && (worker is null || !entries.ContainsKey(worker.Value.Id)))
            {
                errors.Add(line.Number, Number, "这个人没有报名所选的赛项，或已取消资格。");
            }
        }

        return errors.Any ? ([], errors) : ([.. Ranked(lines).Select(r => Row(r.Line, r.Rank, known.GetValueOrDefault(r.Line.IdNumber.Index)?.Id, entries))], errors);
    }

    private static ResultRow Row(Line line, int rank, int? worker, Dictionary<int, int>? entries) => new(
        line.Number, line.Place, rank, line.Name, line.Unit, line.IdNumber, worker, worker is { } id ? entries?.GetValueOrDefault(id) : null, line.Marks, line.Remark);

    /// <summary>By total, then practical, then less time; equals in all share a rank.</summary>
    private static IEnumerable<(Line Line, int Rank)> Ranked(List<Line> lines)
    {
        static (Points, Points, decimal) Key(Line l) => (l.Marks.Total, l.Marks.Practical ?? default, -(l.Marks.Minutes?.Value ?? decimal.MaxValue));
        var ordered = lines.OrderByDescending(Key).ToList();
        var rank = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            rank = i > 0 && Key(ordered[i]) == Key(ordered[i - 1]) ? rank : i + 1;
            yield return (ordered[i], rank);
        }
    }

    private List<Line> Lines(Stream file, RowErrors errors)
    {
        List<Line> lines = [];
        Dictionary<string, int> seen = [];
        var (rows, placed) = (0, 0);
        using var sheet = SheetReader.Open(file, Columns);
        foreach (var row in sheet.Rows())
        {
            Refusal.Unless(++rows <= MostRows, "result-sheet.too-many", MostRows);
            var line = Read(row, errors);
            placed += line?.Place is null ? 0 : 1;
            if (line is not null && !seen.TryAdd(line.IdNumber.Index, row.Number))
            {
                errors.Add(row.Number, Number, $"与第 {seen[line.IdNumber.Index]} 行是同一个证件号码。");
            }

            lines.AddRange(line is null ? [] : [line]);
        }

        Refusal.Unless(rows > 0, "result-sheet.empty");
        foreach (var line in lines.Where(l => l.Place is null && placed > 0))
        {
            errors.Add(line.Number, Place, "别的行写了名次，这一行没有。请都写，或都不写。");
        }

        return lines;
    }

    private Line? Read(SheetRow row, RowErrors errors)
    {
        var place = errors.Try(row.Number, Place, () => Whole(row[Place]));
        var name = errors.Try(row.Number, Name, () => PersonName.Read(row[Name]).Value.Normalize(NormalizationForm.FormC));
        var number = errors.Try(row.Number, Number, () => Sealed(row[Number]));
        var unit = errors.Try(row.Number, Unit, () => Text(row[Unit], 100, "result-sheet.unit"));
        var total = errors.Try(row.Number, Total, () => Marks(row[Total]) ?? throw new Refusal("result-sheet.mark-missing"));
        var theory = errors.Try(row.Number, Theory, () => Marks(row[Theory]));
        var practical = errors.Try(row.Number, Practical, () => Marks(row[Practical]));
        var minutes = errors.Try(row.Number, Minutes, () => Marks(row[Minutes]));
        var passed = errors.Try(row.Number, Passed, () => row[Passed] switch { "" or "是" => true, "否" => false, var other => throw new Refusal("result-sheet.passed", other) });
        var remark = errors.Try(row.Number, Remark, () => row[Remark] is { Length: > 0 } said ? Text(said, 500, "result-sheet.remark") : null);
        return errors.Has(row.Number) ? null : new Line(row.Number, place, name!, unit!, number!, new ResultMarks(total, theory, practical, minutes, passed), remark);
    }

    /// <summary>The sheet does not say the kind of document: the first that it can be; if none, what is wrong with it as an identity card.</summary>
    private SealedField Sealed(string typed)
    {
        foreach (var kind in Enum.GetValues<IdKind>())
        {
            try
            {
                return cipher.Seal("worker.id-number", IdNumber.Read(kind, typed).Value);
            }
            catch (Refusal)
            {
                // not of this kind
            }
        }

        return cipher.Seal("worker.id-number", IdNumber.Read(IdKind.ResidentCard, typed).Value);
    }

    private static string Text(string typed, int most, string code)
    {
        var text = typed.Normalize(NormalizationForm.FormC);
        Refusal.Unless(text.Length > 0 && text.Length <= most, code, most);
        return text;
    }

    private static int? Whole(string typed)
    {
        Refusal.Unless(typed.Length == 0 || int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is >= 1 and <= MostRows, "result-sheet.place", typed);
        return typed.Length == 0 ? null : int.Parse(typed, CultureInfo.InvariantCulture);
    }

    private static Points? Marks(string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        Refusal.Unless(decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mark) && mark is >= 0 and <= 100_000 && mark == decimal.Round(mark, 4), "result-sheet.mark", typed);
        return new Points(decimal.Parse(typed, CultureInfo.InvariantCulture));
    }

    private async Task<Dictionary<string, (int Id, string Name)?>> Known(List<Line> lines, Organisation importing)
    {
        Dictionary<string, (int Id, string Name)?> known = [];
        foreach (var some in lines.Select(l => l.IdNumber.Index).Distinct().Chunk(500))
        {
            var workers = await db.Workers.IgnoreAutoIncludes().Where(w => some.Contains(w.IdNumberIndex))
                .Where(w => w.Memberships.Any(m => db.Organisations.Any(o => o.Id == m.OrganisationId && o.Path.StartsWith(importing.Path))))
                .Select(w => new { w.IdNumberIndex, w.Id, w.Name }).ToListAsync();
            workers.ForEach(w => known[w.IdNumberIndex] = (w.Id, w.Name));
        }

        return known;
    }

    private async Task<Dictionary<int, int>> Entries(Event of) => await (
        from entry in db.Entries
        where entry.EventId == of.Id && EntryLifecycle.Placed.Contains(entry.Stage) && entry.Stage != EntryStage.Disqualified
        from member in entry.Members
        where member.Role == EntryRole.Competitor
        select new { member.WorkerId, entry.Id }).ToDictionaryAsync(e => e.WorkerId, e => e.Id);
}
