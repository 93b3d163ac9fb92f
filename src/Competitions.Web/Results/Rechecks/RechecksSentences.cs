namespace Competitions.Web.Results.Rechecks;

internal static class RechecksSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["recheck.no-such-module"] = "请选择本赛项由裁判评分的模块。",
        ["recheck.nothing-marked"] = "这个模块还没有给分，不用复核。",
        ["recheck.not-locked"] = "这个模块还有评分单没有锁定，全部锁定以后才能复核。",
        ["recheck.one-live"] = "这个模块已经抽取过复核作品，不能另抽一次。",
        ["recheck.codes-open"] = "编码已经解密，不能再复核；此后的差错按申诉和更正单办理。",
        ["recheck.none-chosen"] = "请选择核对无误的作品。",
        ["recheck.not-drawn"] = "这件作品不在复核范围里，请从名单里选择。",
        ["recheck.own-mark"] = "您给作品 {0} 打过分，须由没有给过分的监督人员复核。",
        ["recheck.same-value"] = "复核得分与原得分 {0} 相同；核对无误的，请点“核对无误”。",
        ["recheck.value"] = "复核得分应在 0 到 {0} 之间。",
        ["recheck.reason-missing"] = "请写明差错在哪里，4 到 {0} 个字。",
        ["recheck.unsettled"] = "还有 {0} 件没有办结（{1}）。都核对无误，差错都更正以后才能完成复核。",
        ["recheck.move-not-allowed"] = "复核在当前状态下不能这样办理，可能别人刚刚办理过，请刷新。",
        ["result.recheck-open"] = "{0}的成绩复核还没有完成，监督签字以后才能发布。",
        ["day-sheet.codes-open"] = "编码已经解密，评分单不能再解锁；差错用更正单更正。",
    };
}
