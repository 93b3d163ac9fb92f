using Competitions.Notices;

namespace Competitions.Web.Notices;

/// <summary>Stages, outcomes and texts as they are said on the screen.</summary>
public static class NoticeWords
{
    /// <summary>A changed text is a new version; an objection names the one that was read.</summary>
    public const string ConsentVersion = "objection-2026-1";

    public const string Consent = "我同意受理单位为核查本异议处理我的姓名、电话和单位；这些信息加密保存，只有承办异议的人员可见，不公开，不转告被反映人。";

    public static string Name(this NoticeStage stage) => stage switch
    {
        NoticeStage.Running => "公示中",
        NoticeStage.Suspended => "异议核查中",
        NoticeStage.Closed => "公示无异议",
        _ => "已撤回",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this NoticeStage stage) => stage switch
    {
        NoticeStage.Running => "st-run",
        NoticeStage.Suspended => "st-warn",
        NoticeStage.Closed => "st-ok",
        _ => "st-off",
    };

    /// <summary>公示期满 is no stage: nobody needs to do anything for it.</summary>
    public static string Name(this NoticeStage stage, bool hasEnded) => stage is NoticeStage.Running && hasEnded ? "公示期满" : stage.Name();

    public static string Name(this NoticeMove move) => move switch
    {
        NoticeMove.Dispute => "收到异议，暂停",
        NoticeMove.Resume => "异议答复完毕",
        NoticeMove.Close => "公示期满无异议",
        _ => "撤回",
    };

    public static string Name(this ObjectionOutcome outcome) => outcome switch
    {
        ObjectionOutcome.Rejected => "异议不成立",
        ObjectionOutcome.Upheld => "异议成立",
        _ => "待核查",
    };

    public static string Mark(this ObjectionOutcome outcome) => outcome switch
    {
        ObjectionOutcome.Rejected => "st-ok",
        ObjectionOutcome.Upheld => "st-bad",
        _ => "st-warn",
    };
}
