namespace Competitions.Web.Schemes;

internal static class SchemesSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["scheme.no-sheet"] = "文件里没有评分方案表。请用 CIS “Marking Scheme Import” 的版式，表头含 Sub Criterion ID 等列。",
        ["scheme.title"] = "请填写方案名称，不超过 200 个字。",
        ["scheme.no-aspects"] = "评分项 {0} 还没有评分点，请添加评分点或删去这一项。",
        ["scheme.codes"] = "评分项应为 A 到 Z，子项编码不能重复；请检查“{0}”。",
        ["scheme.too-large"] = "评分点、计算方式不超过 {0} 个，标准部分不超过 100 个。",
        ["scheme.most"] = "{0} 的满分应在 0 到 10000 之间。",
        ["scheme.text-too-long"] = "{0} 的文字不超过 {1} 个字。",
        ["scheme.no-such-calculation"] = "{0} 引用的计算方式不存在，请重新选择。",
        ["scheme.module"] = "评分项 {0} 只能安排到按“测量与评价”评分的模块，请重新选择。",
        ["scheme.reason-missing"] = "评分已经开始，方案已锁定。要改动须写明原因（200 字以内），改动会记为新版本。",
        ["scheme.marked"] = "成绩已经解密或赛项已结束，评分方案不能再改。有错请走更正或申诉。",
        ["scheme.no-aspect-modules"] = "赛项没有按“测量与评价”评分的模块。请先在赛项的模块里选这种评分方式。",
        ["scheme-form.description"] = "请填写评分点的内容。",
        ["scheme-form.most"] = "请填写 0 到 10000 之间的分值，最多四位小数。",
        ["scheme-form.day"] = "评分日请填写 1 到 99 的整数，不分天可不填。",
        ["scheme-form.section"] = "职业标准部分请填写 0 到 1000 的整数。",
        ["scheme-form.calculation"] = "选用的计算方式已经删去，请重新选择。",
        ["scheme-form.type"] = "请选择计算方式。",
        ["scheme-form.number"] = "请填写数值，最多八位小数；次数和间隔应大于 0，扣分不小于 0。",
        ["scheme-form.label"] = "请填写选项的文字，不超过 500 字，不含 #-#、#x~x# 和 :::。",
        ["scheme-form.choices"] = "按选项扣分至少要有一个选项。",
        ["scheme-form.ranges"] = "按区间扣分至少要有一个区间。",
        ["scheme-form.range"] = "区间的上限不能小于下限。",
        ["scheme-form.meanwhile"] = "您编写期间别人保存了方案，您填写的内容都还在下面。请先看不同之处，再决定是否保存。",
        ["scheme-upload.no-file"] = "请选择评分方案的工作簿。",
        ["scheme-upload.too-large"] = "文件超过 10 MB，请删去图片等多余内容后重新上传。",
        ["scheme-upload.no-such-warning"] = "没有这条提醒，请刷新后再办理。",
        ["scheme-upload.errors"] = "文件有 {0} 处错误，改好后重新上传才能采用。",
        ["scheme-upload.warnings-refused"] = "有 {0} 条提醒已退回，没有采用任何内容。请改好文件重新上传，或接受这些提醒。",
        ["scheme-upload.warnings-open"] = "还有 {0} 条提醒没有核对，逐条接受后才能采用。",
        ["aspect.unmarked"] = "评分点还没有给分。",
        ["aspect.judgement-out-of-range"] = "评价分应为 0、1、2 或 3。",
        ["calculation.parameters"] = "计算参数“{0}”的写法不对，应为 名称:::数值#x~x#文字。",
        ["calculation.type"] = "不认识的计算方式 {0}。",
        ["calculation.value"] = "测量值 {0} 不在计算方式允许的范围内。",
    };
}
