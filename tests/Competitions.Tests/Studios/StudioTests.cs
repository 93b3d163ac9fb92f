using System.Text.Json;
using Competitions.Studios;
using Competitions.Tests.Support;

namespace Competitions.Tests.Studios;

/// <summary>studios.md §7: naming, leaders, members, the ground of a withdrawal.</summary>
public class StudioTests
{
    [Fact]
    public void A_studio_begins_at_the_lowest_level_unless_it_was_named_in_an_earlier_year()
    {
        Assert.Equal("studio.begins-lowest", Code(() => New(StudioLevel.City, registered: false)));
        Assert.Equal((StudioLevel.City, true), (New(StudioLevel.City).Level, New(StudioLevel.City).IsRegistered));
        Assert.Equal(StudioLevel.District, New(registered: false).Level);
    }

    [Fact]
    public void It_rises_from_the_level_right_below_after_its_years_and_by_a_document()
    {
        var studio = New(); // district, 2022-05-01

        Assert.Equal("studio.level-skipped", Code(() => studio.Upgrade(Named(StudioLevel.Province, new DateOnly(2026, 1, 1)), Rules)));
        Assert.Equal("studio.level-skipped", Code(() => studio.Upgrade(Named(StudioLevel.District, new DateOnly(2026, 1, 1)), Rules)));
        Assert.Equal("studio.too-early", Code(() => studio.Upgrade(Named(StudioLevel.City, new DateOnly(2024, 4, 30)), Rules)));
        Assert.Equal("studio.document-missing", Code(() => studio.Upgrade(Named(StudioLevel.City, new DateOnly(2024, 5, 1)) with { Document = " " }, Rules)));
        studio.Upgrade(Named(StudioLevel.City, new DateOnly(2024, 5, 1)), Rules); // to the day
        Assert.Equal("studio.too-early", Code(() => studio.Upgrade(Named(StudioLevel.Province, new DateOnly(2026, 4, 30)), Rules))); // counted anew
        Assert.Equal((StudioLevel.City, 2), (studio.Level, studio.Namings.Count));
    }

    [Fact]
    public void What_is_being_rectified_does_not_rise()
    {
        var studio = New();
        studio.Make(StudioMove.Rectify, "a", At, "2025 年度考核不合格");
        Assert.Equal("studio.not-running", Code(() => studio.Upgrade(Named(StudioLevel.City, new DateOnly(2026, 1, 1)), Rules)));
    }

    [Fact]
    public void A_new_leader_ends_the_one_before_and_each_day_has_one()
    {
        var studio = New();
        studio.Lead(new StudioLeader(2, "陆一鸣", "技师", "", new DateOnly(2024, 3, 1)));

        Assert.Equal(("沈嘉禾", "陆一鸣"), (studio.LeaderOn(new DateOnly(2024, 2, 29))!.Name, studio.LeaderOn(new DateOnly(2024, 3, 1))!.Name));
        Assert.Equal(new DateOnly(2024, 2, 29), studio.Leaders[0].To);
        Assert.Equal("studio.leads-already", Code(() => studio.Lead(new StudioLeader(2, "陆一鸣", "技师", "", new DateOnly(2025, 3, 1)))));
        Assert.Equal("studio.leader-before", Code(() => studio.Lead(new StudioLeader(3, "李伟", "技师", "", new DateOnly(2024, 3, 1)))));
    }

    [Fact]
    public void A_member_stands_there_once_at_a_time()
    {
        var studio = New();
        studio.Join(new StudioMember(5, "李伟", "骨干", "高级工", new DateOnly(2022, 5, 1)));
        Assert.Equal("studio.member-already", Code(() => studio.Join(new StudioMember(5, "李伟", "骨干", "高级工", new DateOnly(2023, 5, 1)))));
        Assert.Equal("studio.ends-before", Code(() => studio.Leave(5, new DateOnly(2022, 4, 1))));
        studio.Leave(5, new DateOnly(2023, 12, 31));
        studio.Join(new StudioMember(5, "李伟", "骨干", "技师", new DateOnly(2024, 1, 1)));

        Assert.Equal(["高级工", "技师"], studio.Members.Select(m => m.Skill));
        Assert.Equal("studio.no-such-member", Code(() => studio.Leave(6, new DateOnly(2024, 12, 31))));
    }

