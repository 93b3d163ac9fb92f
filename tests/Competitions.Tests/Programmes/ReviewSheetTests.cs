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
        Assert.Equal("review.points-range", Refused(() => sheet.Write(call, [new ReviewItem("innovation", points, "")], After)));
    }

    [Fact]
    public void All_lines_are_given_before_it_is_handed_in_and_then_it_is_given_once()
    {
        var (call, sheet) = Begun();
        sheet.Write(call, [new ReviewItem("innovation", 50, "方法新")], After);
        var no = Assert.Throws<Refusal>(() => sheet.Submit(call, After));
        Assert.Equal(("review.points-missing", "实用性"), (no.Code, no.Details[0]));

        sheet.Write(call, [new ReviewItem("innovation", 50, "方法新"), new ReviewItem("use", 30.5m, "")], After);
        sheet.Submit(call, After);
        Assert.Equal(80.5m, sheet.Total);
        Assert.Equal("review.submitted", Refused(() => sheet.Submit(call, After)));
        Assert.Equal("review.submitted", Refused(() => sheet.Write(call, [], After)));
        Assert.Equal("review.submitted", Refused(() => sheet.Recuse("忘了说", After)));
    }

    /// <summary>To the second; only what is handed in late is refused, and only until the review is extended.</summary>
    [Fact]
    public void After_its_last_moment_nothing_is_given_until_it_is_extended_but_who_is_concerned_recuses_himself()
    {
        var (call, sheet) = Begun(ReviewBy);
        ReviewItem[] items = [new("innovation", 50, ""), new("use", 30, "")];
        sheet.Write(call, items, ReviewBy.AddSeconds(-1));
        Assert.Equal("review.too-late", Refused(() => sheet.Write(call, [], ReviewBy)));
        Assert.Equal("review.too-late", Refused(() => sheet.Submit(call, ReviewBy)));
        Assert.Equal((ReviewSheetStage.Open, 80m), (sheet.Stage, sheet.Total));

        call.ExtendReview(ReviewBy.AddDays(1), Officer, ReviewBy, "专家外出");
        sheet.Submit(call, ReviewBy.AddHours(23));
        Assert.Equal(ReviewSheetStage.Submitted, sheet.Stage);
        var (_, concerned) = Begun(ReviewBy);
        concerned.Recuse("担任该单位顾问", ReviewBy.AddDays(9));
        Assert.Equal(ReviewSheetStage.Recused, concerned.Stage);
    }

    [Fact]
    public void Who_recuses_himself_gives_nothing()
    {
        var (call, sheet) = Begun();
        sheet.Write(call, [new ReviewItem("innovation", 50, "")], After);
        Assert.Equal("review.reason-missing", Refused(() => sheet.Recuse(" ", After)));
        sheet.Recuse("担任该单位顾问", After);
        Assert.Empty(sheet.Items);
    }

    private static (Call Call, ReviewSheet Sheet) Begun(DateTime? reviewBy = null)
    {
        var call = Call(reviewBy: reviewBy);
        var made = Accepted(call);
        call.BeginReview([made], new DateOnly(2026, 4, 16), Officer, After);
        return (call, new ReviewSheet(call, made, "expert-1"));
    }
}
