using Competitions.Programmes;
using static Competitions.Tests.Programmes.Called;

namespace Competitions.Tests.Programmes;

public class ReviewSheetTests
{
    [Theory]
    [InlineData(60.1)]
    [InlineData(-1)]
    [InlineData(10.55)]
    public void Points_lie_in_their_range_and_have_one_place(decimal points)
    {
        var (call, sheet) = Begun();
        Assert.Equal("review.points-range", Refused(() => sheet.Write(call.Rules, [new ReviewItem("innovation", points, "")], After)));
    }

    [Fact]
    public void All_lines_are_given_before_it_is_handed_in_and_then_it_is_given_once()
    {
        var (call, sheet) = Begun();
        sheet.Write(call.Rules, [new ReviewItem("innovation", 50, "方法新")], After);
        var no = Assert.Throws<Refusal>(() => sheet.Submit(call.Rules, After));
        Assert.Equal(("review.points-missing", "实用性"), (no.Code, no.Details[0]));

        sheet.Write(call.Rules, [new ReviewItem("innovation", 50, "方法新"), new ReviewItem("use", 30.5m, "")], After);
        sheet.Submit(call.Rules, After);
        Assert.Equal(80.5m, sheet.Total);
        Assert.Equal("review.submitted", Refused(() => sheet.Submit(call.Rules, After)));
        Assert.Equal("review.submitted", Refused(() => sheet.Write(call.Rules, [], After)));
        Assert.Equal("review.submitted", Refused(() => sheet.Recuse("忘了说", After)));
    }

    [Fact]
    public void Who_recuses_himself_gives_nothing()
    {
        var (call, sheet) = Begun();
        sheet.Write(call.Rules, [new ReviewItem("innovation", 50, "")], After);
        Assert.Equal("review.reason-missing", Refused(() => sheet.Recuse(" ", After)));
        sheet.Recuse("担任该单位顾问", After);
        Assert.Empty(sheet.Items);
    }

    private static (Call Call, ReviewSheet Sheet) Begun()
    {
        var call = Call();
        var made = Accepted(call);
        call.BeginReview([made], new DateOnly(2026, 4, 16), Officer, After);
        return (call, new ReviewSheet(call, made, "expert-1"));
    }
}
