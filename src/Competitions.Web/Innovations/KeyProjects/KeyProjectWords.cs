using Competitions.Innovations;

namespace Competitions.Web.Innovations.KeyProjects;

/// <summary>Key projects as they are said on the screen.</summary>
public static class KeyProjectWords
{
    public static string Name(this KeyProjectStage stage) => stage switch
    {
        KeyProjectStage.Cultivating => "培育中",
        KeyProjectStage.Correcting => "中期整改",
        KeyProjectStage.Advancing => "中期已通过",
        KeyProjectStage.Concluding => "待验收",
        KeyProjectStage.Concluded => "已结题",
        KeyProjectStage.Archived => "已归档",
        _ => "已终止",
    };

    public static string Mark(this KeyProjectStage stage) => stage switch
    {
        KeyProjectStage.Cultivating or KeyProjectStage.Advancing => "st-run",
        KeyProjectStage.Correcting => "st-warn",
        KeyProjectStage.Concluding => "st-wait",
        KeyProjectStage.Concluded => "st-ok",
        _ => "st-off",
    };

    public static string Name(this KeyProjectMove move) => move switch
    {
        KeyProjectMove.Found => "立项",
        KeyProjectMove.Continue => "中期通过",
        KeyProjectMove.Correct => "中期整改",
        KeyProjectMove.Resume => "整改完成",
        KeyProjectMove.Stop => "终止",
        KeyProjectMove.Apply => "申请结题",
        KeyProjectMove.Return => "结题退回",
        KeyProjectMove.Accept => "结题验收",
        _ => "归档",
    };

    public static string Name(this KeyProjectGrade grade) => grade switch
    {
        KeyProjectGrade.Excellent => "优秀",
        KeyProjectGrade.Passed => "合格",
        _ => "不合格",
    };

    public static string Plain(this decimal value) => value.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture);
}
