using Competitions.Honours;
using Competitions.People;

namespace Competitions.Tests.Honours;

/// <summary>Honours of earlier years beside the register: new, known, held, or for a person to look at.</summary>
public class HonourLikenessTests
{
    [Theory]
    [InlineData("技术能手（电工）", "技术能手(电工)")]
    [InlineData(" 一等奖 ", "一等奖")]
    public void The_same_name_from_another_keyboard_is_the_same(string one, string other) => Assert.Equal(HonourNames.Plain(one), HonourNames.Plain(other));

    [Theory]
    [InlineData("临平区技术能手", "临平区 技术能手")]
    [InlineData("临平区技术能手", "技术能手（电工）")]
    [InlineData("浙江省劳动模范", "省劳模称号", false)]
    [InlineData("浙江省劳动模范", "劳模")]
    [InlineData("杭州市五一劳动奖章", "五一奖章")]
    [InlineData("优秀指导教师", "优秀教练员")]
    [InlineData("2019年度先进个人", "先进")]
    [InlineData("“金牌”职工", "金牌职工")]
    [InlineData("杭州市临平区技术能手", "技术能手")]
    [InlineData("一等奖", "二等奖", false)]
    [InlineData("杭州工匠", "临平工匠", false)]
    [InlineData("技术能手", "技术标兵", false)]
    public void Names_that_may_be_one_have_one_core(string one, string other, bool alike = true) => Assert.Equal(alike, HonourNames.Core(one) == HonourNames.Core(other));

    [Fact]
    public void Each_line_is_held_beside_the_register_and_beside_the_lines_above_it()
    {
        var sorted = HonourLikeness.Sorted(
            [
                Line(2, "一等奖", 2019), // the register has it
                Line(3, "一等奖（电工）", 2019), // like it
                Line(4, "一等奖", 2018), // another year
                Line(5, "一等奖", 2018), // the line above
                Line(6, "技术能手", 2021, HonourKind.Title), // held since 2019
                Line(7, "金牌职工", 2020, HonourKind.Title),
                Line(8, "金牌职工", 2021, HonourKind.Title), // held by line 7
                Line(9, "一等奖", 2019, level: OrganisationLevel.City), // same name, another level
                Line(10, "一等奖", 2019) with { WorkerId = 2 }, // somebody else
                Line(11, "优秀组织奖", 2019, HonourKind.Organisation) with { WorkerId = null },
            ],
            [
                Known(1, "一等奖", 2019), Known(2, "技术能手", 2019, HonourKind.Title),
                new(3, HonourKind.Organisation, HolderKind.Organisation, ["u9"], "优秀组织单位", OrganisationLevel.District, 2019, true),
            ]);

        Assert.Equal(
            [ImportStanding.Known, ImportStanding.Doubtful, ImportStanding.New, ImportStanding.Known, ImportStanding.Held, ImportStanding.New, ImportStanding.Held, ImportStanding.Doubtful, ImportStanding.New, ImportStanding.Doubtful],
            sorted.Select(l => l.Standing));
        Assert.Equal([1, 1, null, null, 2, null, null, 1, null, 3], sorted.Select(l => l.LikeId));
        Assert.Contains("第 4 行", sorted[3].Like, StringComparison.Ordinal);
    }

