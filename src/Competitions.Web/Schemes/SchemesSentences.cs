namespace Competitions.Web.Schemes;

internal static class SchemesSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["scheme.no-sheet"] = "文件里没有评分方案表。请用 CIS “Marking Scheme Import” 的版式，表头含 Sub Criterion ID 等列。",
        ["aspect.unmarked"] = "评分点还没有给分。",
        ["aspect.judgement-out-of-range"] = "评价分应为 0、1、2 或 3。",
        ["calculation.parameters"] = "计算参数“{0}”的写法不对，应为 名称:::数值#x~x#文字。",
        ["calculation.type"] = "不认识的计算方式 {0}。",
        ["calculation.value"] = "测量值 {0} 不在计算方式允许的范围内。",
    };
}
