using System.Text;
using CsvHelper;
using ExcelDataReader;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>
/// Reads the first sheet of an .xlsx, or a CSV in UTF-8 or GB18030, row by row; the columns are found by the text of their
/// headers, which may stand below a title. What the file is, its content decides and not its name.
/// </summary>
public sealed class SheetReader : IDisposable
{
    private const int TitleRows = 10;
    private const int MostColumns = 500;

    private static readonly CsvReaderOptions Format = new()
    {
        HasHeader = false, SkipEmptyLines = false, TrimWhitespace = false, TrackLineNumbers = true, PoolStrings = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow, MaxRecordSize = 1 << 20,
    };

    private readonly IEnumerator<object?[]> _rows;
    private readonly IDisposable _source;
    private int _number;

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the workbook reader asks for code page 1252

    private SheetReader(IDisposable source, IEnumerable<object?[]> rows, int? count, IReadOnlyList<Column> columns)
    {
        (_source, _rows, Count) = (source, rows.GetEnumerator(), count);
        (Header, Places) = Find(columns);
        HeaderRow = _number;
    }

    /// <summary>Rows of the sheet, header and empty ones included; null when only reading tells.</summary>
    public int? Count { get; }
    public int HeaderRow { get; }
    public object?[] Header { get; }
    public IReadOnlyDictionary<Column, int> Places { get; }

    /// <param name="file">Seekable; it stays open.</param>
    /// <exception cref="Refusal">sheet.columns-missing, sheet.column-twice, and what <see cref="WorkbookFile"/> refuses</exception>
    public static SheetReader Open(Stream file, IReadOnlyList<Column> columns)
    {
        file.Position = 0;
        return FileKinds.KindOf(file) is not FileKind.Csv ? Workbook(file, columns) : Csv(file, columns);
    }

    /// <summary>The rows below the header that have anything in them.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        while (_rows.MoveNext())
        {
            var row = new SheetRow(++_number, _rows.Current, Places);
            if (!row.IsEmpty)
            {
                yield return row;
            }
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _source.Dispose();
    }

    private static SheetReader Workbook(Stream file, IReadOnlyList<Column> columns)
    {
        WorkbookFile.Check(file);
        var reader = Whole(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
        return new SheetReader(reader, Rows(reader), Whole(() => reader.RowCount), columns);

        static IEnumerable<object?[]> Rows(IExcelDataReader sheet)
        {
            while (Whole(sheet.Read))
            {
                Refusal.Unless(sheet.FieldCount <= MostColumns, "sheet.too-many-columns", MostColumns);
                var cells = new object?[sheet.FieldCount];
                for (var at = 0; at < cells.Length; at++)
                {
                    cells[at] = sheet.GetValue(at);
                }

                yield return cells;
            }
        }
    }

    private static SheetReader Csv(Stream file, IReadOnlyList<Column> columns)
    {
        var csv = CsvReader.Create(file, Format with { Encoding = TextEncoding.Of(file) }, leaveOpen: true);
        return new SheetReader(csv, Rows(csv), null, columns);

        static IEnumerable<object?[]> Rows(CsvReader csv)
        {
            while (Read(csv))
            {
                yield return [.. Enumerable.Range(0, csv.FieldCount).Select(at => (object?)CellText.Unguarded(csv.GetString(at)))];
            }
        }

        static bool Read(CsvReader csv)
        {
            try
            {
                return csv.Read();
            }
            catch (Exception broken) when (broken is CsvFormatException or InvalidOperationException or IOException)
            {
                throw new Refusal("sheet.csv-broken", csv.LineNumber);
            }
        }
    }

    /// <summary>A part that is damaged shows itself in many exceptions of the reader; to a person they are one.</summary>
    private static T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not (Refusal or OutOfMemoryException))
        {
            throw new Refusal("workbook.broken");
        }
    }

    private (object?[] Header, Dictionary<Column, int> Places) Find(IReadOnlyList<Column> columns)
    {
        IReadOnlyList<Column> missing = columns;
        while (_number < TitleRows && _rows.MoveNext())
        {
            _number++;
            var header = Array.ConvertAll(_rows.Current, SheetRow.Shown);
            var places = new Dictionary<Column, int>();
            foreach (var column in columns)
            {
                var at = header.Index().Where(h => column.Is(h.Item)).Select(h => h.Index).ToList();
                Refusal.Unless(at.Count <= 1, "sheet.column-twice", column.Name);
                if (at.Count == 1)
                {
                    places[column] = at[0];
                }
            }

            var lacking = columns.Where(c => c.Required && !places.ContainsKey(c)).ToList();
            if (lacking.Count == 0)
            {
                return (_rows.Current, places);
            }

            missing = lacking.Count < missing.Count ? lacking : missing;
        }

        throw new Refusal("sheet.columns-missing", string.Join('、', missing.Where(c => c.Required).Select(c => c.Name)));
    }
}
