using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>What is not taken as a 五小成果 (innovations.md §6.2), and what a reviewer should look at.</summary>
public sealed class FiveSmallChecks : ApplicationChecks
{
    private static readonly string[] Heads = ["董事长", "总经理", "厂长", "总裁", "法定代表人"];

    private static readonly (string Key, string Code)[] Exclusions =
    [
        (FiveSmallForm.InGovernmentPlan, "five-small.government-plan"), (FiveSmallForm.AwardedBefore, "five-small.awarded-before"),
        (FiveSmallForm.HoldsSecrets, "five-small.secrets"), (FiveSmallForm.InDispute, "five-small.dispute"),
    ];

    public override string Kind => FiveSmallForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["five-small.government-plan"] = "已列入政府科技计划的成果不能申报“五小”。",
        ["five-small.awarded-before"] = "已获政府奖励或在以往年度获奖的成果不能再申报。",
        ["five-small.secrets"] = "涉及国家秘密或技术秘密的成果不能申报。",
        ["five-small.dispute"] = "权属或完成人有争议的，争议解决后才能申报。",
        ["five-small.not-in-use"] = "首次应用日期 {0:yyyy-MM-dd} 还没有到：已经应用、有了效益才能申报。",
        ["five-small.too-old"] = "首次应用在 {0:yyyy-MM-dd}，本批次只收 {1} 年以来应用的成果。",
        ["five-small.days-mixed"] = "日期顺序应是：开始、完成，首次应用不早于开始。",
        ["five-small.head"] = "{0} 的职务是“{1}”：单位负责人一般不作为完成人，请核对。",
        ["five-small.first-not-front-line"] = "第一完成人 {0} 没有标为一线职工，请核对。",
        ["five-small.same-awarded"] = "同一成果“{0}”在 {1} 年已经获奖，不能再申报。",
        ["five-small.alike"] = "与“{0}”（{1}，{2} 年）相似 {3}%，请核对是否重复申报。",
        ["five-small.costs-more"] = "首年净效益是 {0:#,0.##} 元，为负，请核对计算。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today) =>
    [
        .. Exclusions.Where(e => application.Answers.YesNo(e.Key) is true).Select(e => Finding.Blocks(e.Code)),
        .. InUse(application.Answers, call, today),
        .. application.People.Where(p => Heads.Any(p.Post.Contains)).Select(p => Finding.Flags("five-small.head", p.Name, p.Post)),
        .. application.People.Take(1).Where(p => !p.IsFrontLine).Select(p => Finding.Flags("five-small.first-not-front-line", p.Name)),
        .. AlreadyAwarded(application, call, facts),
        .. Worth(application, call),
    ];

    /// <summary>New, and in use already: first used in the year of the call or as many years before as the rules allow.</summary>
    private static IEnumerable<Finding> InUse(Answers answers, Call call, DateOnly today)
    {
        if (answers.Date(FiveSmallForm.FirstUsedOn) is not { } used)
        {
            yield break;
        }

        if (used > today)
        {
            yield return Finding.Blocks("five-small.not-in-use", used);
        }

        var years = (int)call.Rules.Number("years-back");
        if (used.Year < call.Year - years)
        {
            yield return Finding.Blocks("five-small.too-old", used, call.Year - years);
        }

        if (answers.Date(FiveSmallForm.StartedOn) > used || answers.Date(FiveSmallForm.StartedOn) > answers.Date(FiveSmallForm.FinishedOn))
        {
            yield return Finding.Blocks("five-small.days-mixed");
        }
    }

    private static IEnumerable<Finding> AlreadyAwarded(Application application, Call call, ApplicationFacts facts)
    {
        var threshold = call.Rules.Number("alike");
        foreach (var alike in facts.Alike.Where(a => a.Degree >= threshold))
        {
            yield return alike.WasAwarded && alike.Title == application.Title && alike.UnitName == application.UnitName
                ? Finding.Blocks("five-small.same-awarded", alike.Title, alike.Year)
                : Finding.Flags("five-small.alike", alike.Title, alike.UnitName, alike.Year, Math.Round(alike.Degree * 100, MidpointRounding.AwayFromZero));
        }
    }

    private static IEnumerable<Finding> Worth(Application application, Call call) =>
        call.Form.Amount(application.Answers) is < 0 and var net ? [Finding.Flags("five-small.costs-more", net)] : [];
}
