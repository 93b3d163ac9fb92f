namespace Competitions.Web.Innovations;

internal static class KeyProjectsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["key-project.rules"] = "重点创新项目的等次系数应从优秀到不合格递减，权重上限在 0 到 100 之间。",
        ["key-project.milestones-missing"] = "申报表里没有可用的里程碑，请先退回补正。",
        ["key-project.not-at-work"] = "项目不在培育阶段，不能报送里程碑。",
        ["key-project.no-milestone"] = "没有这个里程碑，请刷新。",
        ["key-project.done-ahead"] = "完成日期不能晚于今天。",
        ["key-project.done-early"] = "完成日期不能早于 {0} 年，请核对年份。",
        ["key-project.report-missing"] = "请写明完成情况，4 到 {0} 个字。",
        ["key-project.evidence-missing"] = "请上传佐证材料。",
        ["key-project.milestones-open"] = "还有 {0} 个里程碑没有报送，报齐后才能申请结题。",
        ["key-project.second-person"] = "申请结题的人不能验收，请由其他人办理。",
        ["key-project.reason-missing"] = "请写明意见，4 到 {0} 个字，对方看得到。",
        ["key-project.grade-missing"] = "请选择结题等次。",
        ["key-project.move-not-allowed"] = "这个项目现在不能这样办理，可能别人刚刚办理过，请刷新。",
    };
}
