using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>重点创新项目申报表 (innovations.md §6.11): declared and chosen as every programme; naming is 立项.</summary>
public sealed class KeyProjectForm : ApplicationForm
{
    public const string Code = "key-project";
    public const string Theme = "theme", Cut = "cut", Weight = "weight", Need = "need", Goals = "goals", Milestones = "milestones", Budget = "budget", Partners = "partners";

    public override string Kind => Code;

    public override string Name => "重点创新项目";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("项目概况",
        [
            new(Theme, "改革方向", FieldKind.Choice) { Options = ["思想引领", "建功立业", "权益维护", "服务职工", "组织建设", "数字赋能"] },
            new(Cut, "切口", FieldKind.Paragraph) { Longest = 500, Hint = "从哪个小切口入手，解决什么具体问题" },
            new(Weight, "占年度考核权重（%）", FieldKind.Number) { Hint = "本单位一年内各项目合计不超过 100" },
            new(Need, "来源技术需求") { IsRequired = false, Longest = 10, TellsWho = true, Hint = "由揭榜挂帅形成的，选本单位中选并已签意向的需求" },
        ]),
        new("目标", [new(Goals, "量化目标", FieldKind.Table) { Columns = [new("指标"), new("现状", true), new("目标值", true), new("单位")], Most = 10 }]),
        new("里程碑", [new(Milestones, "里程碑", FieldKind.Table) { Columns = [new("节点"), new("完成日期"), new("交付成果")], Most = 12, Hint = "完成日期写成 2026-09-30" }]),
        new("预算", [new(Budget, "预算", FieldKind.Table) { IsRequired = false, Columns = [new("用途"), new("金额（元）", true), new("来源")], Most = 12 }]),
        new("协同与推广",
        [
            new(Partners, "协同单位", FieldKind.Table) { IsRequired = false, Columns = [new("单位"), new("分工")], Most = 10, TellsWho = true },
            new("spread", "成果转化与推广设想", FieldKind.Paragraph) { Longest = 1000 },
        ]),
    ];
}
