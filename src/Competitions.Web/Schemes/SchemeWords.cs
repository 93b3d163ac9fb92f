using Competitions.Schemes;

namespace Competitions.Web.Schemes;

/// <summary>How schemes are called on the screen.</summary>
public static class SchemeWords
{
    public static string Name(this AspectKind kind) => kind is AspectKind.Judgement ? "评价" : "测量";

    public static string TypeName(string type) => type switch
    {
        "PASS_FAIL" => "合格与否",
        "NUMBER_COMPLETED" => "按完成数",
        "REGULAR_DIFFERENCE_DEDUCTION" => "按偏差扣分",
        "CHOICE" => "按选项扣分",
        "RANGED_SCORE" => "按区间扣分",
        _ => type,
    };

    /// <summary>A warning's or an error's name; the sentence comes with it.</summary>
    public static string FindingName(string code) => code switch
    {
        "variation" => "部分分值不符",
        "total-differs" => "评分项合计不符",
        "ladder-missing" => "缺评价基准",
        "ladder-orphan" => "多余的评价基准",
        "mark-missing" => "没有满分",
        "mark-above-2" => "满分偏高",
        "header-misworded" => "表头不一致",
        "block-empty" => "空评分项",
        _ => "错误",
    };

    /// <param name="module">The name of a module.</param>
    public static string InWords(this SchemeChange change, Func<string, string> module)
    {
        var (place, before, after) = (change.Place, Short(change.Before), Short(change.After));
        string Turned(string what) => before.Length == 0 ? $"{place} 写明{what}“{after}”" : after.Length == 0 ? $"{place} 删去{what}“{before}”" : $"{place} {what}由“{before}”改为“{after}”";
        return change.Code switch
        {
            "title" => $"方案名称由“{before}”改为“{after}”",
            "section" => before.Length == 0 ? $"职业标准增加第 {place} 部分：{after}" : after.Length == 0 ? $"职业标准删去第 {place} 部分：{before}" : $"职业标准第 {place} 部分由“{before}”改为“{after}”",
            "criterion.added" => $"新增评分项 {place} {after}",
            "criterion.removed" => $"删去评分项 {place} {before}",
            "criterion.code" => $"评分项 {before} 改编为 {after}",
            "criterion.name" => Turned("名称"),
            "criterion.module" => $"评分项 {place} 的模块由“{(before.Length > 0 ? module(before) : "未安排")}”改为“{(after.Length > 0 ? module(after) : "未安排")}”",
            "sub.added" => $"新增子项 {place} {after}",
            "sub.removed" => $"删去子项 {place} {before}",
            "sub.code" => $"子项 {before} 改编为 {after}",
            "sub.name" => Turned("名称"),
            "sub.day" => $"{place} 评分日由{(before.Length > 0 ? $"第 {before} 天" : "未定")}改为{(after.Length > 0 ? $"第 {after} 天" : "未定")}",
            "sub.order" => $"{place} 的评分点调整了次序",
            "aspect.added" => $"新增 {place}（{before} 分）：{after}",
            "aspect.removed" => $"删去 {place}（{after} 分）：{before}",
            "aspect.moved" => $"{before} 移到 {after}",
            "aspect.most" => $"{place} 满分由 {before} 改为 {after}",
            "aspect.text" => Turned("内容"),
            "aspect.extra" => Turned("补充说明"),
            "aspect.requirement" => Turned("要求"),
            "aspect.section" => Turned("职业标准部分"),
            "aspect.calculation" => Turned("计算方式"),
            "aspect.benchmarks" => $"{place} 的评价基准有改动",
            "calculation.added" => $"新增计算方式“{place}”（{TypeName(after)}）",
            "calculation.removed" => $"删去计算方式“{place}”（{TypeName(before)}）",
            _ => $"{place} {change.Code}",
        };
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > 80 } all ? all[..80] + "…" : text.ReplaceLineEndings(" ");

    /// <summary>What the calculation does, in a sentence a judge understands.</summary>
    public static string InWords(this Calculation calculation)
    {
        decimal N(string name) => calculation.Parameters.FirstOrDefault(p => p.Name == name)?.Number ?? 0;
        string T(string name) => calculation.Parameters.FirstOrDefault(p => p.Name == name)?.Text.TrimEnd('#') ?? "";
        string Lost(decimal number) => number == 0 ? "不扣分" : T("DEDUCTION_TYPE") is "PERCENT" ? $"扣 {number:0.####}%" : $"扣 {number:0.####} 分";
        IEnumerable<int> Until(string prefix, string suffix) => Enumerable.Range(1, 99).TakeWhile(n => calculation.Parameters.Any(p => p.Name == $"{prefix}{n}_{suffix}"));
        return calculation.Type switch
        {
            "PASS_FAIL" => "合格得满分，不合格不得分",
            "NUMBER_COMPLETED" => $"共 {N("NUM_POSSIBLE"):0.####} 处，按完成数占比得分",
            "REGULAR_DIFFERENCE_DEDUCTION" => $"目标值 {N("TARGET_VALUE"):0.####}，每差 {N("DIFFERENCE"):0.####}{(T("DIFFERENCE_TYPE") is "PERCENT" ? "%" : "")} {Lost(N("DEDUCTION"))}",
            "CHOICE" => string.Join('；', Until("CHOICE", "DEDUCTION").Select(n => $"{(T($"CHOICE{n}_LABEL") is { Length: > 0 } label ? label : $"选项 {n}")}：{Lost(N($"CHOICE{n}_DEDUCTION"))}")),
            "RANGED_SCORE" => string.Join('；', Until("RANGE", "LOWER").Select(n => $"{N($"RANGE{n}_LOWER"):0.####} 至 {N($"RANGE{n}_UPPER"):0.####}：{Lost(N($"RANGE{n}_DEDUCTION"))}")) + "；其余不得分",
            _ => calculation.Type,
        };
    }

    /// <summary>What can be chosen in place of a number; empty where a number is entered.</summary>
    public static IReadOnlyList<(decimal Value, string Text, string? Mark)> Choices(this Calculation calculation) => calculation.Type switch
    {
        "PASS_FAIL" => [(1, "合格", "✓"), (0, "不合格", "✗")],
        "CHOICE" => [.. Enumerable.Range(1, 99).TakeWhile(n => calculation.Parameters.Any(p => p.Name == $"CHOICE{n}_DEDUCTION"))
            .Select(n => ((decimal)n, calculation.Parameters.FirstOrDefault(p => p.Name == $"CHOICE{n}_LABEL")?.Text.TrimEnd('#') is { Length: > 0 } label ? label : $"选项 {n}", (string?)$"{n}"))],
        _ => [],
    };
}
