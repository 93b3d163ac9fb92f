namespace Competitions.Web.Notices;

internal static class NoticesSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["notice.title-missing"] = "请填写公示标题，不超过 200 个字。",
        ["notice.contact-missing"] = "请填写异议受理人和电话或地址，不超过 200 个字。",
        ["notice.empty"] = "公示名单是空的：成绩发布、有了名次才能公示。",
        ["notice.days"] = "公示至少 1 个工作日，规则里现在是 {0}；请先改规则。",
        ["notice.end-too-early"] = "公示须满 {1} 个工作日，截止日期最早是 {0:yyyy-MM-dd}。",
        ["notice.no-objections-now"] = "公示期是 {0:yyyy-MM-dd} 至 {1:yyyy-MM-dd}，现在不受理对它的异议；可以向受理单位书面反映。",
        ["notice.withdrawn"] = "这次公示已经撤回，请按更正后的名单重新公示。",
        ["notice.objection-open"] = "还有异议没有答复，公示暂停；全部书面答复后才能办理下一步。",
        ["notice.still-running"] = "公示到 {0:yyyy-MM-dd} 为止，期满无异议、最早 {1:yyyy-MM-dd} 才能办理下一步。",
        ["notice.reason-missing"] = "请写明撤回的原因，公示页会显示。",
        ["notice.move-not-allowed"] = "这次公示现在不能这样办理，可能别人刚刚办理过，请刷新。",
        ["notice.stands-already"] = "这个赛项的结果正在公示，或已公示完毕；要重新公示，请先撤回。",
        ["notice.none"] = "结果还没有公示，或公示已撤回：请先公示，期满无异议后再认定。",
        ["notice.not-announced"] = "成绩发布以后才能公示，请先在赛项里发布成绩。",
        ["notice.not-closed"] = "公示期满且没有未答复的异议，才有公示无异议单。",
        ["objection.unit-missing"] = "请填写所在单位或住址，不超过 100 个字。",
        ["objection.text-missing"] = "请写明异议的事实和理由，10 到 {0} 个字。",
        ["objection.consent-missing"] = "请先阅读并同意个人信息处理说明。",
        ["objection.answered"] = "这件异议已经答复，不能再改；有新的情况请另行处理。",
        ["objection.outcome-missing"] = "请选择核查结论：成立或不成立。",
        ["objection.finding-missing"] = "请写明核查的经过和结论，10 到 {0} 个字；异议人凭回执号可见。",
        ["objection.view-reason-missing"] = "请选择查看电话的理由；选“其他”时要写明。",
    };
}
