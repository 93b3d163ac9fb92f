using Competitions.Programmes;

namespace Competitions.Studios;

/// <summary>创新工作室申报表 (studios.md §7.5; 南湖 2017). The first person is the leader (领衔人), the others are the team.</summary>
public sealed class StudioNamingForm : ApplicationForm
{
    public const string Code = "studio-naming";
    public const string Level = "level", Since = "since", Area = "area", Funds = "funds", Rules = "rules", Topics = "topics", LeaderTitle = "leader-title", Field = "field", Place = "place", Equipment = "equipment";

    public override string Kind => Code;

    public override string Name => "创新工作室";

    public override string TitleLabel => "工作室名称";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("基本情况",
        [
            new(Level, "申报级别", FieldKind.Choice) { Options = ["区级", "市级", "省级"] }, new(Since, "成立日期", FieldKind.Date), new(Field, "专业方向") { Longest = 40 },
            new(LeaderTitle, "领衔人荣誉") { IsRequired = false, Longest = 100, TellsWho = true, Hint = "劳模、五一劳动奖章、工匠等" },
        ]),
        new("场地与设施",
        [
            new(Place, "场所") { Longest = 100, TellsWho = true }, new(Area, "面积（平方米）", FieldKind.Number),
            new(Equipment, "主要设备", FieldKind.Table) { IsRequired = false, Columns = [new("名称"), new("数量", true)], Most = 20 },
        ]),
        new("制度与经费",
        [
            new(Rules, "制度", FieldKind.Points) { Most = 10, Longest = 60, Hint = "学习、攻关、带徒、经费、台账等制度名称" },
            new(Funds, "经费", FieldKind.Table) { Columns = [new("来源"), new("年度金额（元）", true)], Most = 8 },
        ]),
        new("攻关项目",
        [
            new(Topics, "近两年攻关项目", FieldKind.Table) { Columns = [new("项目"), new("起止"), new("完成情况"), new("效益")], Most = 12 },
            new("results", "成果", FieldKind.Paragraph) { Longest = 2000, Hint = "专利、五小、操作法、标准" },
        ]),
        new("带徒与培训", [new("teaching", "带徒与培训", FieldKind.Paragraph) { Longest = 1500 }]),
        new("今后三年规划", [new("plan", "规划", FieldKind.Paragraph) { Longest = 1500 }]),
    ];
}
