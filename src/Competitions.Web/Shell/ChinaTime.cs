using System.Globalization;

namespace Competitions.Web.Shell;

/// <summary>Instants are UTC in the database and China Standard Time on the screen; there has been no summer time since 1991.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan East8 = TimeSpan.FromHours(8);
    private static readonly string[] Weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>Today's date in China.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.UtcNow().InChina().Date();

    /// <summary>The wall clock of an instant.</summary>
    public static DateTime InChina(this DateTime utc) => DateTime.SpecifyKind(utc + East8, DateTimeKind.Unspecified);

    /// <summary>The instant at which the wall clock shows this.</summary>
    public static DateTime FromChina(this DateTime wall) => DateTime.SpecifyKind(wall - East8, DateTimeKind.Utc);

    public static DateTime StartInChina(this DateOnly day) => day.ToDateTime(TimeOnly.MinValue).FromChina();

    /// <summary>Its last minute.</summary>
    public static DateTime EndInChina(this DateOnly day) => day.AddDays(1).StartInChina().AddMinutes(-1);

    public static DateOnly Date(this DateTime wall) => DateOnly.FromDateTime(wall);

    /// <summary>2026-05-21 14:06.</summary>
    public static string Moment(this DateTime utc) => utc.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>14:06.</summary>
    public static string Clock(this DateTime utc) => utc.InChina().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>周四.</summary>
    public static string Weekday(this DateOnly day) => "周" + Weekdays[(int)day.DayOfWeek][^1];

    /// <summary>2026-05-21.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>5月21日.</summary>
    public static string MonthDay(this DateOnly day) => $"{day.Month}月{day.Day}日";

    /// <summary>2026年5月21日 星期四.</summary>
    public static string InWords(this DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日 {Weekdays[(int)day.DayOfWeek]}";
}
