namespace Competitions.Web.Contests.Entries;

internal static class EntriesSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["attachment.entry-submitted"] = "报名已提交，材料不能再增删；需要补正的，请审查人先退回。",
        ["attachment.title-missing"] = "请选择材料名称，不超过 40 个字。",
        ["attachment.too-many"] = "每份报名最多 {0} 份材料，请合并后上传。",
        ["entry.one-event-only"] = "{0}已报名本届“{1}”，一人只能报一个赛项。请先撤回那份报名，或换人。",
        ["entry.unit-places-used"] = "{0}在本赛项最多报 {1} 份，名额已用完。请先撤回一份再报。",
        ["entry.registration-not-open"] = "这个赛项没有在报名，现在不能报名或改报名。",
        ["entry.registration-closed"] = "报名已于 {0} 截止。",
        ["entry.not-your-worker"] = "人员中有不属于您单位的，请只选本单位在册职工。",
        ["entry.no-unit"] = "{0}还没有工会会籍，不能报名，请先在人员档案里登记单位。",
        ["entry.no-competitor"] = "请至少选一名选手。",
        ["entry.self-entry-off"] = "这个赛项不接受个人直接报名，请联系所在单位工会。",
        ["entry.self-entry-team"] = "团体组须由单位报名，请选择个人组或联系所在单位工会。",
        ["entry.not-yours"] = "这份报名现在不由您办理。",
        ["entry.no-free-place"] = "名额已满（{0} 个），这份报名可转候补。",
        ["entry.nothing-chosen"] = "请先在列表里勾选报名。",
        ["entry.substitution-closed"] = "开赛前一天起不再替换选手。",
        ["entry.already-submitted"] = "报名已提交，不能再改；需要修改请联系审核人退回。",
        ["entry.not-yet-withdrawable"] = "开赛后不能撤回报名。",
        ["entry.consents-complete"] = "选手都已同意，不用再登记。",
        ["entry.consent-text"] = "同意书文本已更新，请重新阅读后再同意。",
        ["entry.import-too-many"] = "一次最多导入 {0} 行，请分成几个文件。",
        ["entry.import-empty"] = "表里没有报名，请从表头下一行开始填写。",
        ["entry.import-role"] = "“{0}”不是选手、教练或领队。",
        ["entry.import-group"] = "请填写赛项的组别：{0}。",
    };
}
