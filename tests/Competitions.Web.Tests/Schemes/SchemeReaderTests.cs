using Competitions.Schemes;
using Competitions.Web.Schemes;
using Competitions.Web.Shell.Workbooks;
using static Competitions.Web.Tests.Schemes.Marking;

namespace Competitions.Web.Tests.Schemes;

/// <summary>Each trait of worldskills.md §0.5 in a file of its own.</summary>
public class SchemeReaderTests
{
    [Fact]
    public void The_full_form_is_read_whole()
    {
        var read = Read(Open("A"), Sub("A1"), Aspect("M", 0.5m, 1), Aspect("J", 1.5m, 2), Ladder[0], Ladder[1], Ladder[2], Ladder[3], Open("B"), Sub("B1"), Aspect("M", 2));

        Assert.Empty(read.Warnings);
        Assert.Equal(["A", "B"], read.Scheme.Criteria.Select(c => c.Code));
        Assert.Equal(4m, read.Scheme.Total.Value);
        Assert.Equal(["基准0", "基准1", "基准2", "基准3"], read.Scheme.Aspects.ElementAt(1).Benchmarks.Select(b => b.Text));
        Assert.Equal([1, 2, null], read.Scheme.Aspects.Select(a => a.Section));
    }

    [Fact]
    public void The_older_form_without_requirement_and_section_is_read_by_its_words()
    {
        var header = Header.Where((_, i) => i is not (7 or 8)).ToArray();
        var read = Read(Open("A", header), Sub("A1"), [null, null, null, "O", "评分点", null, null, 1, 0.5m], [null, null, null, "S", "评分点", null, null, null, 1m], Ladder[0], Ladder[1], Ladder[2], Ladder[3]);

        Assert.Empty(read.Warnings);
        Assert.Equal([AspectKind.Measurement, AspectKind.Judgement], read.Scheme.Aspects.Select(a => a.Kind)); // O and S
        Assert.Equal([1, null], read.Scheme.Aspects.Select(a => a.Calculation));
        Assert.Equal(1.5m, read.Scheme.Total.Value);
    }

    [Fact]
    public void The_simple_form_with_numbered_types_is_read() // M1, J2
    {
        var read = Read(["Sub Criterion ID", "Sub Criterion Name", "Aspect Type", "Aspect Description", "Judg Score", "Extra Description", "Max Mark"],
            ["A1", "外观"], [null, null, "M1", "点", null, null, 1], [null, null, "J2", "点", null, null, 1],
            [null, null, null, null, 0, "零"], [null, null, null, null, 1, "一"], [null, null, null, null, 2, "二"], [null, null, null, null, 3, "三"]);

        Assert.Empty(read.Warnings);
        Assert.Equal((1, 1), (read.Scheme.Aspects.Count(a => a.Kind is AspectKind.Measurement), read.Scheme.Aspects.Count(a => a.Kind is AspectKind.Judgement)));
    }

    [Fact]
    public void An_aspect_on_the_row_of_its_sub_criterion_counts() =>
        Assert.Equal(1m, Read(Open("A"), ["A1", "外观", 1, "M", "评分点", null, null, null, null, null, 1m]).Scheme.Total.Value);

    [Fact]
    public void A_misworded_header_is_read_by_the_first_ones_columns()
    {
        var read = Read(Open("A"), Sub("A1"), Aspect("M", 1), Open("B", [.. Header.Select((c, i) => i is 0 ? "Sub\nCriteria\nID" : i is 4 ? (Cell)"Judg Score" : c)]), Sub("B1"), Aspect("M", 1));

        Assert.Equal([("header-misworded", 4)], read.Warnings.Select(w => (w.Code, w.Row)));
        Assert.Equal("评分点", read.Scheme.Criteria[1].Aspects.Single().Description);
    }

    [Fact]
    public void A_judged_aspect_without_its_ladder_and_a_ladder_behind_a_measured_one_are_named()
    {
        var read = Read(Open("A"), Sub("A1"), Aspect("J", 1), Ladder[0], Ladder[1], Aspect("M", 1), Ladder[0], Ladder[1], Ladder[2], Ladder[3]);
        Assert.Equal([("ladder-missing", 3), ("ladder-orphan", 6)], read.Warnings.Select(w => (w.Code, w.Row)));
    }

