using Competitions.Data;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios;

/// <summary>A unit's reports and rectifications, and invitations that its studios have not answered; what the federation has to assess and re-check. Two queries, none for who has no part in it.</summary>
public sealed class WaitingStudios : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var held = await duties.Held();
        if (!held.Any(d => d.Kind is DutyKind.EnterpriseOfficer or DutyKind.FederationOfficer))
        {
            return [];
        }

        var own = db.Organisations.Within(await duties.Paths(DutyKind.EnterpriseOfficer), o => o.Path).Select(o => o.Id);
        var named = db.Organisations.Within(await duties.Paths(Policies.NameStudios), o => o.Path).Select(o => o.Id);
        var sheets = await (
            from a in db.StudioAssessments
            join s in db.Studios on a.StudioId equals s.Id
            where (a.Stage == AssessmentStage.Reporting || a.Stage == AssessmentStage.Failed) && own.Contains(s.UnitId) || (a.Stage == AssessmentStage.Submitted || a.Stage == AssessmentStage.Corrected) && named.Contains(s.UnitId)
            orderby a.Year, s.Id
            select new { s.Id, s.Name, a.Year, a.Stage, a.RectifyBy }).ToListAsync();
        var asked = held.Any(d => d.Kind is DutyKind.EnterpriseOfficer) ? await (
            from alliance in db.StudioAlliances
            from member in alliance.Members
            where member.Stage == AllianceMemberStage.Invited && db.Studios.Any(s => s.Id == member.StudioId && own.Contains(s.UnitId))
            select new { alliance.Id, alliance.Name, Studio = member.Name }).ToListAsync() : [];
        return
        [
            .. sheets.GroupBy(s => s.Stage).Select(g => new WaitingItem(
                "studio", $"{(g.Count() == 1 ? g.First().Name : "创新工作室")}：{g.First().Year} 年考核{g.Key.Name()}", "", g.Min(s => s.RectifyBy)?.EndInChina(), $"{g.Count()} 个",
                $"/studios/{g.First().Id}/assessments/{g.First().Year}", g.Key switch { AssessmentStage.Reporting => "自评", AssessmentStage.Failed => "整改", AssessmentStage.Submitted => "考核", _ => "复核" })),
            .. asked.Select(a => new WaitingItem("studio", $"{a.Studio}：加入“{a.Name}”的邀请", "", null, "", $"/studio-alliances/{a.Id}", "答复")),
        ];
    }
}
