namespace Competitions.Web.Results.Violations;

internal static class ViolationsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["violation.subject"] = "请写明是谁：选手写作品号、赛位或准考证号，裁判和赛务人员从名单里选择。",
        ["violation.effect"] = "这样的处理不适用于他：扣分、记零分、取消成绩只对选手，约谈、严重警告只对裁判和赛务人员。",
        ["violation.module"] = "请选择本赛项的模块；扣分和记零分必须写明是哪个模块。",
        ["violation.points"] = "扣分应大于 0，不超过该模块的满分 {0}；其他处理不填扣分。",
        ["violation.what-missing"] = "请写明经过，1 到 500 个字。",
        ["violation.in-future"] = "发生时间不能晚于现在。",
        ["violation.second-person"] = "须由登记人以外的另一人确认。",
        ["violation.own-case"] = "不能办理涉及自己的登记，请由监督仲裁或主办方办理。",
        ["violation.reason-missing"] = "请写明撤销的原因。",
        ["violation.move-not-allowed"] = "这条登记在当前状态下不能这样办理，可能别人刚刚办理过，请刷新。",
        ["violation.no-such-competitor"] = "本赛项没有“{0}”，请核对作品号、赛位或准考证号。",
        ["violation.not-only-one"] = "有 {1} 个赛位号都是“{0}”，请改写为“场次名称 赛位号”，如“第一场 101”。",
        ["violation.no-such-person"] = "所选人员不是本赛项在任的裁判或工作人员，请从列表里重新选择。",
    };
}