    [Fact]
    public void A_mark_that_is_missing_or_above_two_is_named_with_its_cell()
    {
        var read = Read(Open("A"), Sub("A1"), Aspect("M", (string?)null), Aspect("M", 4));
        Assert.Equal([("mark-missing", 3, "K"), ("mark-above-2", 4, "K")], read.Warnings.Select(w => (w.Code, w.Row, w.Column)));
        Assert.Equal(4m, read.Scheme.Total.Value);
    }

    [Fact]
    public void An_empty_block_is_named_and_left_out()
    {
        var read = Read(Open("A"), Sub("A1"), Aspect("M", 1), Open("B"));
        Assert.Equal([("block-empty", 4)], read.Warnings.Select(w => (w.Code, w.Row)));
        Assert.Single(read.Scheme.Criteria);
    }

    [Fact]
    public void Declared_totals_and_sections_are_held_against_the_aspects()
    {
        var read = Read(["演示技能"], ["WorldSkills Occupational Standards"], ["Section", "WSOS Marks", null, null, null, null, null, null, "WSOS Marks", "Aspect Marks", "Variation"],
            [1, "组织", null, null, null, null, null, null, 5, 1, 4], [2, "沟通", null, null, null, null, null, null, 1, 1, 0],
            ["Criteria"], ["ID", "Name", null, null, null, null, null, null, null, null, "Mark"], ["A", "外观", null, null, null, null, null, null, null, null, 3],
            Open("A"), Sub("A1"), Aspect("M", 1, 1), Aspect("M", 1, 2));

        Assert.Equal([("variation", 4), ("total-differs", 8)], read.Warnings.Select(w => (w.Code, w.Row)));
        Assert.Equal(("演示技能", "外观"), (read.Scheme.Title, read.Scheme.Criteria[0].Name));
    }

    [Fact]
    public void Float_noise_commas_spaces_and_stray_notes_do_not_matter()
    {
        var read = Read(Open("A"), ["A1\u00A0", "外观", 1], Aspect("\u00A0M ", "0,25"), [.. Aspect("M", 1.7499999999999993m), null, "看这里", "备注"], [null, null, null, null, null, null, "只有说明"]);
        Assert.Equal(2m, read.Scheme.Total.Value);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void Calculations_are_the_rows_of_their_sheet_and_a_broken_one_is_an_error()
    {
        var read = SchemeReader.Read(new MemoryStream(Book([Open("A"), Sub("A1"), Aspect("M", 1)],
            [["完成数", "NUMBER_COMPLETED", 1, "NUM_POSSIBLE:::4.00000000#x~x#"], ["坏", "CHOICE", 0, "CHOICE1"]])));

        Assert.Equal(4m, read.Scheme.Calculations[0].Parameters.Single().Number);
        Assert.Equal([("Calculations", 2, "D")], read.Errors.Select(e => (e.Sheet, e.Row, e.Column)));
    }

    [Fact]
    public void A_workbook_without_a_scheme_a_truncated_one_and_a_bomb_are_refused_with_a_reason()
    {
        var good = Book(Open("A"), Sub("A1"), Aspect("M", 1));
        Assert.Equal("scheme.no-sheet", Refused(Book(["姓名", "单位"])));
        Assert.Equal("workbook.broken", Refused(good[..(good.Length / 2)]));
        Assert.Equal("workbook.not-a-workbook", Refused("not a workbook"u8.ToArray()));
        Assert.Equal("workbook.encrypted", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Equal("workbook.too-large", Refused(Bomb()));

        static string Refused(byte[] file) => Assert.Throws<Refusal>(() => SchemeReader.Read(new MemoryStream(file))).Code;
    }

    private static SchemeReading Read(params Cell[][] rows) => SchemeReader.Read(new MemoryStream(Book(rows)));
}
