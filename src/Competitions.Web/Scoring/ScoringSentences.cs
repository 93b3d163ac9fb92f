namespace Competitions.Web.Scoring;

internal static class ScoringSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["marks.locked"] = "该模块当日的评分已锁定，不能再给分；如需改动请走更正单。",
        ["marks.too-fine"] = "给分 {0} 的小数位过多，最多保留 8 位小数。",
        ["scale.no-marks"] = "没有成绩可换算，请至少录入一名选手的成绩。",
        ["scale.mark-out-of-range"] = "成绩 {0} 超出可换算的范围，应在 ±1,000,000 之间且不超过 20 位小数。",
        ["totals.weights-not-whole"] = "各模块权重之和为 {0}，应恰为 1（100%）。",
        ["totals.module-without-marks"] = "模块“{0}”没有满分值，请先设定大于 0 的满分。",
        ["panel.unmarked"] = "还没有裁判给分，不能计算平均分。",
        ["panel.trim-from"] = "去掉最高最低分至少要 3 名裁判，现在设为 {0} 名。",
        ["prizes.share-out-of-range"] = "“{0}”的比例应在 0 到 100% 之间，固定名额不能为负数。",
        ["prizes.tie-undecided"] = "第 {0} 名并列且跨越奖项分界，请先按规则分出先后。",
        ["code-book.layers-out-of-range"] = "加密层数 {0} 不对，应为 0 到 3 层。",
        ["medals.tolerance-negative"] = "并列分差 {0} 不能为负数。",
        ["medals.usage"] = "{0}。用法：" + MedalsVerb.Usage,
        ["medals.option-value"] = "选项 {0} 的取值“{1}”不对，应为{2}。",
        ["medals.no-file"] = "打不开文件“{0}”，请核对路径和权限。",
        ["medals.not-text"] = "文件“{0}”不是 UTF-8 文本，请另存为 UTF-8 编码的 CSV。",
        ["medals.empty"] = "文件“{0}”是空的，第一行应为表头。",
        ["medals.no-rows"] = "文件“{0}”只有表头，没有成绩行。",
        ["medals.no-column"] = "没有“{0}”这一列，表头有：{1}。",
        ["medals.row-width"] = "第 {0} 行有 {1} 格，表头有 {2} 格，请补齐或删去多余的格。",
        ["medals.quotes"] = "第 {0} 行的引号不成对，含逗号、引号或换行的格应整格加双引号，格内引号写成两个。",
        ["medals.mark-not-a-number"] = "第 {0} 行“{1}”列的“{2}”不是数，请填写如 88.50 的成绩。",
    };
}
