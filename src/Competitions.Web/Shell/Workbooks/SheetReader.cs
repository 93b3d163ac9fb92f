using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>
/// Reads the first sheet of an .xlsx, or a CSV in UTF-8 or GB18030, row by row; the columns are found by the text of their
/// headers, which may stand below a title. What the file is, its content decides and not its name.
/// </summary>
public sealed class SheetReader : IDisposable
{
    private const int TitleRows = 10;

    private readonly IEnumerator<object?[]> _rows;
    private readonly IDisposable _source;
    private int _number;

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
        return FileKind.Of(file) is FileKind.Xlsx ? Workbook(file, columns) : Csv(file, columns);
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
        var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        return new SheetReader(reader, Rows(reader), reader.RowCount, columns);

        static IEnumerable<object?[]> Rows(IExcelDataReader sheet)
        {
            while (sheet.Read())
            {
                var cells = new object?[sheet.FieldCount];
                sheet.GetValues(cells!);
                yield return Array.ConvertAll(cells, c => c is DBNull ? null : c);
            }
        }
    }

    private static SheetReader Csv(Stream file, IReadOnlyList<Column> columns)
    {
        var text = new StreamReader(file, TextEncoding.Of(file), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", "\t", ";"],
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = 40_000,
        });
        return new SheetReader(csv, Rows(csv), null, columns);

        static IEnumerable<object?[]> Rows(CsvParser csv)
        {
            while (Read(csv))
            {
                yield return [.. csv.Record!.Select(cell => (object?)CellText.Unguarded(cell))];
            }
        }

        static bool Read(CsvParser csv)
        {
            try
            {
                return csv.Read();
            }
            catch (CsvHelperException)
            {
                throw new Refusal("sheet.csv-broken", csv.RawRow);
            }
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
