using Competitions.People;
using Competitions.Programmes;

namespace Competitions.Studios;

/// <summary>Conditions of a studio, each with its reason (studios.md §7.1): leader's level, team, place, rules, funds, topics.</summary>
public sealed class StudioChecks : ApplicationChecks
{
    private static readonly Dictionary<OrganisationLevel, string> Levels = new() { [OrganisationLevel.District] = "区级", [OrganisationLevel.City] = "市级", [OrganisationLevel.Province] = "省级" };

    public override string Kind => StudioNamingForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["studio-naming.leader-level"] = "领衔人 {0} 的技能等级低于规则要求（{1} 级以上），请核对职工名册里的等级。",
        ["studio-naming.leader-level-unknown"] = "职工名册里没有领衔人 {0} 的技能等级，请先登记证书再申报。",
        ["studio-naming.team"] = "团队（含领衔人）{0} 人，规则要求至少 {1} 人。",
        ["studio-naming.area"] = "要有固定场所，请填写大于 0 的面积。",
        ["studio-naming.rules"] = "已列 {0} 项制度，规则要求至少 {1} 项。",
        ["studio-naming.funds"] = "年度经费合计 {0:#,0} 元，规则要求至少 {1:#,0} 元。",
        ["studio-naming.topics"] = "近两年攻关项目 {0} 项，规则要求至少 {1} 项。",
        ["studio-naming.below-missing"] = "申报{0}工作室，须先是{1}工作室：本单位没有同名的{1}工作室，请核对名称或先补录。",
        ["studio-naming.named-already"] = "“{0}”已经是{1}工作室，不重复命名。",
        ["studio-naming.no-upgrade"] = "“{0}”现在不能升级：{1}",
        ["studio-naming.level"] = "这个批次命名的是{0}工作室，申报级别请选“{0}”。",
        ["studio-naming.leader-title"] = "没有填写领衔人荣誉：劳模工匠创新工作室一般由劳模或工匠领衔，请核对。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today)
    {
        var (answers, rules) = (application.Answers, call.Rules);
        if (facts.People is [var leader, ..])
        {
            var least = rules.Number("leader-level");
            if (leader.SkillOrder is null)
            {
                yield return Finding.Blocks("studio-naming.leader-level-unknown", leader.Name);
            }
            else if (leader.SkillOrder < least)
            {
                yield return Finding.Blocks("studio-naming.leader-level", leader.Name, least);
            }
        }

        var funds = answers.Rows(StudioNamingForm.Funds).Sum(r => Answers.ToNumber(r.ElementAtOrDefault(1) ?? "") ?? 0);
        (bool Wrong, Finding Finding)[] found =
        [
            (application.People.Count < rules.Number("fewest-members"), Finding.Blocks("studio-naming.team", application.People.Count, rules.Number("fewest-members"))),
            (answers.Number(StudioNamingForm.Area) is <= 0, Finding.Blocks("studio-naming.area")),
            (answers.Rows(StudioNamingForm.Rules).Count < rules.Number("fewest-rules"), Finding.Blocks("studio-naming.rules", answers.Rows(StudioNamingForm.Rules).Count, rules.Number("fewest-rules"))),
            (funds < rules.Number("least-funds"), Finding.Blocks("studio-naming.funds", funds, rules.Number("least-funds"))),
            (answers.Rows(StudioNamingForm.Topics).Count < rules.Number("fewest-topics"), Finding.Blocks("studio-naming.topics", answers.Rows(StudioNamingForm.Topics).Count, rules.Number("fewest-topics"))),
            (Levels.TryGetValue(call.Level, out var level) && answers.Text(StudioNamingForm.Level) is { Length: > 0 } asked && asked != level, Finding.Blocks("studio-naming.level", level ?? "")),
            (answers.Text(StudioNamingForm.LeaderTitle).Length == 0, Finding.Flags("studio-naming.leader-title")),
        ];
        foreach (var (_, finding) in found.Where(f => f.Wrong))
        {
            yield return finding;
        }
    }
}
