using Competitions.Programmes;

namespace Competitions.Craftsmen;

/// <summary>劳动模范推荐表 (craftsmen.md §9.3): one candidate; whose opinions are asked for follows from what he is.</summary>
public sealed class ModelWorkerForm : ApplicationForm
{
    public const string Code = "model-worker";
    public const string Type = "type", IsCadre = "county-cadre", IsPunished = "punished";
    public const string FrontLine = "一线职工", Technical = "科教技术人员", Head = "企业负责人", Migrant = "农民工", Public = "机关事业人员";

    public override string Kind => Code;

    public override string Name => "劳动模范";

    public override string TitleLabel => "人选姓名";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("基本情况",
        [
            new(Type, "人员类别", FieldKind.Choice) { Options = [FrontLine, Technical, Migrant, Head, Public] }, new("ownership", "单位性质", FieldKind.Choice) { Options = ["公有制", "非公有制"] },
            new("occupation", "职业、职务") { Longest = 40, TellsWho = true }, new(IsCadre, "是否县处级以上干部", FieldKind.YesNo) { TellsWho = true },
            new(IsPunished, "近五年是否受过党纪政务处分或刑事处罚", FieldKind.YesNo) { TellsWho = true },
        ]),
        new("主要事迹", [new("deeds", "主要事迹", FieldKind.Paragraph) { Longest = 3000 }, new("results", "突出贡献", FieldKind.Points) { Most = 5, Longest = 200 }]),
        new("曾获荣誉", [new("honours", "曾获荣誉", FieldKind.Table) { IsRequired = false, Columns = [new("年度"), new("名称"), new("颁发单位")], Most = 20, TellsWho = true }]),
    ];
}
