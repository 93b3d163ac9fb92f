using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>
/// Writes an .xlsx row by row into a stream. The package library would hold whole sheets in memory (it needs read access to
/// what it writes), so the few parts are written straight into the zip: 200,000 rows cost no more memory than one.
/// </summary>
public sealed class SheetWriter(Stream to) : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ZipArchive _zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Name, bool Hidden)> _sheets = [];
    private readonly List<(int Column, string Range)> _choices = [];
    private XmlWriter? _sheet;
    private int _row;

    /// <summary>Ends the sheet before and begins the next one; its first row stays in view.</summary>
    /// <param name="name">At most 31 characters.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    public void Begin(string name, IEnumerable<int> widths, bool hidden = false)
    {
        End();
        _sheets.Add((name, hidden));
        _row = 0;
        _sheet = Part($"xl/worksheets/sheet{_sheets.Count}.xml");
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        foreach (var (width, column) in widths.Select((w, i) => (w, i + 1)))
        {
            _sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{column}" max="{column}" width="{width}" style="0" customWidth="1"/>"""));
        }

        _sheet.WriteRaw("</cols>");
        _sheet.WriteStartElement("sheetData", Main);
    }

    public void Row(params IEnumerable<Cell> cells)
    {
        var sheet = _sheet ?? throw new InvalidOperationException("No sheet was begun.");
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", (++_row).ToString(CultureInfo.InvariantCulture));
        var column = 0;
        foreach (var cell in cells)
        {
            Write(sheet, cell, $"{Letters(column++)}{_row}");
        }

        sheet.WriteEndElement();
    }

    /// <summary>A drop-down on a column of this sheet, from its second row on.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="range">Where the choices stand, for example <c>选项!$A$1:$A$8</c>.</param>
    public void Choices(int column, string range) => _choices.Add((column, range));

    public void Dispose()
    {
        End();
        WorkbookParts.Write(_sheets, Part);
        _zip.Dispose();
    }

    /// <summary>A, B, … Z, AA: the letters of a column counted from 0.</summary>
    public static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{Letters(column / 26 - 1)}{(char)('A' + column % 26)}";

    private static void Write(XmlWriter sheet, Cell cell, string at)
    {
        sheet.WriteStartElement("c", Main);
        sheet.WriteAttributeString("r", at);
        sheet.WriteAttributeString("s", ((int)cell.Look).ToString(CultureInfo.InvariantCulture));
        if (cell.Number is { } number)
        {
            sheet.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        }
        else if (!string.IsNullOrEmpty(cell.Text))
        {
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Main);
            sheet.WriteStartElement("t", Main);
            sheet.WriteAttributeString("xml", "space", null, "preserve");
            sheet.WriteString(CellText.Escaped(cell.Text));
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
    }

    private void End()
    {
        if (_sheet is null)
        {
            return;
        }

        _sheet.WriteEndElement();
        if (_choices.Count > 0)
        {
            _sheet.WriteStartElement("dataValidations", Main);
            foreach (var (column, range) in _choices)
            {
                _sheet.WriteStartElement("dataValidation", Main);
                _sheet.WriteAttributeString("type", "list");
                _sheet.WriteAttributeString("allowBlank", "1");
                _sheet.WriteAttributeString("showErrorMessage", "1");
                _sheet.WriteAttributeString("errorTitle", "不在选项内");
                _sheet.WriteAttributeString("error", "请从下拉选项中选择。");
                _sheet.WriteAttributeString("sqref", $"{Letters(column)}2:{Letters(column)}1048576");
                _sheet.WriteElementString("formula1", Main, range);
                _sheet.WriteEndElement();
            }

            _sheet.WriteEndElement();
        }

        _sheet.Dispose();
        _sheet = null;
        _choices.Clear();
    }

    private XmlWriter Part(string name) =>
        XmlWriter.Create(_zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true });
}
