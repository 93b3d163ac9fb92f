using Competitions.Results;

namespace Competitions.Web.Results.Violations;

/// <summary>Parts, effects and stages as they are said on the screen.</summary>
public static class ViolationWords
{
    public static string Name(this ViolationPart part) => part switch
    {
        ViolationPart.Competitor => "选手",
        ViolationPart.Judge => "裁判",
        _ => "赛务人员",
    };

    public static string Name(this ViolationEffect effect) => effect switch
    {
        ViolationEffect.Warning => "警告",
        ViolationEffect.PointsOff => "扣分",
        ViolationEffect.ModuleZero => "模块记零分",
        ViolationEffect.Cancelled => "取消成绩",
        ViolationEffect.Talk => "约谈",
        ViolationEffect.SevereWarning => "严重警告",
        _ => "仅记录",
    };

    public static string Name(this ViolationStage stage) => stage switch
    {
        ViolationStage.Registered => "待确认",
        ViolationStage.Confirmed => "已确认",
        _ => "已撤销",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this ViolationStage stage) => stage switch
    {
        ViolationStage.Registered => "st-warn",
        ViolationStage.Confirmed => "st-ok",
        _ => "st-off",
    };

    public static string Name(this ViolationMove move) => move switch
    {
        ViolationMove.Register => "登记",
        ViolationMove.Confirm => "确认",
        _ => "撤销",
    };

    /// <summary>扣 5.00 分.</summary>
    public static string InWords(this ViolationEffect effect, Points off) => effect is ViolationEffect.PointsOff ? $"扣 {off} 分" : effect.Name();
}
