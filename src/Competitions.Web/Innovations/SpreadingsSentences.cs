namespace Competitions.Web.Innovations;

internal static class SpreadingsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["spreading.own-unit"] = "推广是指别的单位采用；本单位自己的应用写在申报里，不在这里登记。",
        ["spreading.adopter-missing"] = "请填写采用单位全称，2 到 100 个字。",
        ["spreading.adopter-unknown"] = "工会组织里没有“{0}”，请核对全称；确实不在本系统里的，勾选“系统外单位”并上传证明。",
        ["spreading.adopter-ambiguous"] = "有 {1} 个单位叫“{0}”，请填写单位编码。",
        ["spreading.adopted-already"] = "“{0}”采用这项成果已经登记过；效益变化请在原记录里更正。",
        ["spreading.since-ahead"] = "请填写开始采用的日期，不晚于今天。",
        ["spreading.site-missing"] = "请填写应用的车间或岗位，不超过 {0} 个字。",
        ["spreading.trained"] = "培训人数应是 0 到 {0} 的整数。",
        ["spreading.effect-long"] = "效果说明不超过 {0} 个字。",
        ["spreading.paper-missing"] = "填了经济效益，请上传效益证明（财务或计量依据）。",
        ["spreading.outside-paper"] = "采用单位不在本系统里，请上传它盖章的应用证明。",
        ["spreading.second-person"] = "登记、采用单位确认和区总确认应由不同的人办理。",
        ["spreading.reason-missing"] = "请写明原因，2 到 500 个字，登记单位看得到。",
        ["spreading.move-not-allowed"] = "这条推广记录现在不能这样办理，可能别人刚刚办理过，请刷新。",
    };
}
