using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results;

/// <summary>违纪、申诉、更正单、回避申请 that wait for the caller's word, by event; one query for all of them.</summary>
public sealed class WaitingCases : IWaiting
{
    private enum Case
    {
        Violation,
        Appeal,
        Escalated,
        Receipt,
        Slip,
        Recusal,
    }

    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var me = duties.Account!;
        var (rules, arbitrates, decides) = (await Of(Policies.RuleOnViolations), await Of(Policies.Arbitrate), await Of(Policies.RuleOnAppeals));
        var (signs, files, appoints) = (await Of(Policies.SignSlips), await Of(Policies.FileAppeals), await Of(Policies.Appoint));
        if (!(rules.Any || arbitrates.Any || decides.Any || signs.Any || files.Any || appoints.Any))
        {
            return [];
        }

        var waiting = await (
            from found in Violations().Concat(Appeals(arbitrates.Events, Case.Appeal)).Concat(Appeals(decides.Events, Case.Escalated)).Concat(Receipts()).Concat(Slips()).Concat(Recusals())
            join of in db.Events on found.EventId equals of.Id
            group found by new { of.Code, of.Title, found.Case } into same
            select new { same.Key.Code, same.Key.Title, same.Key.Case, Count = same.Count(), Due = same.Min(f => f.Due) }).Take(50).ToListAsync();
        return waiting.Select(w => w.Case switch
        {
            Case.Violation => new WaitingItem("flag", $"{w.Title}：违纪登记待确认", "确认后处理才生效", null, $"{w.Count} 条", $"/events/{w.Code}/violations?stage=Registered", "确认"),
            Case.Appeal => new WaitingItem("scales", $"{w.Title}：申诉待答复", "受理并作出结论", w.Due, $"{w.Count} 件", $"/events/{w.Code}/appeals", "办理"),
            Case.Escalated => new WaitingItem("scales", $"{w.Title}：二级仲裁待裁决", "裁决为终局", null, $"{w.Count} 件", $"/events/{w.Code}/appeals", "裁决"),
            Case.Receipt => new WaitingItem("edit", $"{w.Title}：申诉结论待签收", "签收以后计算二级仲裁时限", null, $"{w.Count} 件", $"/events/{w.Code}/appeals", "签收"),
            Case.Recusal => new WaitingItem("people", $"{w.Title}：回避申请待处理", "处理以前不能编入裁判组", null, $"{w.Count} 件", $"/events/{w.Code}/judges", "处理"),
            _ => new WaitingItem("edit", $"{w.Title}：更正单待签字", "签字后记入账本", null, $"{w.Count} 张", $"/events/{w.Code}/correction-slips", "签字"),
        });

        async Task<(bool Any, IQueryable<int> Events)> Of(string policy)
        {
            var (events, paths) = (await duties.Events(policy), await duties.Paths(policy));
            var owned = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
            return (events.Count + paths.Count > 0, db.Events.Where(e => events.Contains(e.Id) || db.Contests.Any(c => c.Id == e.ContestId && owned.Contains(c.OrganisationId))).Select(e => e.Id));
        }

        IQueryable<Found> Violations() => db.Violations
            .Where(v => rules.Events.Contains(v.EventId) && v.Stage == ViolationStage.Registered && v.RecordedBy != me && v.Account != me)
            .Select(v => new Found { EventId = v.EventId, Case = Case.Violation, Due = null });

        IQueryable<Found> Appeals(IQueryable<int> at, Case of) => db.Appeals
            .Where(a => at.Contains(a.EventId) && a.FiledBy != me && (of == Case.Appeal ? a.Stage == AppealStage.Filed || a.Stage == AppealStage.Accepted : a.Stage == AppealStage.Escalated))
            .Select(a => new Found { EventId = a.EventId, Case = of, Due = a.AnswerDueAt });

        IQueryable<Found> Receipts() => db.Appeals
            .Where(a => a.FiledBy == me && (a.Stage == AppealStage.Found || a.Stage == AppealStage.Ruled))
            .Select(a => new Found { EventId = a.EventId, Case = Case.Receipt, Due = null });

        IQueryable<Found> Slips() => db.CorrectionSlips
            .Where(s => signs.Events.Contains(s.EventId) && s.Stage == SlipStage.Drawn && s.DrawnBy != me)
            .Select(s => new Found { EventId = s.EventId, Case = Case.Slip, Due = null });

        IQueryable<Found> Recusals() => db.Recusals
            .Where(r => appoints.Events.Contains(r.EventId) && r.Stage == RecusalStage.Asked && r.Account != me)
            .Select(r => new Found { EventId = r.EventId, Case = Case.Recusal, Due = null });
    }

    private sealed class Found
    {
        public int EventId { get; init; }
        public Case Case { get; init; }
        public DateTime? Due { get; init; }
    }
}
