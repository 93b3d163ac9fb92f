using Competitions.Results;

namespace Competitions.Web.Results.Rechecks;

/// <summary>Stages, states and reasons as they are said on the screen.</summary>
public static class RecheckWords
{
    public static string Name(this RecheckStage stage) => stage switch { RecheckStage.Checking => "复核中", RecheckStage.Finished => "已完成", _ => "已作废" };

    public static string Mark(this RecheckStage stage) => stage switch { RecheckStage.Checking => "st-run", RecheckStage.Finished => "st-ok", _ => "st-off" };

    public static string Name(this RecheckFor why) => why switch { RecheckFor.Top => "前列", RecheckFor.Sample => "抽中", RecheckFor.Risen => "更正后进入前列", _ => "全部复核" };

    public static string Name(this RecheckState state) => state switch
    {
        RecheckState.Open => "待复核",
        RecheckState.Right => "无误",
        RecheckState.Wrong => "待更正",
        RecheckState.Corrected => "已更正",
        _ => "须重新复核",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this RecheckState state) => state switch
    {
        RecheckState.Open => "st-run",
        RecheckState.Right or RecheckState.Corrected => "st-ok",
        RecheckState.Wrong => "st-bad",
        _ => "st-warn",
    };

    public static string Name(this RecheckMoved moved) => moved.Move switch
    {
        RecheckMove.Draw => "抽取复核作品",
        RecheckMove.Widen => $"差错 {moved.Why}，超过上限，改为全部复核",
        RecheckMove.Extend => "补充进入前列的作品",
        RecheckMove.Finish => "完成复核并签字",
        RecheckMove.Resume => $"更正单 {moved.Why} 生效，重新复核",
        _ => $"作废：{moved.Why}",
    };
}
