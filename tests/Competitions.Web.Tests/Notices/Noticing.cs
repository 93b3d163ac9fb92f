using Competitions.Notices;
using Competitions.People;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Notices;

/// <summary>The event WELD, its results published and under notice from Monday 1 June 2026; five working days end on Monday 8.</summary>
internal static class Noticing
{
    public const string Last = "2026-06-08";

    /// <summary>09:00 in China.</summary>
    public static readonly DateTime Monday = new(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>The last minute of the last day in China, and the first after it.</summary>
    public static readonly DateTime LastMinute = new(2026, 6, 8, 15, 59, 0, DateTimeKind.Utc);
    public static readonly DateTime Free = new(2026, 6, 8, 16, 0, 0, DateTimeKind.Utc);

    public static readonly (decimal, decimal)[] Ten = [.. Enumerable.Range(0, 10).Select(n => (90m - n, 95m - n))];

    public static readonly IReadOnlyDictionary<string, string> Complaint = new Dictionary<string, string>
    {
        ["Name"] = "顾异议", ["Phone"] = "13812345678", ["Unit"] = "运河钢构有限公司", ["Text"] = "第二名的实操用时与大屏显示的不一致，请核对计时记录。", ["Agrees"] = "true",
    };

    /// <summary>The organiser, who gave notice.</summary>
    public static async Task<Browser> Noticed(this App app, DateTime? on = null)
    {
        var organiser = await app.Announced(on);
        return await organiser.GiveNotice();
    }

    public static async Task<Browser> Announced(this App app, DateTime? on = null)
    {
        app.Clock.Stop(on ?? Monday);
        var organiser = await app.Opened(Ten);
        await app.Publish(organiser);
        return await (await organiser.Visit("/events/WELD")).Submit("#Announce");
    }

    public static async Task<Browser> GiveNotice(this Browser organiser, IReadOnlyDictionary<string, string>? fields = null) =>
        await (await organiser.Visit("/events/WELD/notice/new")).Submit("form#notice", fields);

    /// <summary>Filed by a stranger; his browser, with the receipt on its page.</summary>
    public static async Task<Browser> Object(this App app, int notice = 1, IReadOnlyDictionary<string, string>? fields = null) =>
        await (await app.Open().Visit($"/portal/notices/{notice}/objections/new")).Submit("form#objection", fields ?? Complaint);

    public static async Task<Browser> Answer(this App app, int objection, ObjectionOutcome outcome, string finding = "经调阅计时记录和现场录像，成绩与记录一致。") =>
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/objections/{objection}")).Submit("form#answer", new Dictionary<string, string> { ["Outcome"] = $"{outcome}", ["Finding"] = finding });

    public static Task<NoticeStage> StageOf(this App app, int notice = 1) => app.WithDb(db => db.PublicNotices.Where(n => n.Id == notice).Select(n => n.Stage).SingleAsync());
}