    /// <summary>An old list would bring back what was taken away: that is for a person to say.</summary>
    [Fact]
    public void What_was_withdrawn_is_not_brought_back_without_a_word()
    {
        var line = Assert.Single(HonourLikeness.Sorted([Line(2, "一等奖", 2019)], [Known(1, "一等奖", 2019) with { Stands = false }]));

        Assert.Equal((ImportStanding.Doubtful, false), (line.Standing, line.IsStored));
        Assert.Contains("已撤销", line.Like, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prize_of_his_team_is_like_his_own_and_not_the_same() => Assert.Equal(
        ImportStanding.Doubtful, Assert.Single(HonourLikeness.Sorted([Line(2, "一等奖", 2019)], [Known(1, "一等奖", 2019) with { HolderKind = HolderKind.Team, HolderKeys = ["w7", "w1"] }])).Standing);

    [Fact]
    public void Nothing_is_stored_before_each_doubtful_line_was_decided_and_then_all_that_is_new()
    {
        var import = Import(Line(2, "一等奖", 2019), Line(3, "一等奖（电工）", 2019), Line(4, "二等奖", 2019), Line(5, "一等 奖", 2019));
        import.Compare([Known(1, "一等奖", 2019)]);

        Assert.Equal("honour-import.undecided", Assert.Throws<Refusal>(() => import.Store("a", At)).Code);
        import.Decide(new Dictionary<int, bool> { [3] = true, [4] = false, [5] = false }); // row 4 is new: there is nothing to say of it
        var stored = import.Store("a", At);

        Assert.Equal(["一等奖（电工）", "二等奖"], stored.Select(h => h.Name));
        Assert.All(stored, h => Assert.Equal((HonourStage.Granted, "杭总工〔2019〕21 号", new DateOnly(2019, 4, 28)), (h.Stage, h.DocumentNumber, h.GrantedOn)));
        Assert.Equal([3, 4], stored.Select(h => h.ImportRow));
        Assert.Equal("honour-import.over", Assert.Throws<Refusal>(() => import.Store("a", At)).Code);
    }

    [Fact]
    public void What_was_decided_stays_until_the_register_says_something_else()
    {
        var import = Import(Line(3, "一等奖（电工）", 2019));
        import.Compare([Known(1, "一等奖", 2019)]);
        import.Decide(new Dictionary<int, bool> { [3] = true });

        Assert.False(import.Compare([Known(1, "一等奖", 2019)]));
        Assert.Equal(1, import.ToStore);
        Assert.True(import.Compare([Known(8, "一等奖(电工)", 2019)])); // somebody entered it meanwhile
        Assert.Equal((ImportStanding.Known, 0), (import.Lines[0].Standing, import.ToStore));
        Assert.Equal("honour-import.nothing-new", Assert.Throws<Refusal>(() => import.Store("a", At)).Code);
    }

    [Fact]
    public void Of_what_was_discarded_nothing_is_kept()
    {
        var import = Import(Line(3, "一等奖", 2019));
        import.Discard("a", At);

        Assert.Empty(import.Lines);
        Assert.Equal("honour-import.over", Assert.Throws<Refusal>(() => import.Decide(new Dictionary<int, bool>())).Code);
    }

    [Fact]
    public void What_was_granted_elsewhere_carries_no_certificate_of_ours()
    {
        var honour = Line(2, "浙江省劳动模范", 2019, HonourKind.Title) with { Grantor = new Grantor(1, "浙江省人民政府", OrganisationLevel.Province, Elsewhere: true) };
        var granted = honour.ToHonour(1, "a", At);

        Assert.True(granted.GrantedElsewhere);
        Assert.Equal("certificate.granted-elsewhere", Assert.Throws<Refusal>(() => new Certificate(
            granted, new CertificateNumber("临总工赛证", 2026, 1), CertificateTexts.Of(granted, granted.GrantedOn!.Value), CertificateToken.Random(), "a", At)).Code);
    }

    private static readonly DateTime At = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    private static HonourImport Import(params ImportLine[] lines) => new(1, 1, "往年荣誉.xlsx", lines, "a", At);

    private static ImportLine Line(int row, string name, int year, HonourKind kind = HonourKind.Prize, OrganisationLevel level = OrganisationLevel.District) => new(
        row, kind, name, 1, "沈嘉禾", 9, "衡远机电", new Grantor(1, "临平区总工会", level), "争霸赛", new DateOnly(year, 4, 28), "杭总工〔2019〕21 号", "");

    private static KnownHonour Known(int id, string name, int year, HonourKind kind = HonourKind.Prize) => new(id, kind, HolderKind.Person, ["w1"], name, OrganisationLevel.District, year, Stands: true);
}
