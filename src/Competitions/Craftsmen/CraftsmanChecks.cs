using System.Globalization;
using Competitions.People;
using Competitions.Programmes;

namespace Competitions.Craftsmen;

/// <summary>
/// Basic conditions and any one of five (craftsmen.md §9.1). A place at a national or provincial contest waives the years in the trade,
/// and nothing else; contests are read from the register of honours, what is not in it is for a human to look at.
/// </summary>
public sealed class CraftsmanChecks : ApplicationChecks
{
    public override string Kind => CraftsmanForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["craftsman.not-member"] = "{0} 现在不在任何工会会籍里，须是工会会员。",
        ["craftsman.too-old"] = "{0} 现年 {1} 岁，规则要求不超过 {2} 岁。",
        ["craftsman.years"] = "从事本工种 {0} 年，规则要求至少 {1} 年；世界、全国或省级竞赛的名次才能免年限。",
        ["craftsman.years-waived"] = "从事本工种 {0} 年，不足 {1} 年，凭“{2}”第 {3} 名免年限，请核对证书。",
        ["craftsman.since-wrong"] = "从业起始年份应是 1950 到今年之间的四位年份。",
        ["craftsman.not-front-line"] = "须仍在一线岗位。",
        ["craftsman.contest-unknown"] = "荣誉名册里没有查到“{0}”所说的名次，请核对证书并补录。",
        ["craftsman.held"] = "{0} 已经是“{1}”，同一称号不再授予。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today)
    {
        if (facts.People is not [var person, ..])
        {
            yield break;
        }

        var (answers, rules) = (application.Answers, call.Rules);
        var (age, oldest) = (person.AgeOn(today), rules.Number("oldest"));
        if (!person.IsMember)
        {
            yield return Finding.Blocks("craftsman.not-member", person.Name);
        }

        if (age > oldest)
        {
            yield return Finding.Blocks("craftsman.too-old", person.Name, age, oldest);
        }

        if (answers.YesNo("front-line") is false)
        {
            yield return Finding.Blocks("craftsman.not-front-line");
        }

        foreach (var finding in Years(answers, rules, person, today).Concat(Contests(answers, rules, person)))
        {
            yield return finding;
        }

        foreach (var grade in rules.Honour.Grades.Where(g => person.Honours.Any(h => h.Name == g.Name)))
        {
            yield return Finding.Blocks("craftsman.held", person.Name, grade.Name);
        }
    }

    private static IEnumerable<Finding> Years(Answers answers, CallRules rules, PersonFacts person, DateOnly today)
    {
        if (!int.TryParse(answers.Text(CraftsmanForm.Since), NumberStyles.None, CultureInfo.InvariantCulture, out var since) || since < 1950 || since > today.Year)
        {
            return [Finding.Blocks("craftsman.since-wrong")];
        }

        var (years, fewest) = (today.Year - since, rules.Number("fewest-years"));
        return years >= fewest ? [] : High(rules, person) is { } waives
            ? [Finding.Flags("craftsman.years-waived", years, fewest, waives.Occasion, waives.Rank!)]
            : [Finding.Blocks("craftsman.years", years, fewest)];
    }

    private static IEnumerable<Finding> Contests(Answers answers, CallRules rules, PersonFacts person)
    {
        var claimed = answers.Points(CraftsmanForm.Conditions);
        if (claimed.Contains(CraftsmanForm.HighContest) && High(rules, person) is null)
        {
            yield return Finding.Flags("craftsman.contest-unknown", CraftsmanForm.HighContest);
        }

        if (claimed.Contains(CraftsmanForm.CityContest) && !person.Honours.Any(h => h.IsPrize && h.Level is OrganisationLevel.City && h.Rank <= rules.Number("city-rank")))
        {
            yield return Finding.Flags("craftsman.contest-unknown", CraftsmanForm.CityContest);
        }
    }

    private static HeldHonour? High(CallRules rules, PersonFacts person) => person.Honours.Where(h => h.IsPrize)
        .FirstOrDefault(h => (h.Level is OrganisationLevel.National && h.Rank <= rules.Number("national-rank")) || (h.Level is OrganisationLevel.Province && h.Rank <= rules.Number("province-rank")));
}
