using System.Globalization;
using System.Xml;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>The parts of a workbook that are not its rows.</summary>
internal static class WorkbookParts
{
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(IReadOnlyList<(string Name, bool Hidden)> sheets, Func<string, XmlWriter> part)
    {
        var numbers = Enumerable.Range(1, sheets.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        Raw(part("[Content_Types].xml"), $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Content}.styles+xml"/>{Each(numbers, n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Content}.worksheet+xml"/>""")}</Types>
            """);
        Raw(part("_rels/.rels"), $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Raw(part("xl/_rels/workbook.xml.rels"), $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/>{Each(numbers, n => $"""<Relationship Id="sheet{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}</Relationships>
            """);
        Raw(part("xl/styles.xml"), Styles);

        using var workbook = part("xl/workbook.xml");
        workbook.WriteStartElement("workbook", Main);
        workbook.WriteStartElement("sheets", Main);
        foreach (var ((name, hidden), number) in sheets.Zip(numbers))
        {
            workbook.WriteStartElement("sheet", Main);
            workbook.WriteAttributeString("name", name);
            workbook.WriteAttributeString("sheetId", number);
            workbook.WriteAttributeString("state", hidden ? "hidden" : "visible");
            workbook.WriteAttributeString("id", Relations, $"sheet{number}");
            workbook.WriteEndElement();
        }
    }

    /// <summary>The formats stand in the order of <see cref="Look"/>. 49 is “text”: what is typed into such a cell stays as typed.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FFB3261E"/><name val="等线"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDF0F4"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF9D7D4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="0"/><xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="2" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" fillId="3" quotePrefix="1" applyFill="1"/><xf numFmtId="49" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """;

    private static string Each(IEnumerable<string> numbers, Func<string, string> text) => string.Concat(numbers.Select(text));

    private static void Raw(XmlWriter part, string xml)
    {
        part.WriteStartDocument();
        part.WriteRaw(xml.Trim());
        part.Dispose();
    }
}
