using Competitions.Results;

namespace Competitions.Web.Results.Appeals;

/// <summary>Kinds, stages and outcomes as they are said on the screen.</summary>
public static class AppealWords
{
    public static string Name(this AppealKind kind) => kind switch
    {
        AppealKind.Equipment => "设备、工具、材料或软件不符合规定",
        AppealKind.Judging => "评判、计分不公",
        _ => "工作人员违规",
    };

    public static string Name(this AppealStage stage) => stage switch
    {
        AppealStage.Filed => "已提交",
        AppealStage.Refused => "不予受理",
        AppealStage.Accepted => "复议中",
        AppealStage.Found => "待送达",
        AppealStage.Delivered => "已送达",
        AppealStage.Escalated => "二级仲裁",
        AppealStage.Ruled => "裁决待送达",
        AppealStage.Final => "终局",
        _ => "已撤回",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this AppealStage stage) => stage switch
    {
        AppealStage.Filed or AppealStage.Escalated => "st-warn",
        AppealStage.Accepted or AppealStage.Found or AppealStage.Ruled => "st-run",
        AppealStage.Delivered or AppealStage.Final => "st-ok",
        _ => "st-off",
    };

    public static string Name(this AppealMove move) => move switch
    {
        AppealMove.File => "提出申诉",
        AppealMove.Accept => "受理",
        AppealMove.Refuse => "不予受理",
        AppealMove.Find => "复议结论",
        AppealMove.Deliver => "送达签收",
        AppealMove.Escalate => "提交二级仲裁",
        AppealMove.Rule => "终局裁决",
        _ => "撤回",
    };

    public static string Name(this AppealOutcome outcome) => outcome switch
    {
        AppealOutcome.Upheld => "维持原成绩",
        AppealOutcome.Corrected => "更正",
        AppealOutcome.Repeated => "重赛",
        AppealOutcome.Cancelled => "取消成绩",
        _ => "—",
    };

    public static string Name(this SlipStage stage) => stage switch { SlipStage.Drawn => "待监督签字", SlipStage.Applied => "已生效", _ => "已作废" };

    public static string Mark(this SlipStage stage) => stage switch { SlipStage.Drawn => "st-warn", SlipStage.Applied => "st-ok", _ => "st-off" };
}
