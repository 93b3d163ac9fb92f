using Competitions.Innovations;

namespace Competitions.Web.Innovations.Needs;

/// <summary>揭榜挂帅 as it is said on the screen.</summary>
public static class NeedWords
{
    public static string Name(this NeedStage stage) => stage switch
    {
        NeedStage.Submitted => "待审核",
        NeedStage.Returned => "已退回",
        NeedStage.Published => "揭榜中",
        NeedStage.Chosen => "待签意向",
        NeedStage.Working => "实施中",
        NeedStage.Accepted => "已验收",
        NeedStage.Closed => "已办结",
        NeedStage.Lapsed => "流标",
        _ => "已撤回",
    };

    public static string Mark(this NeedStage stage) => stage switch
    {
        NeedStage.Submitted or NeedStage.Chosen => "st-wait",
        NeedStage.Published or NeedStage.Working => "st-run",
        NeedStage.Accepted or NeedStage.Closed => "st-ok",
        NeedStage.Returned => "st-bad",
        _ => "st-off",
    };

    public static string Name(this NeedMove move) => move switch
    {
        NeedMove.Submit => "提出需求",
        NeedMove.Publish => "审核发布",
        NeedMove.Return => "退回",
        NeedMove.Resubmit => "更正再报",
        NeedMove.Choose => "选定揭榜方",
        NeedMove.Sign => "签意向",
        NeedMove.Accept => "验收评价",
        NeedMove.Close => "办结",
        NeedMove.Lapse => "流标",
        _ => "撤回",
    };

    public static string Name(this ClaimStage stage) => stage switch
    {
        ClaimStage.Standing => "已揭榜",
        ClaimStage.Chosen => "被选定",
        ClaimStage.Declined => "未选定",
        _ => "已撤回",
    };

    public static string Mark(this ClaimStage stage) => stage switch
    {
        ClaimStage.Standing => "st-run",
        ClaimStage.Chosen => "st-ok",
        _ => "st-off",
    };
}
