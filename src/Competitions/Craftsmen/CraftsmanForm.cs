using Competitions.Programmes;

namespace Competitions.Craftsmen;

/// <summary>工匠申报表 (craftsmen.md §9.1, after 余杭 2018): one candidate, conditions of which one at least is met.</summary>
public sealed class CraftsmanForm : ApplicationForm
{
    public const string Code = "craftsman";
    public const string Conditions = "conditions", Since = "in-trade-since";
    public const string Skill = "有绝技绝活或公认的先进操作法，技能居行业前列";
    public const string Influence = "传承传统技艺、精益求精，在行业有影响";
    public const string Innovation = "有重大创新创造，技术领先并产生效益";
    public const string HighContest = "世界、全国或省级技能竞赛名列前茅";
    public const string CityContest = "市级技能竞赛名列前茅";

    public override string Kind => Code;

    public override string Name => "工匠";

    public override string TitleLabel => "人选姓名";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("基本情况",
        [
            new("occupation", "职业（工种）") { Longest = 40 }, new(Since, "从事本工种起始年份", FieldKind.Number) { Hint = "四位年份" },
            new("front-line", "现在是否在一线岗位", FieldKind.YesNo),
        ]),
        new("突出条件", [new(Conditions, "符合的条件（至少一项）", FieldKind.Choices) { Longest = 60, Options = [Skill, Influence, Innovation, HighContest, CityContest] }]),
        new("主要事迹",
        [
            new("deeds", "主要事迹", FieldKind.Paragraph) { Longest = 3000, Hint = "请不要写单位名称和姓名，首轮评审时专家看不到" },
            new("innovations", "创新成果与效益", FieldKind.Paragraph) { IsRequired = false, Longest = 2000 },
            new("teaching", "传帮带", FieldKind.Paragraph) { IsRequired = false, Longest = 1500 },
        ]),
        new("竞赛与荣誉", [new("honours", "竞赛名次与荣誉", FieldKind.Table) { IsRequired = false, Columns = [new("年度"), new("名称"), new("级别、名次"), new("颁发单位")], Most = 20, TellsWho = true }]),
    ];
}
