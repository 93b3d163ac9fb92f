namespace Competitions.Web.Results.Appeals;

internal static class AppealsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["appeal.no-such-module"] = "请选择本赛项的模块。",
        ["appeal.no-such-entry"] = "只能为本队选手提出申诉，请从名单里选择。",
        ["appeal.not-ended"] = "这名选手的这个模块还没有结束；结束后 {0} 分钟以内提出。",
        ["appeal.too-late"] = "申诉时限已过：该选手的场次于 {0} 结束，{1} 分钟以内受理，{2} 截止。",
        ["appeal.facts-missing"] = "请写明事实、时间、涉及的人和证据，10 到 {0} 个字。",
        ["appeal.move-not-allowed"] = "这件申诉在当前状态下不能这样办理，可能别人刚刚办理过，请刷新。",
        ["appeal.judge-of-event"] = "您在本赛项担任裁判，不能办理申诉，请由未执裁的监督仲裁人员办理。",
        ["appeal.own-unit"] = "您与申诉选手同一单位，应当回避，请由另一人办理。",
        ["appeal.reason-missing"] = "请写明理由，4 到 {0} 个字。",
        ["appeal.outcome-missing"] = "请选择结论：维持、更正、重赛或取消成绩。",
        ["appeal.finding-missing"] = "请写明复议或裁决的依据和结论，4 到 {0} 个字。",
        ["appeal.not-yours"] = "只有提出申诉的领队可以签收、撤回或提交二级仲裁。",
        ["appeal.second-too-late"] = "二级仲裁应在送达后 {1} 分钟以内提出，已于 {0} 截止。",
        ["appeal.second-person"] = "二级仲裁须由办理一级复议以外的人裁决。",
        ["appeal.open"] = "还有 {0} 件申诉没有办结，办结并送达后才能公示结果。",
        ["slip.same-value"] = "更正后的给分与现在的 {0} 相同，不用更正。",
        ["slip.reason-missing"] = "请写明更正的依据，4 到 500 个字。",
        ["slip.value"] = "更正后的给分不合规则：超出该项的范围，或不在给分步长上。",
        ["slip.second-person"] = "更正单须由裁判长以外的监督人员签字。",
        ["slip.own-mark"] = "您给过这项分，更正单须由没有给过这项分的监督人员签字。",
        ["slip.mark-moved"] = "这项给分在开单以后又有变动，请作废本单，按现在的给分重新开单。",
        ["slip.move-not-allowed"] = "这张更正单已经办理，请刷新。",
        ["slip.still-running"] = "这张评分单没有锁定，赛项也还在进行，请由裁判直接改分；锁定或结束以后才用更正单。",
        ["slip.no-mark"] = "请选择要更正的一项给分。",
        ["slip.no-such-finding"] = "复核里没有这件作品待更正的差错，可能已经更正，请刷新复核页。",
        ["slip.no-such-appeal"] = "没有这件申诉，或它的结论不是“更正”。",
    };
}
