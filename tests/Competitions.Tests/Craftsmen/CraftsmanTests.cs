using Competitions.Craftsmen;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Tests.Programmes;

namespace Competitions.Tests.Craftsmen;

/// <summary>余杭工匠 2018 (craftsmen.md §9.1): age, years, front line, any of five; a high place waives the years and nothing else.</summary>
public class CraftsmanTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void Eight_years_in_the_trade_and_one_condition_are_enough() => Assert.Empty(Found(since: 2018));

    [Fact]
    public void Seven_years_are_not() => Assert.Equal(["craftsman.years"], Blocking(Found(since: 2019)));

    [Theory]
    [InlineData(OrganisationLevel.National, 10, true)]
    [InlineData(OrganisationLevel.National, 11, false)]
    [InlineData(OrganisationLevel.Province, 8, true)]
    [InlineData(OrganisationLevel.Province, 9, false)]
    [InlineData(OrganisationLevel.City, 1, false)]
    public void A_national_or_provincial_place_waives_the_years_alone(OrganisationLevel level, int rank, bool waives)
    {
        var prize = new HeldHonour("一等奖", level, 2025, rank, true, "技能大赛");
        Assert.Equal(!waives, Blocking(Found(since: 2022, honours: prize)).Contains("craftsman.years"));

        // it does not waive the age
        Assert.Contains("craftsman.too-old", Blocking(Found(since: 2022, bornOn: new DateOnly(1965, 3, 9), honours: prize)));
    }

    [Fact]
    public void A_title_is_no_place_at_a_contest() =>
        Assert.Contains("craftsman.years", Blocking(Found(since: 2022, honours: new HeldHonour("全国技术能手", OrganisationLevel.National, 2025, 1, false, "评选"))));

    [Theory]
    [InlineData(1965, 3, 10, "craftsman.too-old")] // 61 today
    [InlineData(1965, 3, 11, null)] // 60 until tomorrow
    public void Sixty_is_the_oldest_to_the_day(int year, int month, int day, string? code) =>
        Assert.Equal(code, Blocking(Found(since: 2010, bornOn: new DateOnly(year, month, day))).SingleOrDefault());

    [Fact]
    public void Who_is_no_member_or_off_the_front_line_is_not_recommended()
    {
        Assert.Equal(["craftsman.not-member"], Blocking(Found(since: 2010, member: false)));
        Assert.Equal(["craftsman.not-front-line"], Blocking(Found(since: 2010, frontLine: "否")));
    }

    [Fact]
    public void Who_is_one_already_is_not_made_one_again() =>
        Assert.Equal(["craftsman.held"], Blocking(Found(since: 2010, honours: new HeldHonour("临平工匠", OrganisationLevel.District, 2024, null, false, ""))));

    [Fact]
    public void A_place_that_the_register_does_not_know_is_shown_to_the_reviewer() =>
        Assert.Contains(Found(since: 2010, condition: CraftsmanForm.CityContest), f => f is { Code: "craftsman.contest-unknown", IsBlocking: false });

    private static List<string> Blocking(List<Finding> found) => [.. found.Where(f => f.IsBlocking).Select(f => f.Code)];

    private static List<Finding> Found(int since, DateOnly? bornOn = null, bool member = true, string frontLine = "是", string condition = CraftsmanForm.Skill, params HeldHonour[] honours)
    {
        var call = Called.Call(Called.Rules with
        {
            Persons = new PersonsRule("推荐人选", 1, 1, false), Honour = new(Competitions.Honours.HonourKind.Title, HonouredAs.First, [new GradeRule("临平工匠")]),
            Numbers = new Dictionary<string, decimal> { ["oldest"] = 60, ["fewest-years"] = 8, ["national-rank"] = 10, ["province-rank"] = 8, ["city-rank"] = 3 },
        }, CraftsmanForm.Code);
        var made = Called.Draft(call);
        made.Write(call, made.Title, new Answers([new(CraftsmanForm.Since, [[$"{since}"]]), new("front-line", [[frontLine]]), new(CraftsmanForm.Conditions, [[condition]])]), [.. made.People]);
        var person = new PersonFacts(101, "沈嘉禾", Sex.Male, bornOn ?? new DateOnly(1990, 1, 1), member, 5, since, honours);
        return [.. new CraftsmanChecks().Of(made, call, new ApplicationFacts([person], [], []), Today)];
    }
}
