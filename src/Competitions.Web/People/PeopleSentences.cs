namespace Competitions.Web.People;

internal static class PeopleSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["organisation.code-missing"] = "请填写组织编码，不超过 32 个字符。",
        ["organisation.name-missing"] = "请填写组织名称，不超过 100 个字。",
        ["organisation.ends-before-it-begins"] = "终止日期不能早于开始日期。",
        ["organisation.not-yet-stored"] = "请先保存组织，再设定它的上级。",
        ["organisation.below-itself"] = "上级不能是它自己或它的下级，请另选上级。",
        ["organisation.below-a-smaller-one"] = "上级的层级应高于或等于它，请另选上级。",
        ["organisation.renamed-before-last-rename"] = "启用日期应晚于上一次更名的日期。",
        ["organisation.merged-into-itself"] = "不能并入自己，请另选并入的组织。",
        ["worker.name-missing"] = "请填写姓名，不超过 200 个字。",
        ["membership.organisation-closed"] = "{0}在这一天不在有效期内，请选择有效的组织或日期。",
        ["membership.before-the-last-one"] = "加入日期应晚于现有会籍的开始日期。",
        ["membership.none-to-end"] = "没有可以终止的会籍，或终止日期早于加入日期。",
        ["duty.ends-before-it-begins"] = "结束日期不能早于开始日期。",
        ["duty.already-ended"] = "这项职责已经结束，不能延后。请另行授予。",
        ["duty.needs-an-event"] = "这项职责须指定赛项。",
        ["duty.needs-an-organisation"] = "这项职责须指定组织。",
        ["consent.already-withdrawn"] = "这项同意已经撤回。",
        ["slip.used"] = "这张激活单已经用过，请直接登录，或请工会重新开具。",
        ["slip.expired"] = "这张激活单已过有效期，请工会重新开具。",
    };
}
