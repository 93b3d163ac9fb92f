using Competitions.Schemes;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Schemes;

/// <summary>Writes a scheme in the 11-column layout of the CIS “Marking Scheme Import”; read again it is the same scheme.</summary>
public static class SchemeWriter
{
    private static readonly Cell[] Header =
    [
        "Sub\nCriterion\nID", "Sub Criterion\nName or Description", "Day of Marking", "Aspect\nType\nM = Meas\nJ = Judg", "Aspect - Description", "Judg Score",
        "Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description (Judg only)", "Requirement\n(Measurement Only)", "WSOS Section", "Calculation Row \n(Export only)", "Max\nMark",
    ];

    private static readonly int[] Widths = [10, 30, 10, 10, 50, 8, 50, 30, 10, 12, 10, 12, 10, 10];

    public static void Write(Scheme scheme, Stream to)
    {
        using var sheet = new SheetWriter(to);
        sheet.Begin("CIS Marking Scheme Import", Widths);
        Preamble(sheet, scheme);
        foreach (var criterion in scheme.Criteria)
        {
            Block(sheet, criterion);
        }

        sheet.Begin("Calculations", [30, 30, 8, 80]);
        foreach (var calculation in scheme.Calculations)
        {
            sheet.Row(calculation.Name, calculation.Type, calculation.Reusable ? 1 : 0, calculation.Written);
        }
    }

    private static void Preamble(SheetWriter sheet, Scheme scheme)
    {
        sheet.Row(scheme.Title);
        sheet.Row();
        if (scheme.Sections.Count > 0)
        {
            sheet.Row("WorldSkills Occupational Standards");
            sheet.Row("Section", "WSOS Marks", None, None, None, None, None, None, "WSOS Marks", "Aspect Marks", "Variation");
            foreach (var section in scheme.Sections)
            {
                var marks = scheme.Aspects.Where(a => a.Section == section.Number).Sum(a => a.Most.Value);
                sheet.Row(section.Number, section.Name, None, None, None, None, None, None, section.Declared.Value, marks, scheme.Variation(section).Value);
            }

            sheet.Row();
        }

        sheet.Row("Criteria");
        sheet.Row("ID", "Name", None, None, None, None, None, None, None, None, "Mark");
        foreach (var criterion in scheme.Criteria)
        {
            sheet.Row(criterion.Code, criterion.Name, None, None, None, None, None, None, None, None, criterion.Total.Value);
        }
    }

    private static void Block(SheetWriter sheet, Criterion criterion)
    {
        sheet.Row();
        sheet.Row([.. Header, $"Criterion {criterion.Code}", "Total\nMark", criterion.Total.Value]);
        foreach (var sub in criterion.SubCriteria)
        {
            sheet.Row(sub.Code, sub.Name, Or(sub.Day));
            foreach (var aspect in sub.Aspects)
            {
                sheet.Row(None, None, None, aspect.Kind is AspectKind.Judgement ? "J" : "M", aspect.Description, None, aspect.Extra, aspect.Requirement, Or(aspect.Section), Or(aspect.Calculation), aspect.Most.Value);
                foreach (var benchmark in aspect.Benchmarks)
                {
                    sheet.Row(None, None, None, None, None, benchmark.Score, benchmark.Text);
                }
            }
        }
    }

    private static Cell None => (string?)null;

    private static Cell Or(int? number) => number is { } n ? n : None;
}
