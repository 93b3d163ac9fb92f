namespace Competitions.Web.Contests.Promotions;

internal static class PromotionsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["promotion.no-source"] = "请从列表里选择从哪里晋级：本赛项的前一轮、您看得到的已出成绩的赛项，或已采用的成绩单。",
        ["promotion.no-such-group"] = "赛项没有这个组别，请重新选择；同一赛项内晋级，组别不变。",
        ["promotion.no-such-round"] = "赛项没有这个轮次，请重新选择。",
        ["promotion.round-not-later"] = "只能晋级到“{0}”之后的轮次。",
        ["promotion.rule-empty"] = "请至少写一条：取前几名、按比例、每单位最多、最低总分，或各模块都要合格。",
        ["promotion.top"] = "名额应在 1 到 100000 之间。",
        ["promotion.share"] = "比例应大于 0，不超过 100%。",
        ["promotion.per-unit"] = "每单位人数应在 0 到 10000 之间。",
        ["promotion.fewest-mark"] = "最低总分应在 0 到 100000 之间。",
        ["promotion.reserves"] = "候补人数应在 0 到 500 之间。",
        ["promotion.nobody-ranked"] = "来源里还没有可排名的成绩。",
        ["promotion.results-pending"] = "“{0}”的成绩还不能使用：作品编号尚未解密。可待解密后再算，或导入成绩单。",
        ["promotion.unmarked"] = "来源里还有 {0} 份参赛报名没有成绩。请先补齐成绩，没有到场的记缺考，再计算名单。",
        ["promotion.team-size-differs"] = "来源是每队 {0} 人，这个组别每队 {1} 人，请换一个组别。",
        ["promotion.order-incomplete"] = "请给每个并列待定的人排一个先后，从 1 起，不能重复。",
        ["promotion.reason-missing"] = "请写明原因。",
        ["promotion.second-person"] = "名单须由计算人以外的另一人确认。",
        ["promotion.tie-undecided"] = "还有并列跨线的人没有排定先后，排定后才能确认。",
        ["promotion.nobody-goes"] = "按这条规则没有人晋级，请退回修改规则。",
        ["promotion.source-changed"] = "来源的成绩在计算之后有变动，请退回后重新计算。",
        ["promotion.move-not-allowed"] = "名单在当前状态下不能这样做，可能别人刚刚办理过，请刷新。",
        ["promotion.line-not-standing"] = "这一行现在没有占着晋级名额，可能别人刚刚办理过，请刷新。",
        ["promotion.no-free-place"] = "没有空出的晋级名额，有人放弃后才能递补。",
        ["promotion.not-next"] = "还没有轮到这一位，请按候补次序递补；单位名额已满的依次顺延。",
        ["promotion.not-published"] = "名单发布后才能办理。",
        ["promotion.no-such-line"] = "名单里没有这一行，请刷新。",
        ["promotion.event-not-open"] = "赛项在报名或资格审查阶段才能生成报名，请先开放报名。",
        ["promotion.cut-off-passed"] = "已过递补截止：开赛前一天起（轮次开赛后）不再递补。",
        ["promotion.entries-begun"] = "名单里已有 {0} 人签到参赛，不能再撤回整份名单；个别情况请按放弃晋级办理。",
        ["promotion.no-such-worker"] = "职工名册里没有这个证件号码的人，请先由所在单位登记，再点“生成报名”。",
        ["promotion.not-in-scope"] = "{0}现在的会籍不在主办方范围内，不能报名。",
        ["promotion.already-entered"] = "{0}已经报名本赛项。",
        ["promotion.already-promoted"] = "这份成绩已由另一份名单晋级到本赛项。",
        ["promotion.no-place"] = "赛项名额 {0} 个已满。",
        ["promotion.barred"] = "按报名条件不能参赛：{0}。",
        ["promotion.no-longer-taking-part"] = "这份报名现在是“{0}”，不再参赛。",
    };
}
