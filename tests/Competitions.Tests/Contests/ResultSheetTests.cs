using Competitions.Contests;
using Competitions.People;

namespace Competitions.Tests.Contests;

public sealed class ResultSheetTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    private static readonly ResultSheetText Text = new("衡远机电岗位练兵", "衡远机电工会", OrganisationLevel.Enterprise, new DateOnly(2026, 4, 20), "焊工", "成绩.xlsx");

    [Fact]
    public void Who_imported_it_does_not_accept_it()
    {
        var sheet = Sheet(Text);
        Assert.Equal("result-sheet.second-person", Assert.Throws<Refusal>(() => sheet.Accept("one", Some.Noon, "")).Code);

        sheet.Accept("two", Some.Noon, "");

        Assert.Equal(ResultSheetStage.Accepted, sheet.Stage);
        Assert.Equal("result-sheet.move-not-allowed", Assert.Throws<Refusal>(() => sheet.Accept("two", Some.Noon, "")).Code);
    }

    [Fact]
    public void The_place_as_its_organiser_gave_it_counts_and_one_that_differs_is_pointed_out()
    {
        var row = new ResultRow(2, 1, 2, "沈嘉禾", "衡远机电", null, null, null, new ResultMarks(new Points(88), null, null, null, true), null);

        Assert.Equal((1, true, true), (row.Stands, row.PlaceDiffers, row.IsUnknown));
        Assert.Equal(1, Sheet(Text, row).Warnings);
    }

    [Theory]
    [InlineData("result-sheet.held-later")]
    [InlineData("result-sheet.name-missing")]
    [InlineData("result-sheet.organiser-missing")]
    [InlineData("result-sheet.event-missing")]
    public void What_is_missing_or_still_to_come_is_refused(string code)
    {
        var text = code switch
        {
            "result-sheet.held-later" => Text with { HeldOn = Today.AddDays(1) },
            "result-sheet.name-missing" => Text with { ContestName = " " },
            "result-sheet.organiser-missing" => Text with { Organiser = "" },
            _ => Text with { EventTitle = "" },
        };
        Assert.Equal(code, Assert.Throws<Refusal>(() => Sheet(text)).Code);
    }

    [Fact]
    public void It_goes_up_and_not_down_or_aside()
    {
        var (town, unit) = (Body(1, OrganisationLevel.Town, null), Body(2, OrganisationLevel.Enterprise, null));
        Assert.Equal("result-sheet.receiver", Assert.Throws<Refusal>(() => new ResultSheet(unit, town, Text, [Row], "one", Some.Noon, Today)).Code);
    }

    private static ResultRow Row => new(2, null, 1, "沈嘉禾", "衡远机电", null, 4, null, new ResultMarks(new Points(88), null, null, null, true), null);

    private static ResultSheet Sheet(ResultSheetText text, ResultRow? row = null)
    {
        var town = Body(1, OrganisationLevel.Town, null);
        return new ResultSheet(Body(2, OrganisationLevel.Enterprise, town), town, text, [row ?? Row], "one", Some.Noon, Today);
    }

    private static Organisation Body(int id, OrganisationLevel level, Organisation? above)
    {
        var body = new Organisation($"O{id}", $"工会{id}", $"工会{id}", level, "town", new DateOnly(2020, 1, 1));
        typeof(Organisation).GetProperty(nameof(Organisation.Id))!.SetValue(body, id);
        body.PlaceUnder(above);
        return body;
    }
}
