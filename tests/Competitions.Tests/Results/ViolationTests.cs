using Competitions.Results;

namespace Competitions.Tests.Results;

/// <summary>skills-contests.md §4.9: registered by one, confirmed by another, and only then with an effect.</summary>
public sealed class ViolationTests
{
    private static readonly ViolationSubject Competitor = new(ViolationPart.Competitor, "ABCDEFGHJK", Work: "ABCDEFGHJK");
    private static readonly ViolationSubject Judge = new(ViolationPart.Judge, "邹欣岚", Account: "judge");

    [Fact]
    public void Who_registered_it_does_not_confirm_it_and_it_is_confirmed_once()
    {
        var violation = Of(Competitor, "practical", ViolationEffect.PointsOff, 5);

        Assert.Equal("violation.second-person", Refused(() => violation.Confirm("floor", Some.Noon)));
        violation.Confirm("chief", Some.Noon);
        Assert.Equal(ViolationStage.Confirmed, violation.Stage);
        Assert.Equal("violation.move-not-allowed", Refused(() => violation.Confirm("chief", Some.Noon)));
    }

    [Fact]
    public void It_is_withdrawn_with_a_reason_before_or_after_and_stays_so()
    {
        var (before, after) = (Of(Competitor), Of(Competitor));
        after.Confirm("chief", Some.Noon);

        Assert.Equal("violation.reason-missing", Refused(() => after.Withdraw("chief", Some.Noon, " ")));
        after.Withdraw("chief", Some.Noon, "录像显示不是本人");
        before.Withdraw("chief", Some.Noon, "登记有误");

        Assert.Equal((ViolationStage.Withdrawn, "录像显示不是本人"), (after.Stage, after.History[^1].Why));
        Assert.Equal("violation.move-not-allowed", Refused(() => before.Confirm("chief", Some.Noon)));
        Assert.Equal("violation.move-not-allowed", Refused(() => after.Withdraw("chief", Some.Noon, "再一次")));
    }

    [Fact]
    public void Nobody_rules_on_himself()
    {
        var violation = Of(Judge, null, ViolationEffect.Talk);

        Assert.Equal("violation.own-case", Refused(() => violation.Confirm("judge", Some.Noon)));
        Assert.Equal("violation.own-case", Refused(() => violation.Withdraw("judge", Some.Noon, "没有的事")));
    }

    [Theory]
    [InlineData(ViolationEffect.None, true, true)]
    [InlineData(ViolationEffect.Warning, true, true)]
    [InlineData(ViolationEffect.Cancelled, true, false)]
    [InlineData(ViolationEffect.Talk, false, true)]
    [InlineData(ViolationEffect.SevereWarning, false, true)]
    public void Points_and_results_are_a_competitors_talks_and_severe_warnings_a_judges(ViolationEffect effect, bool competitor, bool judge)
    {
        Assert.Equal(competitor ? null : "violation.effect", Refused(() => Of(Competitor, null, effect)));
        Assert.Equal(judge ? null : "violation.effect", Refused(() => Of(Judge, null, effect)));
    }

    [Theory]
    [InlineData("practical", ViolationEffect.PointsOff, "0.01", null)]
    [InlineData("practical", ViolationEffect.PointsOff, "100", null)]
    [InlineData("practical", ViolationEffect.PointsOff, "100.01", "violation.points")]
    [InlineData("practical", ViolationEffect.PointsOff, "0", "violation.points")]
    [InlineData("practical", ViolationEffect.PointsOff, "-1", "violation.points")]
    [InlineData("practical", ViolationEffect.Warning, "1", "violation.points")]
    [InlineData(null, ViolationEffect.PointsOff, "1", "violation.module")]
    [InlineData(null, ViolationEffect.ModuleZero, "0", "violation.module")]
    [InlineData("nix", ViolationEffect.None, "0", "violation.module")]
    [InlineData(null, ViolationEffect.Cancelled, "0", null)]
    public void What_takes_points_names_its_module_and_no_more_than_it_has(string? module, ViolationEffect effect, string off, string? code) =>
        Assert.Equal(code, Refused(() => Of(Competitor, module, effect, decimal.Parse(off, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void It_says_whom_what_and_when()
    {
        Assert.Equal("violation.subject", Refused(() => Of(new ViolationSubject(ViolationPart.Competitor, "?"))));
        Assert.Equal("violation.subject", Refused(() => Of(new ViolationSubject(ViolationPart.Staff, "?", EntryId: 1), null)));
        Assert.Equal("violation.what-missing", Refused(() => Of(Competitor, what: " ")));
        Assert.Equal("violation.what-missing", Refused(() => Of(Competitor, what: new string('长', 501))));
        Assert.Equal("violation.in-future", Refused(() => Of(Competitor, at: Some.Noon.AddMinutes(1))));
    }

    private static Violation Of(
        ViolationSubject subject, string? module = "practical", ViolationEffect effect = ViolationEffect.None, decimal off = 0, string what = "工件上留有可识别身份的标记", DateTime? at = null) =>
        new(Some.Event(), subject, module, what, new ViolationRuling(effect, new Points(off)), at ?? Some.Noon, "floor", Some.Noon);

    private static string? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }
}
