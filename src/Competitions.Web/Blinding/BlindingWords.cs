using Competitions.Blinding;

namespace Competitions.Web.Blinding;

public static class BlindingWords
{
    public static string Name(this DrawStage stage) => stage switch
    {
        DrawStage.Committed => "已承诺，待抽签",
        DrawStage.Drawn => "已抽签，待密封",
        DrawStage.Sealed => "已密封",
        DrawStage.Opened => "已解密",
        _ => "已重抽",
    };

    public static string Mark(this DrawStage stage) => stage switch
    {
        DrawStage.Committed => "st-wait",
        DrawStage.Drawn => "st-live",
        DrawStage.Sealed => "st-run",
        DrawStage.Opened => "st-ok",
        _ => "st-off",
    };

    public static string LayerName(int layer) => layer switch { 1 => "第一层 参赛编号", 2 => "第二层 赛位号", _ => "第三层 作品号" };

    /// <summary>What the two columns of a layer's record are.</summary>
    public static (string From, string To) Columns(int layer) => layer switch { 1 => ("选手", "参赛编号"), 2 => ("参赛编号", "赛位号"), _ => ("赛位号", "作品号") };
}
