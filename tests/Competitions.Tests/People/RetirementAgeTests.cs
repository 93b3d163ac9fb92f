using System.Globalization;
using Competitions.People;

namespace Competitions.Tests.People;

/// <summary>Rows of the three tables annexed to the decision of 2024-09-13.</summary>
public class RetirementAgeTests
{
    [Theory]
    [InlineData("1964-12-31", 60, 0)]
    [InlineData("1965-01-01", 60, 1)]
    [InlineData("1965-04-30", 60, 1)]
    [InlineData("1965-05-01", 60, 2)]
    [InlineData("1968-08-15", 60, 11)]
    [InlineData("1968-09-01", 61, 0)]
    [InlineData("1972-09-01", 62, 0)]
    [InlineData("1976-08-31", 62, 11)]
    [InlineData("1976-09-01", 63, 0)]
    [InlineData("1999-01-01", 63, 0)]
    public void Men_from_60_to_63_by_a_month_every_four(string born, int years, int months) =>
        Assert.Equal(new RetirementAge(years, months), RetirementAge.Of(Sex.Male, null, Day(born)));

    [Theory]
    [InlineData("1969-12-31", 55, 0)]
    [InlineData("1970-01-01", 55, 1)]
    [InlineData("1973-09-01", 56, 0)]
    [InlineData("1977-09-01", 57, 0)]
    [InlineData("1981-08-31", 57, 11)]
    [InlineData("1981-09-01", 58, 0)]
    public void Women_cadres_from_55_to_58_by_a_month_every_four(string born, int years, int months) =>
        Assert.Equal(new RetirementAge(years, months), RetirementAge.Of(Sex.Female, true, Day(born)));

    [Theory]
    [InlineData("1974-12-31", 50, 0)]
    [InlineData("1975-01-01", 50, 1)]
    [InlineData("1975-02-28", 50, 1)]
    [InlineData("1975-03-01", 50, 2)]
    [InlineData("1976-11-01", 51, 0)]
    [InlineData("1980-11-01", 53, 0)]
    [InlineData("1984-10-31", 54, 11)]
    [InlineData("1984-11-01", 55, 0)]
    public void Women_workers_from_50_to_55_by_a_month_every_two(string born, int years, int months) =>
        Assert.Equal(new RetirementAge(years, months), RetirementAge.Of(Sex.Female, false, Day(born)));

    [Fact]
    public void Where_nobody_said_whether_a_woman_is_cadre_the_later_age_counts() =>
        Assert.Equal(new RetirementAge(55, 1), RetirementAge.Of(Sex.Female, null, Day("1970-02-01")));

    [Fact]
    public void The_day_is_the_birthday_so_many_months_later() // published: born January 1965, retires February 2025
        => Assert.Equal(Day("2025-02-17"), RetirementAge.Of(Sex.Male, null, Day("1965-01-17")).ReachedOn(Day("1965-01-17")));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