    [Theory]
    [InlineData(WithdrawalGround.RecheckFailed, false, 1, "studio.no-ground-recheck")]
    [InlineData(WithdrawalGround.RecheckFailed, true, 1, null)]
    [InlineData(WithdrawalGround.TwiceFailed, true, 1, "studio.no-ground-twice")]
    [InlineData(WithdrawalGround.TwiceFailed, false, 2, null)]
    [InlineData(WithdrawalGround.Misconduct, false, 0, null)]
    public void A_plaque_is_taken_away_only_on_a_ground_that_the_assessments_bear_out(WithdrawalGround ground, bool recheckFailed, int inARow, string? refused)
    {
        var studio = New();
        var record = new StudioRecord(recheckFailed, inARow);
        if (refused is not null)
        {
            Assert.Equal(refused, Code(() => studio.Withdraw(ground, record, "连年不合格", "a", At)));
            return;
        }

        Assert.Equal("studio.reason-missing", Code(() => studio.Withdraw(ground, record, " ", "a", At)));
        studio.Withdraw(ground, record, "连年不合格", "a", At);
        Assert.Equal((StudioStage.Withdrawn, "连年不合格"), (studio.Stage, studio.History[^1].Why));
        Assert.Equal("studio.over", Code(() => studio.Join(new StudioMember(5, "李伟", "骨干", "高级工", new DateOnly(2024, 5, 1)))));
    }

    [Fact]
    public void Conditions_say_one_by_one_what_is_met()
    {
        var all = StudioConditions.Of(new StudioFacts("技师", 3, 60, true, 50_000, 1), Rules);
        var none = StudioConditions.Of(new StudioFacts("中级工", 2, 0, false, 0, 0), Rules);

        Assert.All(all, c => Assert.True(c.Met, c.Code));
        Assert.All(none, c => Assert.False(c.Met, c.Code));
        Assert.Equal(["leader", "team", "place", "papers", "funds", "topics"], all.Select(c => c.Code));
    }

    [Fact]
    public void A_line_of_funds_has_a_kind_an_amount_to_the_fen_a_voucher_and_its_paper()
    {
        var paper = new StudioFile("aa", "发票.pdf", "application/pdf", 1);
        StudioFunding Line(bool isIncome = false, string kind = "设备", decimal amount = 100.05m, string voucher = "记-012", bool withPaper = true) =>
            new(1, isIncome, kind, new DateOnly(2026, 1, 1), amount, voucher, "", withPaper ? paper : null, "a", At);

        Assert.Equal(100.05m, Line().Amount);
        Assert.Equal("studio-funding.kind", Code(() => Line(isIncome: true)));
        Assert.Equal("studio-funding.amount", Code(() => Line(amount: 0)));
        Assert.Equal("studio-funding.amount", Code(() => Line(amount: 1.005m)));
        Assert.Equal("studio-funding.voucher-missing", Code(() => Line(voucher: " ")));
        Assert.Equal("studio-funding.paper-missing", Code(() => Line(withPaper: false)));
    }

    internal static readonly DateTime At = new(2026, 11, 1, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>The preset that travels with the program.</summary>
    internal static StudioRules Rules { get; } = JsonSerializer.Deserialize<StudioRules>(File.ReadAllText(Repository.File("seed/reference/studios/default.json")), JsonSerializerOptions.Web)!;

    internal static Studio New(StudioLevel level = StudioLevel.District, bool registered = true) =>
        new("沈嘉禾创新工作室", 9, "衡远机电", Named(level, new DateOnly(2022, 5, 1)), new StudioLeader(1, "沈嘉禾", "高级技师", "临平工匠", new DateOnly(2022, 5, 1)), registered);

    internal static string Code(Action act) => Assert.Throws<Refusal>(act).Code;

    private static StudioNaming Named(StudioLevel level, DateOnly on) => new(level, "临平区总工会", on, "临总工〔2022〕12 号", "第六批", "LP-2022-07", "a", At);
}
