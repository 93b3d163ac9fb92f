namespace Competitions.Web.Innovations;

internal static class PatentsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["patent.title-missing"] = "请填写专利名称，2 到 100 个字。",
        ["patent.owner-missing"] = "请按证书填写专利权人，2 到 100 个字。",
        ["patent.unit-missing"] = "请从列表里选择单位。",
        ["patent.inventors-missing"] = "请按证书的顺序填写发明人，至少一名，最多 {0} 名。",
        ["patent.inventor-twice"] = "同一名职工在发明人里出现了两次，请删去一个。",
        ["patent.inventor-ambiguous"] = "本单位有几名职工叫“{0}”，请在登记号里填写是哪一位：{1}。",
        ["patent.inventor-unknown"] = "“{0}”的登记号不是本单位这个姓名的职工，请核对；不是本单位职工的，登记号留空。",
        ["patent.applied-in-the-future"] = "申请日不能晚于今天。",
        ["patent.number-wrong"] = "申请号应是 12 位数字、一个点和一位校验码，如 201710601862.3；软件著作权填登记流水号。",
        ["patent.number-check"] = "申请号的校验码不对，请对照受理通知书，看哪一位抄错了。",
        ["patent.number-kind"] = "申请号里的种类和所选类型不一致：第五位 1、8 是发明，2、9 是实用新型，3 是外观设计。",
        ["patent.number-year"] = "申请号的前四位应是申请日的年份 {0}。",
        ["patent.registered-already"] = "申请号 {0} 已经登记过；共有的专利由一个单位登记。",
        ["patent.move-not-allowed"] = "这件专利现在不能这样办理，可能别人刚刚办理过，请刷新。",
        ["patent.not-for-kind"] = "只有发明有公开和实审，发明经过实审才能授权或驳回。",
        ["patent.day-wrong"] = "日期应不早于 {0:yyyy-MM-dd}，不晚于今天。",
        ["patent.paper-number-missing"] = "请填写公开号或授权公告号，6 到 30 个字符。",
        ["patent.reason-missing"] = "请写明原因，2 到 500 个字。",
        ["patent.no-fee-due"] = "这件专利现在没有待缴的年费。",
        ["patent.rewarded-already"] = "这件专利已经奖励过；每件专利只奖励一次。",
        ["patent.reward-not-granted"] = "已授权并且仍然有效的专利才能奖励。",
        ["patent.reward-kind"] = "按现行办法，这一类型不在奖励范围内，只奖励发明专利。",
        ["patent.reward-too-old"] = "按现行办法，只奖励 {0:yyyy-MM-dd} 以后授权的专利。",
        ["patent.reward-months"] = "按现行办法，奖励在每年 {0} 月办理，请到时再办。",
        ["patent.reward-inventor"] = "只奖励第一发明人，这件专利的第一发明人不在职工名册里，请先在名册登记。",
        ["patent.reward-front-line"] = "只奖励一线职工，第一发明人没有登记为一线。",
        ["patent.paper-title-missing"] = "请填写材料名称，不超过 40 个字。",
        ["patent.paper-too-many"] = "一件专利最多 {0} 份材料。",
        ["patent.link-unknown"] = "请从列表里选择本单位的成果和工作室。",
        ["patent.own"] = "第一发明人是您本人，请由其他经办人办理。",
    };
}
