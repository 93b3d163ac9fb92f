using Competitions.Studios;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Studios;

/// <summary>Studios as they are said on the screen.</summary>
public static class StudioWords
{
    private static readonly Dictionary<string, string> Conditions = new()
    {
        ["leader"] = "领衔人技能等级在高级工以上", ["team"] = "团队人数", ["place"] = "有固定场所", ["papers"] = "有制度", ["funds"] = "当年有经费", ["topics"] = "当年有攻关课题",
    };

    public static string Name(this StudioLevel level) => level switch { StudioLevel.District => "区级", StudioLevel.City => "市级", StudioLevel.Province => "省级", _ => "全国" };

    public static string Name(this StudioStage stage) => stage switch { StudioStage.Running => "运行", StudioStage.Rectifying => "限期整改", StudioStage.Withdrawn => "已摘牌", _ => "已注销" };

    public static string Mark(this StudioStage stage) => stage switch { StudioStage.Running => "st-ok", StudioStage.Rectifying => "st-warn", StudioStage.Withdrawn => "st-bad", _ => "st-off" };

    public static string Name(this StudioMove move) => move switch { StudioMove.Rectify => "限期整改", StudioMove.Recover => "恢复运行", StudioMove.Withdraw => "摘牌", _ => "注销" };

    public static string Name(this StudioGrade grade) => grade switch { StudioGrade.Excellent => "优秀", StudioGrade.Qualified => "合格", _ => "不合格" };

    public static string Mark(this StudioGrade grade) => grade switch { StudioGrade.Excellent => "st-gold", StudioGrade.Qualified => "st-ok", _ => "st-bad" };

    public static string Name(this AssessmentStage stage) => stage switch
    {
        AssessmentStage.Reporting => "自评中",
        AssessmentStage.Submitted => "待考核",
        AssessmentStage.Assessed => "已考核",
        AssessmentStage.Failed => "限期整改",
        AssessmentStage.Corrected => "整改待复核",
        AssessmentStage.Passed => "复核合格",
        _ => "复核不合格",
    };

    public static string Mark(this AssessmentStage stage) => stage switch
    {
        AssessmentStage.Reporting => "st-draft",
        AssessmentStage.Submitted or AssessmentStage.Corrected => "st-run",
        AssessmentStage.Assessed or AssessmentStage.Passed => "st-ok",
        AssessmentStage.Failed => "st-warn",
        _ => "st-bad",
    };

    public static string Name(this AssessmentMove move) => move switch
    {
        AssessmentMove.Submit => "提交自评",
        AssessmentMove.Return => "退回补充",
        AssessmentMove.Assess => "考核",
        AssessmentMove.Fail => "考核不合格，限期整改",
        AssessmentMove.Correct => "报告整改",
        AssessmentMove.Pass => "复核合格",
        _ => "复核不合格",
    };

    public static string Name(this TopicStage stage) => stage switch { TopicStage.Open => "进行中", TopicStage.Done => "已完成", _ => "已终止" };

    public static string Mark(this TopicStage stage) => stage switch { TopicStage.Open => "st-run", TopicStage.Done => "st-ok", _ => "st-off" };

    public static string Name(this ActivityKind kind) => kind switch { ActivityKind.Meeting => "活动", ActivityKind.Training => "培训", ActivityKind.Service => "志愿服务", _ => "参观接待" };

    public static string Name(this StudioCondition condition) => Conditions[condition.Code];

    public static string Money(this decimal yuan) => yuan.ToString("#,0.00", System.Globalization.CultureInfo.InvariantCulture);

    public static IReadOnlyList<SelectListItem> Choices<T>(Func<T, string> name, string? first = null) where T : struct, Enum =>
        [.. first is null ? Array.Empty<SelectListItem>() : [new SelectListItem(first, "")], .. Enum.GetValues<T>().Select(v => new SelectListItem(name(v), $"{v}"))];
}
