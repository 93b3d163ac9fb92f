using Competitions.Programmes;
using Competitions.Web.Shell;

namespace Competitions.Web.Programmes.Applications;

/// <summary>Who acts next on an application, and by when, as the page says it to this reader.</summary>
internal static class ApplicationNext
{
    /// <param name="due">Of the step of who runs or decides the call.</param>
    public static string? Of(ApplicationPlace place, DateTime? due)
    {
        var (a, call) = (place.Application, place.Call);
        var by = due is { } at ? $"，{at.InChina().Date().Iso()} 前" : "";
        return place.Shown switch
        {
            ApplicationStage.Draft => $"由{a.UnitName}提交，{call.ClosesAt.Moment()} 截止",
            ApplicationStage.Returned => $"由{a.UnitName}修改后再交，{call.RecommendBy.Moment()} 前审核并推荐",
            ApplicationStage.Submitted => $"由本单位审核{(call.Rules.UnitNoticeDays > 0 ? $"并公示 {call.Rules.UnitNoticeDays} 个工作日" : "")}，{call.RecommendBy.Moment()} 前推荐",
            ApplicationStage.UnitNoticed => $"公示期满由本单位审核，{call.RecommendBy.Moment()} 前推荐",
            ApplicationStage.UnitPassed => $"由 {a.RecommenderName} 推荐，{call.RecommendBy.Moment()} 截止",
            ApplicationStage.Recommended => $"由 {call.OrganisationName} 形式审查{by}",
            ApplicationStage.Correcting => $"由{a.UnitName}补正，{a.CorrectBy?.Iso()} 24:00 截止",
            ApplicationStage.Accepted => $"{call.RecommendBy.Moment()} 后由 {call.OrganisationName} 开始评审{by}",
            ApplicationStage.UnderReview => call.ReviewBy is { } last ? $"由专家评审，{last.Moment()} 截止" : "由专家评审",
            ApplicationStage.Selected => $"由 {call.OrganisationName} 领导小组审定{by}",
            ApplicationStage.Approved => $"由 {call.OrganisationName} 公示 {call.Rules.NoticeDays} 个工作日{by}",
            ApplicationStage.Noticed => $"公示期满无异议，由 {call.OrganisationName} 命名{by}",
            _ => null,
        };
    }
}
