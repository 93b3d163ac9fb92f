using Competitions.Contests;
using Competitions.Data;
using Competitions.Notices;
using Competitions.Web.Notices;
using Competitions.Web.Notices.Objections;
using Competitions.Web.Notices.OfEvent;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Public notices of the demo's results; to the one that runs now somebody has objected, and has his answer.</summary>
internal sealed class DemoNotices(CompetitionsDb db, FieldCipher cipher)
{
    /// <summary>Room for the longest holidays, where the calendar does not know them.</summary>
    private const int LongestDays = 18;

    /// <param name="isDisputed">Somebody objected to it.</param>
    /// <returns>When what it is about may be decided: the morning after its last day.</returns>
    public async Task<DateTime> Give(Event of, DateTime at, bool isDisputed)
    {
        var (contest, last) = (await db.Contests.SingleAsync(c => c.Id == of.ContestId), await db.CalendarDays.MaxAsync(d => d.On));
        var day = at.InChina().Date();
        var text = new NoticeText($"{contest.Name} {of.Title} 结果公示", "承办单位公示栏", "演示受理人 0571-00000000");
        var until = day.AddDays(LongestDays).Year > last.Year ? day.AddDays(LongestDays) : (DateOnly?)null;
        var notice = await new EventNotices(db).Give(of, contest, new EventNoticeWish(text, until, MasksNames: true), DemoContests.Officer, at);
        await db.SaveChangesAsync();
        if (isDisputed)
        {
            await Object(notice, at);
        }

        return notice.FreeOn.StartInChina().AddHours(9);
    }

    private async Task Object(PublicNotice notice, DateTime at)
    {
        var who = new Objector(cipher.Seal(ObjectionPages.Name, "演示异议人"), cipher.Seal(ObjectionPages.Phone, "13900000000"), "演示机电有限公司", NoticeWords.ConsentVersion);
        var objection = notice.Dispute(who, "第二名的实操用时与现场大屏显示的不一致，请核对计时记录。", "DEMQ7RECEP2T", at.InChina().Date(), at.AddHours(5));
        db.Add(objection);
        await db.SaveChangesAsync();
        objection.Answer(ObjectionOutcome.Rejected, "经调阅计时记录和现场录像，大屏显示的是暂停前的用时，成绩按恢复后的实际用时计算，与记录一致，名次不变。", DemoContests.Officer, at.AddHours(24));
        notice.Answered(objection, open: 0, DemoContests.Officer, at.AddHours(24));
        await db.SaveChangesAsync();
    }
}
