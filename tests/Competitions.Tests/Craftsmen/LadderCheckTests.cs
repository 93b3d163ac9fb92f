using Competitions.Craftsmen;
using Competitions.People;

namespace Competitions.Tests.Craftsmen;

/// <summary>Who meets a level, at the borders of each condition (craftsmen.md §9.1, §9.2).</summary>
public class LadderCheckTests
{
    [Theory]
    [InlineData(OrganisationLevel.District, 3, true)]
    [InlineData(OrganisationLevel.District, 4, false)]
    [InlineData(OrganisationLevel.City, 3, true)] // a higher contest counts too
    [InlineData(OrganisationLevel.City, 4, false)]
    [InlineData(OrganisationLevel.Town, 1, false)]
    public void The_first_three_of_a_contest_of_the_district_or_above(OrganisationLevel level, int rank, bool meets) =>
        Assert.Equal(meets, Lead(Ladder.Worker with { Places = [new(level, rank, Ladder.Proof)] }).Meets);

    [Theory]
    [InlineData(4, 0, true)] // on his last day he is still there
    [InlineData(4, -1, false)]
    [InlineData(3, 30, false)]
    [InlineData(null, 30, false)]
    public void A_skilled_worker_as_long_as_he_is_in_a_studio(int? order, int days, bool meets) =>
        Assert.Equal(meets, Lead(Ladder.Worker with { SkillOrder = order, Studios = [new(new DateOnly(2025, 1, 1), Ladder.Today.AddDays(days), true, Ladder.Proof)] }).Meets);

    [Fact]
    public void A_studio_whose_plaque_was_taken_away_or_that_begins_tomorrow_does_not_count()
    {
        Assert.False(Lead(Ladder.Worker with { SkillOrder = 5, Studios = [new(new DateOnly(2025, 1, 1), null, false, Ladder.Proof)] }).Meets);
        Assert.False(Lead(Ladder.Worker with { SkillOrder = 5, Studios = [new(Ladder.Today.AddDays(1), null, true, Ladder.Proof)] }).Meets);
        Assert.True(Lead(Ladder.Worker with { SkillOrder = 5, Studios = [new(Ladder.Today, null, true, Ladder.Proof)] }).Meets);
    }

    [Fact]
    public void What_is_not_kept_yet_is_said_to_be_not_counted_and_neither_helps_nor_harms()
    {
        var found = Lead(Ladder.Worker with { SkillOrder = 6 });

        Assert.Equal(LadderOutcome.NotCounted, found.Conditions.Single(c => c.Condition.Name == "高级工并带徒").Outcome);
        Assert.False(found.Meets);
        Assert.True(Lead(Ladder.Worker with { SkillOrder = 6, Masters = [Ladder.Proof] }).Meets);
        Assert.Equal(LadderOutcome.NotMet, Lead(Ladder.Worker with { SkillOrder = 6, Masters = [] }).Conditions[2].Outcome);
    }

    [Fact]
    public void Named_works_count_by_the_kind_of_their_call_and_membership_is_always_needed()
    {
        Assert.True(Lead(Ladder.Worker with { Works = [new("five-small", Ladder.Proof)] }).Meets);
        Assert.False(Lead(Ladder.Worker with { Works = [new("worker-pioneer", Ladder.Proof)] }).Meets);
        Assert.False(Lead(Ladder.Worker with { Works = [new("five-small", Ladder.Proof)], IsMember = false }).Meets);
    }

    [Theory]
    [InlineData(1966, 11, 10, true)] // sixty today
    [InlineData(1965, 11, 11, true)] // sixty-one tomorrow
    [InlineData(1965, 11, 10, false)]
    public void Up_to_sixty_years_old(int year, int month, int day, bool meets) =>
        Assert.Equal(meets, Craftsman(Ladder.Worker with { BornOn = new DateOnly(year, month, day), Holds = [new("lead", Ladder.Proof)] }).Meets);

    [Theory]
    [InlineData(2018, false, true)] // eight years
    [InlineData(2019, false, false)]
    [InlineData(2019, true, true)] // a place at the province's contest stands for them
    [InlineData(null, false, false)]
    [InlineData(null, true, true)]
    public void Eight_years_in_the_trade_unless_a_high_place_stands_for_them(int? since, bool placed, bool meets)
    {
        var found = Craftsman(Ladder.Worker with { InTradeSince = since, Holds = [new("lead", Ladder.Proof)], Places = placed ? [new(OrganisationLevel.Province, 8, Ladder.Proof)] : [] });

        Assert.Equal(meets, found.Meets);
        Assert.Equal(placed && since != 2018, found.Basics[1].Outcome is LadderOutcome.Waived);
    }

    [Fact]
    public void The_preset_of_the_house_holds_what_the_field_says()
    {
        var rules = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Support.Repository.File("seed/reference/craftsmen/default.json"))).RootElement;

        Assert.Equal(["产业工人", "技能带头人", "工匠"], rules.GetProperty("levels").EnumerateArray().Select(l => l.GetProperty("name").GetString()));
        Assert.Equal((9, 26), (rules.GetProperty("honourDay").GetProperty("month").GetInt32(), rules.GetProperty("honourDay").GetProperty("day").GetInt32()));
    }

    [Fact]
    public void Rules_without_levels_or_with_one_twice_are_none()
    {
        Assert.Equal("ladder.rules-empty", Ladder.Code(() => (Ladder.Rules with { Grounds = [] }).Checked()));
        Assert.Equal("ladder.level-twice", Ladder.Code(() => (Ladder.Rules with { Archive = [Ladder.Rules.Levels[1]] }).Checked()));
        Assert.Equal("ladder.no-such-level", Ladder.Code(() => Ladder.Rules.LevelOf("none")));
    }

    private static LadderFinding Lead(LadderFacts facts) => LadderCheck.Of(Ladder.Rules.LevelOf("lead"), facts, Ladder.Today);

    private static LadderFinding Craftsman(LadderFacts facts) => LadderCheck.Of(Ladder.Rules.LevelOf("craftsman"), facts, Ladder.Today);
}
