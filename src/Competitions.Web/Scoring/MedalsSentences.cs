using System.Globalization;
using Competitions.Scoring;

namespace Competitions.Web.Scoring;

/// <summary>What the verb says on standard error, and the exit that goes with it.</summary>
internal static class MedalsSentences
{
    private static readonly string[] Unreadable = ["medals.usage", "medals.option-value", "medals.no-file", "medals.not-text", "medals.empty"];

    public static (int Exit, string Sentence) Of(Refusal no) => (
        Unreadable.Contains(no.Code) ? 2 : 1,
        string.Format(CultureInfo.InvariantCulture, ScoringSentences.All[no.Code], [.. no.Details]));

    public static IEnumerable<string> Notes(string group, int field, Spread spread, MedalRules rules)
    {
        var where = group.Length == 0 ? "" : $"{group}：";
        if (spread is Spread.StandardDeviationInstead)
        {
            yield return $"{where}半数以上成绩相同，中位差为 0，改用总体标准差换算。";
        }

        if (spread is Spread.NoSpread)
        {
            yield return $"{where}所有成绩相同，标准分一律取中心值。";
        }

        if (Medals.IsVoid(field, rules))
        {
            yield return $"{where}只有 {field} 名选手，按小规模赛项规则本项比赛无效，不发奖牌。";
        }
    }
}
