namespace Competitions.Web.WorkingDays;

internal static class WorkingDaysSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["working-day.no-arrangement"] = "{0} 年的放假调休安排尚未录入，不能推算工作日；请等国务院办公厅公布并录入日历后再办。",
        ["working-day.count-negative"] = "工作日天数不能是负数（{0}），请填 0 或以上。",
    };
}
