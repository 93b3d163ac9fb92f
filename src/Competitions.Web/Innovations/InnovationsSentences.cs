namespace Competitions.Web.Innovations;

internal static class InnovationsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["innovation.benefit-too-many-lines"] = "效益计算最多 {0} 行，请把同类的合并。",
        ["innovation.benefit-what-missing"] = "效益计算第 {0} 行：请写明项目，项目和证明名称都不超过 {1} 个字。",
        ["innovation.benefit-unit-missing"] = "效益计算第 {0} 行：请写数量的单位，如“台”“吨”“小时”，不超过 {1} 个字。",
        ["innovation.benefit-negative"] = "效益计算第 {0} 行：单价和数量不能是负数；要扣减的请选“实施成本”。",
        ["innovation.benefit-too-fine"] = "效益计算第 {0} 行：单价和数量最多四位小数。",
        ["innovation.benefit-too-large"] = "效益计算第 {0} 行的金额超过 100 亿元，请检查单价、数量和小数点。",
    };
}
