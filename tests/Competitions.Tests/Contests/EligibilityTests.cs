using Competitions.Contests;
using Competitions.People;

namespace Competitions.Tests.Contests;

public class EligibilityTests
{
    private static readonly DateOnly Closes = new(2026, 4, 27);
    private static readonly SkillLevel Senior = new("L3", "高级工", 4);
    private static readonly SkillLevel Middle = new("L4", "中级工", 3);

    private static readonly EntrantFacts Sound = new(
        new DateOnly(1990, 1, 15), Sex.Male, null, new DateOnly(2023, 10, 1), Senior, [], [], 2, CleanRecordStated: true);

    [Fact]
    public void A_sound_entrant_passes_every_rule_with_the_values_found()
    {
        var findings = Eligibility.Of(new EntryRules { FewestLevel = "L4" }, Sound, Closes, Middle);

        Assert.Equal(Enum.GetValues<EligibilityRule>(), findings.Select(f => f.Rule));
        Assert.All(findings, f => Assert.Equal(Verdict.Pass, f.Verdict));
        Assert.Equal(36, Found(findings, EligibilityRule.Age)); // 36th birthday on 15 January 2026
        Assert.Equal(31, Found(findings, EligibilityRule.Insurance)); // 3 + 12 + 12 + 4 months
        Assert.Equal(2, Found(findings, EligibilityRule.UnitPlaces));
        Assert.Equal("高级工", Found(findings, EligibilityRule.Level));
    }

    [Fact]
    public void A_rule_that_is_switched_off_gives_no_finding() => Assert.Empty(Eligibility.Of(
        new EntryRules
        {
            FewestYears = null, BeforeRetirement = false, InsuranceMonths = 0, TitleHoldersBarred = false, OneEventOnly = false, MostPerUnit = 0, CleanYears = 0,
        },
        Sound, Closes, null));

    [Theory]
    [InlineData("2010-04-27", Verdict.Pass)] // sixteen on the very day
    [InlineData("2010-04-28", Verdict.Fail)]
    [InlineData("2008-02-29", Verdict.Pass)]
    public void Sixteen_full_years_on_the_day_that_registration_closes(string bornOn, Verdict expected) =>
        Assert.Equal(expected, Of(EligibilityRule.Age, Sound with { BornOn = DateOnly.Parse(bornOn, null) }).Verdict);

    [Theory]
    [InlineData("1975-04-28", Verdict.Pass)] // still fifty
    [InlineData("1975-04-27", Verdict.Fail)] // fifty-one today
    public void Not_more_years_than_the_rule_says(string bornOn, Verdict expected) =>
        Assert.Equal(expected, Eligibility.Of(new EntryRules { MostYears = 50 }, Sound with { BornOn = DateOnly.Parse(bornOn, null) }, Closes, null)[0].Verdict);

    /// <summary>
    /// The table of 2024: a man born in April 1966 retires at 60 and 4 months (16th birth month of the change, 16 / 4 = 4), a woman worker born
    /// in April 1976 at 50 and 8 months (16 / 2 = 8), a woman cadre born in April 1971 at 55 and 4 months.
    /// </summary>
    [Theory]
    [InlineData(Sex.Male, null, "1966-04-20", "2026-08-19", Verdict.Pass)]
    [InlineData(Sex.Male, null, "1966-04-20", "2026-08-20", Verdict.Fail)]
    [InlineData(Sex.Female, false, "1976-04-20", "2026-12-19", Verdict.Pass)]
    [InlineData(Sex.Female, false, "1976-04-20", "2026-12-20", Verdict.Fail)]
    [InlineData(Sex.Female, true, "1971-04-20", "2026-08-19", Verdict.Pass)]
    [InlineData(Sex.Female, true, "1971-04-20", "2026-08-20", Verdict.Fail)]
    [InlineData(Sex.Female, null, "1975-04-20", "2026-04-27", Verdict.Unknown)] // worker: 50 and 2 months, past; cadre: far off
    [InlineData(Sex.Female, null, "1990-04-20", "2026-04-27", Verdict.Pass)] // far off either way
    [InlineData(Sex.Unknown, null, "1966-04-20", "2026-04-27", Verdict.Unknown)]
    public void Before_the_legal_age_of_retirement_by_sex_and_cadre(Sex sex, bool? cadre, string bornOn, string day, Verdict expected)
    {
        var facts = Sound with { Sex = sex, IsCadre = cadre, BornOn = DateOnly.Parse(bornOn, null) };
        Assert.Equal(expected, Eligibility.Of(new EntryRules(), facts, DateOnly.Parse(day, null), null).Single(f => f.Rule is EligibilityRule.Retirement).Verdict);
    }

    [Theory]
    [InlineData("2025-11-01", Verdict.Pass, 6)] // November to April
    [InlineData("2025-12-01", Verdict.Fail, 5)]
    [InlineData("2026-06-01", Verdict.Fail, 0)]
    public void Six_months_of_local_insurance(string since, Verdict expected, int months)
    {
        var finding = Of(EligibilityRule.Insurance, Sound with { InsuredSince = DateOnly.Parse(since, null) });
        Assert.Equal((expected, months), (finding.Verdict, finding.Found));
    }

    [Fact]
    public void What_nobody_knows_is_for_a_person_to_look_at()
    {
        var unknown = Sound with { InsuredSince = null, Titles = null, Level = null, CleanRecordStated = false };
        var findings = Eligibility.Of(new EntryRules { FewestLevel = "L4" }, unknown, Closes, Middle);

        Assert.Equal(
            [EligibilityRule.Insurance, EligibilityRule.Title, EligibilityRule.Level, EligibilityRule.CleanRecord],
            findings.Where(f => f.Verdict is Verdict.Unknown).Select(f => f.Rule));
        Assert.Equal(Verdict.Unknown, Eligibility.Worst(findings));
    }

    [Fact]
    public void A_title_bars_and_is_named()
    {
        var finding = Of(EligibilityRule.Title, Sound with { Titles = ["杭州市技术能手"] });
        Assert.Equal((Verdict.Fail, "title.holds", "杭州市技术能手"), (finding.Verdict, finding.Reason, finding.Parts[0]));
    }

    [Fact]
    public void Another_event_of_the_contest_and_a_fourth_place_of_the_unit_fail()
    {
        Assert.Equal(Verdict.Fail, Of(EligibilityRule.OneEvent, Sound with { OtherEvents = ["电工"] }).Verdict);
        Assert.Equal(Verdict.Pass, Of(EligibilityRule.UnitPlaces, Sound with { PlaceInUnit = 3 }).Verdict);
        Assert.Equal(Verdict.Fail, Of(EligibilityRule.UnitPlaces, Sound with { PlaceInUnit = 4 }).Verdict);
    }

    [Fact]
    public void A_level_below_the_least_fails() =>
        Assert.Equal(Verdict.Fail, Eligibility.Of(new EntryRules { FewestLevel = "L3" }, Sound with { Level = Middle }, Closes, Senior).Single(f => f.Rule is EligibilityRule.Level).Verdict);

    private static Finding Of(EligibilityRule rule, EntrantFacts facts) => Eligibility.Of(new EntryRules(), facts, Closes, null).Single(f => f.Rule == rule);

    private static object? Found(IReadOnlyList<Finding> findings, EligibilityRule rule) => findings.Single(f => f.Rule == rule).Found;
}
