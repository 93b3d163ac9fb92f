using Competitions.Innovations;

namespace Competitions.Web.Innovations.Patents;

/// <summary>Kinds, stages and moves as they are said on the screen.</summary>
public static class PatentWords
{
    public static string Name(this PatentKind kind) => kind switch
    {
        PatentKind.Invention => "发明",
        PatentKind.UtilityModel => "实用新型",
        PatentKind.Design => "外观设计",
        _ => "软件著作权",
    };

    public static string Name(this PatentStage stage) => stage switch
    {
        PatentStage.Filed => "申请中",
        PatentStage.Published => "已公开",
        PatentStage.Examined => "实质审查",
        PatentStage.Granted => "已授权",
        PatentStage.Refused => "已驳回",
        PatentStage.Withdrawn => "视为撤回",
        PatentStage.Lapsed => "已失效",
        _ => "宣告无效",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this PatentStage stage) => stage switch
    {
        PatentStage.Filed => "st-wait",
        PatentStage.Published or PatentStage.Examined => "st-run",
        PatentStage.Granted => "st-ok",
        PatentStage.Refused or PatentStage.Invalid => "st-bad",
        _ => "st-off",
    };

    public static string Name(this PatentMove move) => move switch
    {
        PatentMove.File => "申请",
        PatentMove.Publish => "公开",
        PatentMove.Examine => "进入实审",
        PatentMove.Grant => "授权",
        PatentMove.Refuse => "驳回",
        PatentMove.Withdraw => "视为撤回",
        PatentMove.Lapse => "失效",
        _ => "宣告无效",
    };

    public static bool NeedsReason(this PatentMove move) => move is PatentMove.Refuse or PatentMove.Withdraw or PatentMove.Lapse or PatentMove.Invalidate;
}
