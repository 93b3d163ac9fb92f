using Competitions.Honours;

namespace Competitions.Tests.Honours;

/// <summary>From the lines of a published result to honours.</summary>
public sealed class AwardingTests
{
    private static readonly AwardingEvent Event = new(5, "2026 年临平区第五届职工技能争霸赛", "焊工", 2026, HonourTests.Federation);

    [Fact]
    public void A_line_comes_to_its_prize_its_titles_and_its_level_and_one_without_any_to_nothing()
    {
        var honours = Of(Line(1, 1, "一等奖", "高级技师", "技术能手", "金牌职工"), Line(2, 9, null, null));

        Assert.Equal(
            [(HonourKind.Prize, "一等奖", 1), (HonourKind.Title, "技术能手", null), (HonourKind.Title, "金牌职工", null), (HonourKind.Level, "高级技师", (int?)null)],
            honours.Select(h => (h.Kind, h.Name, h.Rank)));
        Assert.All(honours, h => Assert.Equal(("选手1", "单位1", "焊工", "职工组"), (h.HolderName, h.UnitName, h.EventTitle, h.GroupName)));
    }

    /// <summary>§4.10: a title already held is not given again.</summary>
    [Fact]
    public void A_title_that_is_held_is_not_given_again()
    {
        var honours = Awarding.Of(Event, [Line(1, 1, "一等奖", null, "技术能手")], (worker, title) => (worker, title) == (1, "技术能手"));

        Assert.Equal([HonourKind.Prize], honours.Select(h => h.Kind));
    }

    [Fact]
    public void A_team_has_one_prize_and_each_of_its_members_the_title()
    {
        var team = Line(1, 1, "一等奖", null, "技术能手") with { TeamName = "衡远一队", Competitors = [new(new(1, "沈嘉禾"), ["技术能手"], null), new(new(2, "陆一鸣"), ["技术能手"], null)] };

        var honours = Of(team);

        Assert.Equal(
            [("一等奖", HolderKind.Team, "衡远一队", 2), ("技术能手", HolderKind.Person, "沈嘉禾", 1), ("技术能手", HolderKind.Person, "陆一鸣", 1)],
            honours.Select(h => (h.Name, h.HolderKind, h.HolderName, h.People.Count)));
    }

    [Fact]
    public void The_same_result_again_changes_nothing()
    {
        var standing = Of(Line(1, 1, "一等奖", null, "技术能手"), Line(2, 2, "二等奖", null));

        var (gone, added) = Awarding.Compare(standing, Of(Line(1, 1, "一等奖", null, "技术能手"), Line(2, 2, "二等奖", null)));

        Assert.Empty(gone);
        Assert.Empty(added);
    }

    /// <summary>First and second change places: both prizes are others, and the title goes with the first place.</summary>
    [Fact]
    public void After_a_correction_what_no_longer_stands_goes_and_what_is_new_comes()
    {
        var standing = Of(Line(1, 1, "一等奖", null, "技术能手"), Line(2, 2, "二等奖", null), Line(3, 3, "三等奖", null));

        var (gone, added) = Awarding.Compare(standing, Of(Line(2, 1, "一等奖", null, "技术能手"), Line(1, 2, "二等奖", null), Line(3, 3, "三等奖", null)));

        Assert.Equal(["选手1 一等奖", "选手1 技术能手", "选手2 二等奖"], gone.Select(h => $"{h.HolderName} {h.Name}").Order(StringComparer.Ordinal));
        Assert.Equal(["选手1 二等奖", "选手2 一等奖", "选手2 技术能手"], added.Select(h => $"{h.HolderName} {h.Name}").Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<Honour> Of(params AwardedLine[] lines) => Awarding.Of(Event, lines, (_, _) => false);

    private static AwardedLine Line(int entry, int rank, string? prize, string? level, params string[] titles) =>
        new(1, entry, entry, "职工组", rank, entry, $"单位{entry}", null, [new AwardedPerson(new HonourPerson(entry, $"选手{entry}"), titles, level)], prize);
}
