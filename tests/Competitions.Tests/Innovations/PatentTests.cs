using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

/// <summary>Rewards after innovations.md §6.10 (Shanghai 2015/2016); terms after the patent law (Art. 42).</summary>
public class PatentTests
{
    private static readonly DateTime Now = new(2026, 4, 15, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly April = new(2026, 4, 15);
    private static readonly PatentRewardPreset Preset = new("district", 1, "奖励办法", new PatentRewardRules([PatentKind.Invention], new DateOnly(2015, 1, 1), [4, 10], 2000, true));

    /// <summary>The worked example of a published explanation (201710601862.3), and the older form whose sum leaves ten (ZL95115608.X).</summary>
    [Theory]
    [InlineData("201710601862.3", "201710601862.3")]
    [InlineData(" ZL 2017 1 0601862.3 ", "201710601862.3")]
    [InlineData("CN２０１７１０６０１８６２．３", "201710601862.3")]
    [InlineData("ZL95115608.x", "95115608.X")]
    public void A_number_is_read_as_it_is_written(string typed, string number) => Assert.Equal(number, PatentNumber.Read(typed, PatentKind.Invention));

    [Theory]
    [InlineData("201710601862.4", "patent.number-check")]
    [InlineData("201710601826.3", "patent.number-check")]
    [InlineData("2017106018623X", "patent.number-wrong")]
    [InlineData("", "patent.number-wrong")]
    public void A_slip_of_the_pen_is_found(string typed, string code) => Refuses(code, () => PatentNumber.Read(typed, PatentKind.Invention));

    [Fact]
    public void The_fifth_digit_says_what_it_is()
    {
        Refuses("patent.number-kind", () => PatentNumber.Read("201710601862.3", PatentKind.UtilityModel));
        Assert.Equal("202429990051.X", PatentNumber.Read("202429990051X", PatentKind.UtilityModel));
        Assert.Equal("202339990066.7", PatentNumber.Read("202339990066.7", PatentKind.Design));
    }

    [Fact]
    public void An_invention_is_published_and_examined_before_it_is_granted()
    {
        var patent = New();
        Refuses("patent.not-for-kind", () => patent.Make(PatentMove.Grant, new DateOnly(2025, 1, 1), "CN107256789B", "a", April, Now));
        Grant(patent, new DateOnly(2025, 3, 4));
        Assert.Equal((PatentStage.Granted, "CN107256789A", "CN107256789B", (DateOnly?)new DateOnly(2025, 3, 4)), (patent.Stage, patent.PublicationNumber, patent.GrantNumber, patent.GrantedOn));
    }

    [Fact]
    public void A_utility_model_is_granted_at_once_and_neither_published_nor_examined()
    {
        var patent = New(PatentKind.UtilityModel, "202429990051.X", new DateOnly(2024, 5, 6));
        Refuses("patent.not-for-kind", () => patent.Make(PatentMove.Publish, new DateOnly(2025, 1, 1), "CN2199999U", "a", April, Now));
        patent.Make(PatentMove.Grant, new DateOnly(2025, 1, 1), "CN2199999U", "a", April, Now);
        Assert.Equal(PatentStage.Granted, patent.Stage);
    }

    [Fact]
    public void Days_follow_each_other_and_an_end_has_its_reason()
    {
        var patent = New();
        Refuses("patent.day-wrong", () => patent.Make(PatentMove.Publish, new DateOnly(2017, 7, 20), "CN107256789A", "a", April, Now)); // the day before it was applied for
        Refuses("patent.day-wrong", () => patent.Make(PatentMove.Publish, April.AddDays(1), "CN107256789A", "a", April, Now));
        Refuses("patent.paper-number-missing", () => patent.Make(PatentMove.Publish, April, " ", "a", April, Now));
        Refuses("patent.reason-missing", () => patent.Make(PatentMove.Withdraw, April, null, "a", April, Now));
        Refuses("patent.move-not-allowed", () => patent.Make(PatentMove.Lapse, April, null, "a", April, Now, "未缴年费"));
        Assert.Single(patent.History);
    }

    /// <summary>Applied for on 21 July 2017, granted on 4 March 2025: due each 21 July, for the last time in 2036, for the term ends in 2037.</summary>
    [Fact]
    public void The_fee_is_due_on_the_day_of_the_application_until_the_term_is_over()
    {
        var patent = New();
        Refuses("patent.no-fee-due", () => patent.Pay(April, "a", April, Now));
        Grant(patent, new DateOnly(2025, 3, 4));
        Assert.Equal((new DateOnly(2025, 7, 21), new DateOnly(2037, 7, 21)), (patent.FeeDueOn!.Value, patent.EndsOn!.Value));
        for (var year = 2025; year <= 2036; year++)
        {
            Assert.Equal(new DateOnly(year, 7, 21), patent.FeeDueOn);
            patent.Pay(April, "a", April, Now);
        }

        Assert.Null(patent.FeeDueOn);
        Refuses("patent.no-fee-due", () => patent.Pay(April, "a", April, Now));
    }

    [Fact]
    public void What_has_lapsed_owes_nothing_and_software_never_does()
    {
        var patent = New();
        Grant(patent, new DateOnly(2025, 3, 4));
        patent.Make(PatentMove.Lapse, April, null, "a", April, Now, "未缴年费");
        Assert.Null(patent.FeeDueOn);

        var software = New(PatentKind.Software, "2023R11L0123456", new DateOnly(2023, 5, 6));
        software.Make(PatentMove.Grant, new DateOnly(2023, 8, 1), "2023SR0912345", "a", April, Now);
        Assert.Equal((PatentStage.Granted, (DateOnly?)null, (DateOnly?)null), (software.Stage, software.FeeDueOn, software.EndsOn));
    }

    [Theory]
    [InlineData(PatentKind.UtilityModel, "202429990051.X", 2024, 2034)]
    [InlineData(PatentKind.Design, "202339990066.7", 2023, 2038)]
    [InlineData(PatentKind.Invention, "202219990011.0", 2022, 2042)]
    public void Terms_are_those_of_the_law(PatentKind kind, string number, int from, int to) => Assert.Equal(new DateOnly(to, 5, 6), New(kind, number, new DateOnly(from, 5, 6)).EndsOn);

    [Fact]
    public void The_first_inventor_is_rewarded_once()
    {
        var patent = New();
        Grant(patent, new DateOnly(2025, 3, 4));
        patent.Give(Preset, null, "federation", April, Now);
        Assert.Equal(new PatentReward(7, "陆明远", 2000, "district", 1, "federation", Now), patent.Reward);
        Refuses("patent.rewarded-already", () => patent.Give(Preset, null, "federation", April, Now));
    }

    [Fact]
    public void A_reward_has_its_conditions()
    {
        Refuses("patent.reward-not-granted", () => New().Give(Preset, null, "f", April, Now));
        Refuses("patent.reward-kind", () => Granted(New(PatentKind.UtilityModel, "202429990051.X", new DateOnly(2024, 5, 6))).Give(Preset, null, "f", April, Now));
        Refuses("patent.reward-months", () => Granted(New()).Give(Preset, null, "f", new DateOnly(2026, 5, 1), Now));
        Refuses("patent.reward-too-old", () => Granted(New()).Give(Preset with { Rules = Preset.Rules with { GrantedFrom = new DateOnly(2025, 3, 5) } }, null, "f", April, Now));
        Refuses("patent.reward-inventor", () => Granted(New(first: new Inventor(1, null, "外单位", true))).Give(Preset, null, "f", April, Now));
        Refuses("patent.reward-front-line", () => Granted(New(first: new Inventor(1, 7, "陆明远", false))).Give(Preset, null, "f", April, Now));
        Refuses("patent.own", () => Granted(New()).Give(Preset, 7, "f", April, Now));
        var ended = Granted(New());
        ended.Make(PatentMove.Invalidate, April, null, "f", April, Now, "无效宣告");
        Refuses("patent.reward-not-granted", () => ended.Give(Preset, null, "f", April, Now));
        Granted(New()).Give(Preset, 8, "f", new DateOnly(2026, 10, 31), Now);
    }

    [Fact]
    public void Inventors_stand_in_their_order_and_nobody_twice()
    {
        Assert.Equal([(1, "陆明远"), (2, "沈嘉禾")], New().Inventors.Select(i => (i.Order, i.Name)));
        Refuses("patent.inventor-twice", () => New(first: new Inventor(1, 8, "沈嘉禾", true)));
        Refuses("patent.number-year", () => New(appliedOn: new DateOnly(2018, 7, 21)));
        Refuses("patent.applied-in-the-future", () => New(PatentKind.Software, "2023R11L0123456", April.AddDays(1)));
    }

    private static Patent New(PatentKind kind = PatentKind.Invention, string number = "201710601862.3", DateOnly? appliedOn = null, Inventor? first = null) => new(
        new PatentUnit(3, "衡远机电工会", "临平衡远机电有限公司"), kind, "一种合箱间隙检测装置", number, appliedOn ?? new DateOnly(2017, 7, 21),
        [first ?? new Inventor(1, 7, "陆明远", true), new Inventor(2, 8, "沈嘉禾", true)], "unit", April, Now);

    private static Patent Granted(Patent patent)
    {
        Grant(patent, new DateOnly(2025, 3, 4));
        return patent;
    }

    private static void Grant(Patent patent, DateOnly on)
    {
        if (patent.Kind is PatentKind.Invention)
        {
            patent.Make(PatentMove.Publish, on.AddYears(-2), "CN107256789A", "unit", April, Now);
            patent.Make(PatentMove.Examine, on.AddYears(-1), null, "unit", April, Now);
        }

        patent.Make(PatentMove.Grant, on, "CN107256789B", "unit", April, Now);
    }

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
