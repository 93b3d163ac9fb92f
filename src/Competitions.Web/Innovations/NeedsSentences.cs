namespace Competitions.Web.Innovations;

internal static class NeedsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["need.title-missing"] = "请填写需求名称，4 到 60 个字。",
        ["need.field-missing"] = "请填写所属领域，不超过 40 个字。",
        ["need.problem-missing"] = "请写明要解决的问题，10 到 {0} 个字。",
        ["need.wanted-missing"] = "请写明要达到的结果和数据，10 到 {0} 个字。",
        ["need.reward"] = "奖金应是 0 到 1 亿元，最多两位小数；没有奖金填 0。",
        ["need.terms-long"] = "其他条件不超过 500 个字。",
        ["need.claim-by"] = "揭榜截止日期应不早于今天，在两年以内。",
        ["need.unit-missing"] = "请从列表里选择单位。",
        ["need.second-person"] = "提出需求的人不能审核发布，请由其他人办理。",
        ["need.too-late"] = "揭榜已在 {0:yyyy-MM-dd} 截止，或需求不在揭榜中。",
        ["need.federation"] = "发布需求的工会不揭榜，由企业和职工团队揭榜。",
        ["need.own"] = "本单位的需求由别的单位揭榜。",
        ["need.claimed-already"] = "贵单位已经揭过这个榜；要改方案，先撤回再揭。",
        ["need.claims-full"] = "一个需求最多 {0} 家揭榜。",
        ["need.team-missing"] = "请填写揭榜团队、工作室或个人，2 到 100 个字。",
        ["need.plan-missing"] = "请写明实施方案，10 到 {0} 个字。",
        ["need.days"] = "完成天数应是 1 到 1000 的整数。",
        ["need.no-claim"] = "请选择一个揭榜方。",
        ["need.claim-not-allowed"] = "这份揭榜现在不能这样办理，请刷新。",
        ["need.intent-missing"] = "请上传双方签订的意向书。",
        ["need.rating"] = "请评分，1 到 5 分。",
        ["need.reason-missing"] = "请写明理由，4 到 1000 个字，对方看得到。",
        ["need.move-not-allowed"] = "这个需求现在不能这样办理，可能别人刚刚办理过，请刷新。",
    };
}
