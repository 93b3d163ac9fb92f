using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>A worker's own method, used for a year at least and not long since (innovations.md §6.9, W71).</summary>
public sealed class OperationMethodChecks : ApplicationChecks
{
    private static readonly string[] Heads = ["董事长", "总经理", "厂长", "总裁", "法定代表人"];

    private static readonly (string Key, string Code)[] Exclusions =
    [
        (OperationMethodForm.IsMedicine, "operation-method.medicine"), (OperationMethodForm.HoldsSecrets, "operation-method.secrets"),
        (OperationMethodForm.InDispute, "operation-method.dispute"), (OperationMethodForm.AwardedAbove, "operation-method.awarded-above"),
    ];

    public override string Kind => OperationMethodForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["operation-method.medicine"] = "医疗诊治方法不在先进操作法范围内。",
        ["operation-method.secrets"] = "涉及国家秘密或技术秘密的不能申报。",
        ["operation-method.dispute"] = "权属有争议的，争议解决后才能申报。",
        ["operation-method.awarded-above"] = "已获省级以上命名的操作法不再申报。",
        ["operation-method.too-new"] = "开始使用日期是 {0:yyyy-MM-dd}，须满 {1} 个月，最早 {2:yyyy-MM-dd} 可以申报。",
        ["operation-method.too-old"] = "开始使用日期是 {0:yyyy-MM-dd}，本批次只收 {1} 年以内形成的操作法。",
        ["operation-method.head"] = "{0} 的职务是“{1}”：单位负责人不能作为操作法的完成人。",
        ["operation-method.not-spread"] = "还没有推广记录：命名后有了推广记录才计入推广数。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today) =>
    [
        .. Exclusions.Where(e => application.Answers.YesNo(e.Key) is true).Select(e => Finding.Blocks(e.Code)),
        .. Age(application.Answers, call, today),
        .. application.People.Where(p => Heads.Any(p.Post.Contains)).Select(p => Finding.Blocks("operation-method.head", p.Name, p.Post)),
        .. application.Answers.Rows(OperationMethodForm.Spreads).Count == 0 ? [Finding.Flags("operation-method.not-spread")] : (IEnumerable<Finding>)[],
    ];

    private static IEnumerable<Finding> Age(Answers answers, Call call, DateOnly today)
    {
        if (answers.Date(OperationMethodForm.UsedSince) is not { } since)
        {
            yield break;
        }

        var (months, years) = ((int)call.Rules.Number("fewest-months"), (int)call.Rules.Number("most-years"));
        if (since.AddMonths(months) > today)
        {
            yield return Finding.Blocks("operation-method.too-new", since, months, since.AddMonths(months));
        }

        if (since.AddYears(years) < today)
        {
            yield return Finding.Blocks("operation-method.too-old", since, years);
        }
    }
}
