namespace Competitions.Web.Innovations;

internal static class ProposalsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["proposal.title-missing"] = "请填写建议名称，4 到 {0} 个字。",
        ["proposal.problem-missing"] = "请写明现状与问题，10 到 {0} 个字。",
        ["proposal.measures-missing"] = "请写明改进措施，10 到 {0} 个字。",
        ["proposal.category-missing"] = "请从列表里选择类别。",
        ["proposal.worker-unknown"] = "本单位职工里没有这个姓名，请核对；新职工先在职工名册登记。",
        ["proposal.worker-ambiguous"] = "本单位有 {0} 名职工叫这个名字，请选择是哪一位。",
        ["proposal.no-unit"] = "您现在没有所在单位的会籍，建议无处可交；请先请所在工会登记会籍。",
        ["proposal.move-not-allowed"] = "这件建议现在不能这样办理，可能别人刚刚办理过，请刷新。",
        ["proposal.own"] = "这是您本人的建议，请由本单位其他经办人办理。",
        ["proposal.not-yours"] = "只有建议人本人可以撤回。",
        ["proposal.department-missing"] = "请填写评估部门，不超过 60 个字。",
        ["proposal.opinion-missing"] = "请填写评估意见，4 到 {0} 个字。",
        ["proposal.answer-missing"] = "不采纳或只采纳一部分，请写明理由，4 到 {0} 个字，建议人看得到。",
        ["proposal.responsible-missing"] = "请填写实施责任人，不超过 60 个字。",
        ["proposal.planned-in-the-past"] = "请填写计划完成日期，不早于今天。",
        ["proposal.implemented-when"] = "开始使用的日期应在采纳（{0:yyyy-MM-dd}）以后，不晚于今天。",
        ["proposal.effect-missing"] = "请写明实施的效果，4 到 {0} 个字。",
        ["proposal.reward-outside"] = "按首年净效益所在的等级，奖金应在 {0:0.##} 到 {1:0.##} 元之间，最多两位小数。",
        ["proposal.converted-already"] = "这件建议已经转为五小成果，不能再转。",
        ["proposal.call-missing"] = "请从列表里选择申报批次；批次可能刚刚截止。",
        ["proposal.linked-already"] = "这两件建议已经关联。",
        ["proposal.linked-to-itself"] = "建议不能和它自己关联，请选另一件。",
        ["proposal.paper-closed"] = "建议已经办结，不能再上传材料。",
        ["proposal.paper-title-missing"] = "请填写材料名称，不超过 40 个字。",
        ["proposal.paper-too-many"] = "一件建议最多 {0} 份材料。",
    };
}
