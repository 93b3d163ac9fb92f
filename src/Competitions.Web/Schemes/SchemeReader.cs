using System.Globalization;
using System.Text.RegularExpressions;
using Competitions.Schemes;
using Competitions.Web.Shell.Workbooks;
using ExcelDataReader;

namespace Competitions.Web.Schemes;

/// <summary>Reads a CIS “Marking Scheme Import” workbook in every dialect of worldskills.md §0.5: columns by header text, totals recomputed, decimals.</summary>
public sealed partial class SchemeReader
{
    private readonly List<SchemeFinding> _warnings = [];
    private readonly List<SchemeFinding> _errors = [];
    private readonly List<(string Code, string Name, decimal? Declared, int Row)> _declared = [];
    private readonly List<(StandardSection Section, int Row)> _sections = [];
    private readonly List<BlockBuilder> _blocks = [];
    private readonly string _sheet;
    private SchemeColumns? _columns;

    private SchemeReader(string sheet) => _sheet = sheet;

    /// <exception cref="Refusal">What <see cref="WorkbookFile"/> refuses; scheme.no-sheet when there is nothing to read.</exception>
    public static SchemeReading Read(Stream file)
    {
        WorkbookFile.Check(file);
        var sheets = Sheets(file);
        Refusal.Unless(sheets.Count > 0, "scheme.no-sheet");
        var main = sheets.FirstOrDefault(s => s.Rows.Any(SchemeColumns.IsHeader));
        Refusal.Unless(main.Rows is not null, "scheme.no-sheet");
        var reader = new SchemeReader(main.Name);
        var calculations = reader.Calculations(sheets.FirstOrDefault(s => s.Name.Trim().Equals("Calculations", StringComparison.OrdinalIgnoreCase)));
        return reader.Rows(main.Rows!, calculations);
    }

    private static List<(string Name, List<string?[]> Rows)> Sheets(Stream file)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = new List<(string, List<string?[]>)>();
            do
            {
                var rows = new List<string?[]>();
                while (reader.Read())
                {
                    rows.Add([.. Enumerable.Range(0, Math.Min(reader.FieldCount, 40)).Select(c => Text(reader.GetValue(c)))]);
                    Refusal.Unless(rows.Count <= 20_000, "workbook.too-large");
                }

                sheets.Add((reader.Name, rows));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (Exception broken) when (broken is not Refusal)
        {
            throw new Refusal("workbook.broken");
        }
    }

    private SchemeReading Rows(List<string?[]> rows, IReadOnlyList<Calculation> calculations)
    {
        var title = rows.TakeWhile(r => !SchemeColumns.IsHeader(r)).SelectMany(r => r).FirstOrDefault(c => c?.Trim().Length > 0) ?? "";
        title = SchemeColumns.Normal(title) is "criteria" or "worldskills occupational standards" ? "" : title; // an older form, or one written without a title
        for (var i = 0; i < rows.Count; i++)
        {
            if (SchemeColumns.IsHeader(rows[i]))
            {
                Open(rows[i], i + 1);
            }
            else if (_blocks.Count == 0)
            {
                Preamble(rows[i], i + 1);
            }
            else
            {
                Line(rows[i], i + 1);
            }
        }

        var blocks = _blocks.Select(b => (Block: b, Criterion: b.Close(this))).Where(b => b.Criterion is not null).ToList();
        var criteria = blocks.Select(b => b.Criterion!).ToList();
        var scheme = new Scheme(title, [.. _sections.Select(s => s.Section)], criteria, calculations);
        Check(scheme);
        return new SchemeReading(scheme, [.. _warnings.OrderBy(w => w.Row)], _errors)
        {
            Sheet = _sheet,
            Rows = new SchemeRows([.. _sections.Select(s => s.Row)], [.. criteria.Select(c => _declared.FirstOrDefault(d => d.Code == c.Code).Row)],
                [.. blocks.Select(b => b.Block.Row)], [.. blocks.SelectMany(b => b.Block.AspectRows)]),
        };
    }

