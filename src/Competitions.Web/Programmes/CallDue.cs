using Competitions.Data;
using Competitions.Data.Notices;
using Competitions.Data.WorkingDays;
using Competitions.Notices;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.WorkingDays;

namespace Competitions.Web.Programmes;

/// <summary>办理期限: by when who runs a call, or decides it, takes the step that stands now, so many working days after what it waited for. Told, and it refuses nothing.</summary>
/// <param name="MovedAt">The call's last move, UTC.</param>
/// <param name="NoticeEndsOn">Of the notice that runs; null while there is none.</param>
internal sealed record CallDue(CallStage Stage, DateTime RecommendBy, DateTime? ReviewBy, DateTime? MovedAt, DateOnly? NoticeEndsOn, int OfficeDays)
{
    /// <summary>The last minute of the day, UTC; null where no such step stands, and for a year whose holidays are not known.</summary>
    public DateTime? By(WorkingDay calendar)
    {
        try
        {
            return Since() is { } since ? calendar.After(since, OfficeDays).EndInChina() : null;
        }
        catch (Refusal)
        {
            return null; // who is told nothing is told nothing wrong
        }
    }

    public static async Task<DateTime?> Of(CompetitionsDb db, Call call)
    {
        var notice = call.Stage is CallStage.Noticed ? await db.StandingNotice(NoticeOf.Call, call.Id) : null;
        var due = new CallDue(call.Stage, call.RecommendBy, call.ReviewBy, call.History is [.., var last] ? last.At : null, notice?.EndsOn, call.Rules.OfficeDays);
        return due.Since() is null ? null : due.By(await db.WorkingDays());
    }

    private DateOnly? Since() => (Stage switch
    {
        CallStage.Published => RecommendBy,
        CallStage.Reviewing or CallStage.Pitching => ReviewBy,
        CallStage.Noticed when NoticeEndsOn is { } ends => ends.StartInChina(),
        CallStage.Ranked or CallStage.Approved or CallStage.Noticed => MovedAt,
        _ => null,
    })?.InChina().Date();
}
