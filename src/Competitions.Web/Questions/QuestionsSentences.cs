namespace Competitions.Web.Questions;

internal static class QuestionsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["question.text-missing"] = "请填写题干。",
        ["question.choices-number"] = "选择题应有 2 到 {0} 个选项。",
        ["question.choice-repeated"] = "有两个选项相同（不计大小写、全半角和空格），请改成不同的选项。",
        ["question.answer-not-a-choice"] = "答案“{0}”不在选项里：选择题填选项字母，判断题填对或错。",
        ["question.one-answer"] = "单选题和判断题只能有一个答案。",
        ["question.two-answers"] = "多选题至少有两个答案；只有一个答案的请用单选题。",
        ["question.answer-missing"] = "请填写答案，填空题可填几种都算对的写法。",
        ["question.occupation-missing"] = "请选择职业（工种）。",
        ["question.import-empty"] = "文件里没有题目，请在模板的“题目”表里从第 2 行填起。",
        ["question.import-too-many"] = "一次最多导入 {0} 题，请分几次导入。",
        ["question.import-large"] = "文件超过 10 MB，请分成几个文件导入。",
        ["question.import-unreadable"] = "打不开这个文件：应为没有密码、没有损坏的 .xlsx 工作簿。",
        ["question.import-bomb"] = "文件展开后过大，请用模板重新填写，不要嵌入图片等内容。",
        ["question.import-columns"] = "第一行缺少这些列：{0}，请用模板的表头。",
        ["paper.blueprint-empty"] = "组卷蓝图是空的，请至少填一行。",
        ["paper.row-number"] = "蓝图第 {0} 行的题数应为 1 到 500，每题分值应大于 0 且不超过 1000。",
        ["paper.not-enough"] = "蓝图第 {0} 行要 {1} 题，题库里符合的只有 {2} 题；请补充题目或改小题数。",
        ["paper.partial-share"] = "多选题少选得分的比例应在 0 到 1 之间，例如 0.5。",
        ["paper.drawn-already"] = "试卷已经抽定，不能再改或重抽；需要另一份请新建试卷。",
        ["paper.not-drawn"] = "试卷还没有抽题，或随机种子已经公布。",
        ["paper.sittings-not-over"] = "还有考试没有结束，随机种子要等用这份试卷的考试全部结束后公布。",
        ["occasion.paper-not-drawn"] = "试卷还没有抽题，请先抽题再安排考试。",
        ["occasion.times"] = "结束时间应晚于开始时间。",
        ["occasion.minutes"] = "考试时长应为 1 到 600 分钟。",
        ["occasion.nobody"] = "请填写应考人员的证件号码，一行一个。",
        ["occasion.unknown-worker"] = "第 {0} 行的证件号码不在本单位职工名册里，请先登记职工。",
        ["occasion.no-module"] = "这场考试的用途不是本单位赛项的机考模块，请写成 module:赛项代码/模块代码。",
        ["sitting.not-open"] = "考试还没有开始，请在开考时间后进入。",
        ["sitting.closed"] = "入场时间已过，不能再开始作答。",
        ["sitting.handed-in"] = "试卷已经交了，不能再改。",
        ["sitting.not-started"] = "还没有开始作答，请先点“开始作答”。",
        ["sitting.over"] = "作答时间已到，这个答案没有计入。",
        ["sitting.extra-minutes"] = "补时应为 1 到 180 分钟。",
        ["sitting.extra-why"] = "请写明补时的原因。",
        ["answer.no-such-place"] = "试卷里没有第 {0} 题。",
        ["answer.not-allowed"] = "第 {0} 题的作答不合题型，请重新作答。",
    };
}