    /// <summary>Before the first block: the standard's sections and the declared criteria.</summary>
    private void Preamble(string?[] row, int number)
    {
        var (first, last) = (row.Length > 0 ? row[0]?.Trim() : null, row.Skip(2).Select(Number).ToList());
        if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var section) && row.Length > 1 && last.FirstOrDefault(n => n is not null) is { } declared)
        {
            _sections.Add((new StandardSection(section, row[1]?.Trim() ?? "", new Points(Math.Round(declared, 4))), number));
        }
        else if (first is { Length: 1 } && char.IsAsciiLetterUpper(first[0]) && row.Length > 1 && row[1] is not null)
        {
            _declared.Add((first, row[1]!.Trim(), last.LastOrDefault(n => n is not null), number));
        }
    }

    private void Open(string?[] row, int number)
    {
        var columns = SchemeColumns.Of(row);
        if (_columns is null && columns.IsFull)
        {
            _columns = columns;
        }
        else if (_columns is null || !_columns.SameAs(columns))
        {
            Warn("header-misworded", number, "", "表头文字与第一块不同，按第一块的列读取，请核对这一块的列。");
        }

        if (_columns is null)
        {
            Fail("header-unknown", number, "表头里找不到“Aspect - Description”和“Max Mark”等列，读不出评分点。");
            _columns = columns;
        }

        var letter = SchemeColumns.Letter(row) ?? ((char)('A' + _blocks.Count)).ToString();
        _blocks.Add(new BlockBuilder(letter, _declared.FirstOrDefault(d => d.Code == letter).Name ?? "", number));
    }

    private void Line(string?[] row, int number)
    {
        var block = _blocks[^1];
        if (Cell(row, "id") is { } id && SubCode().IsMatch(id))
        {
            block.Begin(id, Cell(row, "name") ?? "", (int?)Number(Cell(row, "day")));
        }

        if (Cell(row, "type") is { } type && AspectType().Match(type) is { Success: true } kind)
        {
            Aspect(block, row, number, kind.Groups[1].Value.ToUpperInvariant() is "J" or "S" ? AspectKind.Judgement : AspectKind.Measurement);
        }
        else if (Number(Cell(row, "score")) is >= 0 and <= 3 and var score && score == decimal.Truncate(score))
        {
            block.Bench(new Benchmark((int)score, Cell(row, "extra") ?? ""));
        }
    }

    private void Aspect(BlockBuilder block, string?[] row, int number, AspectKind kind)
    {
        var most = Number(Cell(row, "most"));
        if (most is null or <= 0)
        {
            Warn("mark-missing", number, Letters("most"), "评分点没有满分，按 0 分读入。");
        }
        else if (most > 2)
        {
            Warn("mark-above-2", number, Letters("most"), $"评分点满分 {most:0.####} 分，超过通常的 2 分。");
        }

        if (!block.HasSub)
        {
            block.Begin(block.Letter + "1", "", null);
        }

        block.Add(new Aspect(kind, Cell(row, "description") ?? "", Cell(row, "extra"), Cell(row, "requirement"), (int?)Number(Cell(row, "section")),
            (int?)Number(Cell(row, "calculation")), new Points(Math.Round(Math.Clamp(most ?? 0, 0, 10_000), 4)), []), number);
    }

    private void Check(Scheme scheme)
    {
        foreach (var (section, row) in _sections.Where(s => scheme.Variation(s.Section).Value != 0))
        {
            Warn("variation", row, "", $"第 {section.Number} 部分声明 {section.Declared.Value:0.##} 分，评分点合计 {scheme.Aspects.Where(a => a.Section == section.Number).Sum(a => a.Most.Value):0.##} 分。");
        }

        foreach (var (code, _, declared, row) in _declared.Where(d => d.Declared is not null))
        {
            var total = scheme.Criteria.Where(c => c.Code == code).Sum(c => c.Total.Value);
            if (Math.Round(declared!.Value, 4) != total)
            {
                Warn("total-differs", row, "", $"评分项 {code} 声明 {declared:0.##} 分，评分点合计 {total:0.##} 分。");
            }
        }

        if (!scheme.Aspects.Any())
        {
            Fail("no-aspects", 1, "没有读到评分点。");
        }
    }

    private List<Calculation> Calculations((string Name, List<string?[]> Rows) sheet)
    {
        var read = new List<Calculation>();
        foreach (var row in sheet.Rows ?? [])
        {
            string? Cell(int column) => column < row.Length ? row[column]?.Trim() : null;
            try
            {
                read.Add(new Calculation(Cell(0) ?? "", Cell(1) ?? "", Number(Cell(2)) == 1, Calculation.Read(Cell(3))));
            }
            catch (Refusal)
            {
                _errors.Add(new SchemeFinding("calculation", sheet.Name, read.Count + 1, "D", "计算参数的写法不对，应为 名称:::数值#x~x#文字，以 #-# 隔开。"));
                read.Add(new Calculation(Cell(0) ?? "", Cell(1) ?? "", false, []));
            }
        }

        return read;
    }

    private string? Cell(string?[] row, string column) =>
        _columns!.At.TryGetValue(column, out var at) && at < row.Length && row[at]?.Trim() is { Length: > 0 } text ? text : null;

    private string Letters(string column) => _columns!.At.TryGetValue(column, out var at) ? ((char)('A' + at)).ToString() : "";

    private void Warn(string code, int row, string column, string text) => _warnings.Add(new SchemeFinding(code, _sheet, row, column, text));

    private void Fail(string code, int row, string text) => _errors.Add(new SchemeFinding(code, _sheet, row, "", text));

    /// <summary>A number cell as decimal: fifteen digits, so that 24.749999999999993 is 24.75 again.</summary>
    private static string? Text(object? value) => value switch
    {
        null => null,
        double number when number is > -1e15 and < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() is { Length: > 0 } text ? text.Replace('\u00A0', ' ') : null,
    };

    /// <summary>Also as text with a comma, as Portuguese sheets write it.</summary>
    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[A-Za-z]\d{1,3}$")]
    private static partial Regex SubCode();

    [GeneratedRegex(@"^([MJOSmjos])\d{0,3}$")]
    private static partial Regex AspectType();

    /// <summary>A criterion while its rows come in.</summary>
    private sealed class BlockBuilder(string letter, string name, int row)
    {
        private readonly List<(string Code, string Name, int? Day, List<(Aspect Aspect, int Row)> Aspects)> _subs = [];

        public string Letter => letter;

        public int Row => row;

        public IEnumerable<int> AspectRows => _subs.SelectMany(s => s.Aspects).Select(a => a.Row);

        public bool HasSub => _subs.Count > 0;

        public void Begin(string code, string subName, int? day) => _subs.Add((code.ToUpperInvariant(), subName, day, []));

        public void Add(Aspect aspect, int at) => _subs[^1].Aspects.Add((aspect, at));

        public void Bench(Benchmark benchmark)
        {
            if (_subs.LastOrDefault().Aspects is { Count: > 0 } aspects)
            {
                aspects[^1] = (aspects[^1].Aspect with { Benchmarks = [.. aspects[^1].Aspect.Benchmarks, benchmark] }, aspects[^1].Row);
            }
        }

        public Criterion? Close(SchemeReader reader)
        {
            foreach (var (aspect, at) in _subs.SelectMany(s => s.Aspects))
            {
                if (aspect.Kind is AspectKind.Judgement && !aspect.HasLadder)
                {
                    reader.Warn("ladder-missing", at, "", "评价分没有 0–3 四级评价基准。");
                }
                else if (aspect.Kind is AspectKind.Measurement && aspect.Benchmarks.Count > 0)
                {
                    reader.Warn("ladder-orphan", at, "", "测量分后面跟着评价基准，基准不起作用。");
                }
            }

            if (_subs.All(s => s.Aspects.Count == 0))
            {
                reader.Warn("block-empty", row, "", $"评分项 {letter} 没有评分点。");
                return null;
            }

            return new Criterion(letter, name, [.. _subs.Select(s => new SubCriterion(s.Code, s.Name, s.Day, [.. s.Aspects.Select(a => a.Aspect)]))]);
        }
    }
}
