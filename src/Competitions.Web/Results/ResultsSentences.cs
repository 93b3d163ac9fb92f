namespace Competitions.Web.Results;

internal static class ResultsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["result-check.nothing"] = "请选择成绩文件，或粘贴它的内容。",
        ["result-check.not-json"] = "这不是成绩文件（JSON，不超过 4 MB）。请从成绩页或成绩核验页下载后原样上传。",
        ["result-check.unknown"] = "本站没有发布过这样一份成绩。请核对文件是从本站下载的，并且是完整的。",
        ["result.no-such-round"] = "赛项没有这个轮次，请重新选择。",
        ["result.no-such-group"] = "赛项没有这个组别，请重新选择。",
        ["result.not-published"] = "只有已发布的成绩才能更正；未发布的请退回后重新计算。",
        ["result.corrects-another"] = "更正的必须是同一轮次、同一组别最近发布的成绩，请刷新。",
        ["result.reason-missing"] = "请写明原因。",
        ["result.second-person"] = "成绩须由计算人以外的另一人确认。",
        ["result.source-changed"] = "评分、违纪或报名在计算之后有变动，请退回后重新计算，再由另一人确认。",
        ["result.move-not-allowed"] = "成绩在当前状态下不能这样做，可能别人刚刚办理过，请刷新。",
        ["result.event-not-opened"] = "赛项解密后才能发布成绩。",
        ["result.codes-sealed"] = "作品编号尚未解密，只能按参赛编号预览；解密后再汇总成绩。",
        ["result.unmarked"] = "还有 {0} 份参赛报名没有评完（{1}）。请补齐评分，没有到场的记缺考，再汇总成绩。",
        ["result.nobody-ranked"] = "还没有可以排名的成绩。",
        ["result.one-pending"] = "这一轮次、组别已有一份成绩在办理，请先确认发布或作废。",
        ["result.published-already"] = "这一轮次、组别的成绩已经发布；如有差错，请从已发布的成绩点“更正”。",
        ["result.nothing-changed"] = "重新汇总的结果与已发布的成绩完全一样，没有要更正的内容。",
        ["result.no-such-number"] = "没有参赛编号 {0}，请核对并列先后。",
        ["result.number-twice"] = "并列先后里同一个参赛编号写了两次。",
        ["result.not-published-yet"] = "成绩发布后才能导出 JSON。",
        ["result.no-team-ranking"] = "还没有可以排名的团体：规则里设了团体计分的赛项，成绩发布后才有。",
        ["event.results-unpublished"] = "{0}的成绩还没有发布，各组成绩都发布后才能进入成绩发布阶段。",
        ["event.title-name"] = "称号名称应为 1 到 50 个字。",
        ["event.title-bands"] = "“{0}”的名额档次应从小到大，最后一档不写上限。",
        ["event.level-share"] = "晋升等级的比例应大于 0，不超过 100%。",
        ["event.team-points"] = "团体计分的人数应在 0 到 50 之间，积分至少写一项。",
    };
}
