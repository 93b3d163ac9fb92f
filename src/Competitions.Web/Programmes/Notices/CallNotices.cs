using System.Globalization;
using Competitions.Data;
using Competitions.Data.Notices;
using Competitions.Data.WorkingDays;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Notices;

/// <summary>From what the leading group approved to its public notice.</summary>
public sealed class CallNotices(CompetitionsDb db, CallDesk desk)
{
    /// <summary>Afterwards again, when the notice before was withdrawn. Call it in the queue of the call.</summary>
    /// <exception cref="Refusal">call.notice-stands, .nothing-selected, those of the period</exception>
    public async Task<PublicNotice> Give(Call call, NoticeText text, DateOnly? until, string by, DateTime at)
    {
        Refusal.Unless(await db.StandingNotice(NoticeOf.Call, call.Id) is null, "call.notice-stands");
        var listed = await Listed(call);
        call.GiveNotice(listed, by, at);
        var period = NoticePeriod.Of(at.InChina().Date(), call.Rules.NoticeDays, await db.WorkingDays(), until);
        var notice = new PublicNotice(new NoticeSource(NoticeOf.Call, call.Id), new NoticePublisher(call.OrganisationId, call.OrganisationName), text, await ListOf(call, listed), period, by, at);
        db.Add(notice);
        return notice;
    }

    public async Task<IReadOnlyList<Application>> Listed(Call call) =>
        [.. (await desk.Applications(call.Id, ApplicationStage.Approved, ApplicationStage.Noticed)).OrderBy(a => a.Rank).ThenBy(a => a.Id)];

    /// <summary>Names whole of those who agreed to be published, of all others by their first character (PIPL Art. 25).</summary>
    public async Task<NoticeList> ListOf(Call call, IReadOnlyList<Application> listed)
    {
        var workers = listed.SelectMany(a => a.People).Select(p => p.WorkerId).Distinct().ToList();
        var open = (await db.Consents.AsNoTracking().Where(c => c.Kind == ConsentKind.Publication && c.WithdrawnAt == null && workers.Contains(c.WorkerId)).Select(c => c.WorkerId).Distinct().ToListAsync()).ToHashSet();
        NoticeColumn[] columns = [new("序号"), new("名称"), new("申报单位"), new(call.Rules.Persons.Label, workers.Exists(w => !open.Contains(w))), new("推荐单位"), new("拟命名")];
        return new NoticeList(columns, [.. listed.Select((a, i) => (IReadOnlyList<string>)
        [
            (i + 1).ToString(CultureInfo.InvariantCulture), a.Title, a.UnitName, string.Join('、', a.People.OrderBy(p => p.Order).Select(p => open.Contains(p.WorkerId) ? p.Name : PersonName.Mask(p.Name))), a.RecommenderName, a.Grade ?? "",
        ])]).Trimmed();
    }
}
