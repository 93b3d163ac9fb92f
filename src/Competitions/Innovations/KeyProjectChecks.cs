using System.Globalization;
using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>Weight and milestones of a key project; what its union's other projects weigh is asked by the room.</summary>
public sealed class KeyProjectChecks : ApplicationChecks
{
    public override string Kind => KeyProjectForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["key-project.weight"] = "占年度考核权重应大于 0、不超过 {0}，最多两位小数。",
        ["key-project.weights-over"] = "本单位 {0} 年其他项目已占权重 {1:0.##}%，加上这项的 {2:0.##}% 超过 {3:0.##}%。",
        ["key-project.need-not-won"] = "来源技术需求“{0}”不是本单位中选并已签意向的，请从列表里选择，或留空。",
        ["key-project.milestone-day"] = "里程碑第 {0} 行：完成日期应写成 2026-09-30，在申报以后、{1} 个月以内。",
        ["key-project.milestone-order"] = "里程碑应按完成日期先后填写。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today)
    {
        var answers = application.Answers;
        var most = call.Rules.Number("most-weight");
        if (answers.Number(KeyProjectForm.Weight) is { } weight && (weight <= 0 || weight > most || decimal.Round(weight, 2) != weight))
        {
            yield return Finding.Blocks("key-project.weight", most);
        }

        var months = (int)call.Rules.Number("most-months");
        var days = answers.Rows(KeyProjectForm.Milestones).Select(r => DayOf(r.ElementAtOrDefault(1) ?? "")).ToList();
        foreach (var n in Enumerable.Range(0, days.Count).Where(n => days[n] is not { } day || day <= today && ApplicationLifecycle.IsOpen(application.Stage) || day > DateOnly.FromDateTime(call.OpensAt.AddMonths(months))))
        {
            yield return Finding.Blocks("key-project.milestone-day", n + 1, months);
        }

        if (days.Zip(days.Skip(1)).Any(d => d.First > d.Second))
        {
            yield return Finding.Blocks("key-project.milestone-order");
        }
    }

    public static DateOnly? DayOf(string written) => DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
