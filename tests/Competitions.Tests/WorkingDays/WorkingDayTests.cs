using System.Globalization;
using System.Runtime.CompilerServices;
using Competitions.WorkingDays;

namespace Competitions.Tests.WorkingDays;

public class WorkingDayTests
{
    private static readonly WorkingDay Calendar = new(Arrangement(Path.Combine(Root(), "seed", "reference", "calendar.csv")));

    // Counted by finger on the printed arrangements of the State Council.
    [Theory]
    [InlineData("2025-09-26", 1, "2025-09-28")] // Friday; the Sunday is a make-up day of 国庆
    [InlineData("2025-09-26", 3, "2025-09-30")]
    [InlineData("2025-09-30", 1, "2025-10-09")] // eight days off in a row
    [InlineData("2025-09-30", 3, "2025-10-11")] // 9, 10 and the Saturday 11, a make-up day
    [InlineData("2025-09-30", 5, "2025-10-14")]
    [InlineData("2026-02-13", 1, "2026-02-14")] // the Saturday before 春节 is worked
    [InlineData("2026-02-13", 2, "2026-02-24")] // 15 to 23 February off
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-13", 6, "2026-02-28")] // the Saturday after is worked too
    [InlineData("2026-02-13", 7, "2026-03-02")]
    [InlineData("2026-09-18", 5, "2026-09-24")] // Sunday 20 is worked for 国庆
    [InlineData("2026-09-24", 5, "2026-10-09")] // 中秋 25–27, then 28 29 30, 国庆 1–7, 8 9
    [InlineData("2026-09-30", 5, "2026-10-13")] // 8 9, Saturday 10 is worked, 12, 13
    [InlineData("2024-02-09", 5, "2024-02-22")] // 春节 10–17 February, Sunday 18 worked
    [InlineData("2024-04-26", 2, "2024-04-29")] // Sunday 28 April is worked
    [InlineData("2023-01-20", 3, "2023-01-30")] // 春节 21–27; Saturday 28 and Sunday 29 are worked
    [InlineData("2020-01-23", 1, "2020-02-03")] // prolonged to 2 February by the State Council
    [InlineData("2018-12-28", 1, "2018-12-29")] // a Saturday worked for the New Year
    [InlineData("2018-12-28", 2, "2019-01-02")]
    public void After_counts_make_up_days_and_leaves_out_holidays(string from, int count, string expected) =>
        Assert.Equal(Day(expected), Calendar.After(Day(from), count));

    [Fact]
    public void The_day_itself_is_not_counted() => Assert.Equal(Day("2026-06-02"), Calendar.After(Day("2026-06-01"), 1));

    [Fact]
    public void Counting_from_a_day_off_begins_with_the_next_working_day() =>
        Assert.Equal(Day("2026-10-08"), Calendar.After(Day("2026-10-03"), 1));

    [Fact]
    public void No_days_after_is_the_day_itself() => Assert.Equal(Day("2026-10-03"), Calendar.After(Day("2026-10-03"), 0));

    [Fact]
    public void Between_is_the_inverse_of_after() =>
        Assert.All(Enumerable.Range(1, 200), n => Assert.Equal(n, Calendar.Between(Day("2025-11-03"), Calendar.After(Day("2025-11-03"), n))));

    [Fact]
    public void A_count_that_runs_into_a_year_without_an_arrangement_says_so()
    {
        Assert.Equal(Day("2026-12-31"), Calendar.After(Day("2026-12-30"), 1));
        var no = Assert.Throws<Refusal>(() => Calendar.After(Day("2026-12-30"), 2));
        Assert.Equal("working-day.no-arrangement", no.Code);
        Assert.Equal([2027], no.Details);
    }

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Equal("working-day.count-negative", Assert.Throws<Refusal>(() => Calendar.After(Day("2026-06-01"), -1)).Code);

    [Theory]
    [InlineData(2018, 250)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_whole_year_has_the_working_days_counted_by_another_program(int year, int expected) =>
        Assert.Equal(expected, Calendar.Between(new DateOnly(year, 1, 1).AddDays(-1), new DateOnly(year, 12, 31)));

    [Fact]
    public void The_calendar_of_the_seed_is_the_published_one()
    {
        var published = Path.Combine(Environment.GetEnvironmentVariable("REAL_DATA") ?? Path.Combine(Root(), "..", "shared", "data"), "calendar", "china_holidays_2018-2026.csv");
        Assert.SkipUnless(File.Exists(published), "No real data beside the checkout.");
        Assert.Equal(Arrangement(published), Arrangement(Path.Combine(Root(), "seed", "reference", "calendar.csv")));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<CalendarDay> Arrangement(string file) =>
        from line in File.ReadAllLines(file).Skip(1)
        let cells = line.Split(',')
        select new CalendarDay(Day(cells[0]), Enum.Parse<CalendarDayKind>(cells[1], ignoreCase: true), cells[2]);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
