using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Notices;
using Competitions.Data.WorkingDays;
using Competitions.Notices;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Contests.Moves;
using Competitions.Web.Results;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.OfEvent;

/// <summary>What a person decides about the notice of an event's results.</summary>
/// <param name="Until">A later end, or the end where the calendar of holidays does not reach; null for what the calendar says.</param>
/// <param name="MasksNames">Else whole names of those who agreed to be published; all others are masked in any case (PIPL Art. 25).</param>
public sealed record EventNoticeWish(NoticeText Text, DateOnly? Until, bool MasksNames);

/// <summary>From an event's published results to their public notice.</summary>
public sealed class EventNotices(CompetitionsDb db)
{
    /// <summary>With the event's move where it is still to come; afterwards again, when the notice before was withdrawn. Call it in the queue of the contest.</summary>
    /// <exception cref="Refusal">notice.not-announced, .stands-already, .empty, appeal.open, those of the period</exception>
    public async Task<PublicNotice> Give(Event of, Contest contest, EventNoticeWish wish, string by, DateTime at)
    {
        Refusal.Unless(of.Stage is EventStage.Announced or EventStage.Noticed, "notice.not-announced");
        Refusal.Unless(await db.StandingNotice(NoticeOf.EventResults, of.Id) is null, "notice.stands-already");
        var undecided = await db.Appeals.CountAsync(a => a.EventId == of.Id && AppealLifecycle.Undecided.Contains(a.Stage));
        Refusal.Unless(undecided == 0, "appeal.open", undecided);
        var period = NoticePeriod.Of(at.InChina().Date(), of.Rules.NoticeDays, await db.WorkingDays(), wish.Until);
        if (of.Stage is EventStage.Announced)
        {
            await db.Make(of, EventMove.GiveNotice, by, at);
        }

        var notice = new PublicNotice(
            new NoticeSource(NoticeOf.EventResults, of.Id), new NoticePublisher(contest.OrganisationId, contest.OrganisationName), wish.Text, await ListOf(of, wish.MasksNames), period, by, at);
        db.Add(notice);
        return notice;
    }

    /// <summary>The ranked lines of the published results of its last round, as the portal would show them.</summary>
    public async Task<NoticeList> ListOf(Event of, bool masksNames)
    {
        var last = of.Rounds.MaxBy(r => r.Order)!.Code;
        var results = await db.Results.AsNoTracking().Where(r => r.EventId == of.Id && r.Round == last && r.Stage == ResultStage.Published).OrderBy(r => r.Id).ToListAsync();
        var lines = results.SelectMany(r => r.Lines.Where(l => l.Rank is not null).OrderBy(l => l.Order).Select(l => (r.GroupName, Line: l))).ToList();
        var open = masksNames ? [] : await Open([.. lines.Select(l => l.Line)]);
        NoticeColumn[] columns =
        [
            new("组别"), new("名次"), new("参赛编号"), new("姓名", masksNames || lines.Exists(l => !open.Contains(l.Line.EntryId))), new("单位"), new("总成绩"), new("奖项"), new("拟授称号"), new("拟晋升等级"),
        ];
        return new NoticeList(columns, [.. lines.Select(l => Cells(results.Count > 1 ? l.GroupName : "", l.Line, !open.Contains(l.Line.EntryId), of.Rules.Places))]).Trimmed();
    }

    private static string[] Cells(string group, ResultLine line, bool masked, int places)
    {
        var names = masked ? string.Join('、', line.Names.Split('、').Select(PersonName.Mask)) : line.Names;
        return
        [
            group, line.Place(), line.Number, line.TeamName is { } team ? $"{team}（{names}）" : names, line.UnitName, line.Total.Value.ToString($"F{Math.Max(places, 0)}", CultureInfo.InvariantCulture), line.Won(),
            string.Join('、', line.Titles), string.Join('、', line.Levels),
        ];
    }

    /// <summary>Entries all of whose competitors agreed to be published, and did not take it back.</summary>
    private async Task<HashSet<int>> Open(IReadOnlyList<ResultLine> lines)
    {
        var (ids, workers) = (lines.Select(l => l.EntryId).ToList(), lines.SelectMany(l => l.Members).Select(m => m.WorkerId).Distinct().ToList());
        var agreed = await (
            from entry in db.Entries.AsNoTracking()
            where ids.Contains(entry.Id)
            from consent in entry.Consents
            where consent.Kind == ConsentKind.Publication
            select new { entry.Id, consent.WorkerId }).ToListAsync();
        var standing = (await db.Consents.AsNoTracking().Where(c => c.Kind == ConsentKind.Publication && workers.Contains(c.WorkerId)).Select(c => new { c.WorkerId, IsBack = c.WithdrawnAt != null }).ToListAsync()).ToLookup(c => c.WorkerId, c => c.IsBack);
        var known = agreed.Select(a => (a.Id, a.WorkerId)).ToHashSet();
        return [.. lines.Where(l => l.Members.Where(m => m.Role is EntryRole.Competitor).All(m => known.Contains((l.EntryId, m.WorkerId)) && (!standing[m.WorkerId].Any() || standing[m.WorkerId].Contains(false)))).Select(l => l.EntryId)];
    }
}
