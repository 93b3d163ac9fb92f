using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>职工“五小”创新成果申报表 (innovations.md §6.7).</summary>
public sealed class FiveSmallForm : ApplicationForm
{
    public const string Code = "five-small";
    public const string Category = "category", StartedOn = "started", FinishedOn = "finished", FirstUsedOn = "first-used", Problem = "problem", Measures = "measures", Points = "points";
    public const string InGovernmentPlan = "government-plan", AwardedBefore = "awarded-before", HoldsSecrets = "secrets", InDispute = "dispute";
    public const string Savings = "savings", Avoided = "avoided", Costs = "costs";

    public override string Kind => Code;

    public override string Name => "五小成果";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("基本情况",
        [
            new(Category, "类别", FieldKind.Choice) { Options = ["小革新", "小发明", "小改造", "小设计", "小建议"] },
            new("field", "所属领域") { Longest = 40, Hint = "如装备制造" },
            new(StartedOn, "开始日期", FieldKind.Date), new(FinishedOn, "完成日期", FieldKind.Date), new(FirstUsedOn, "首次应用日期", FieldKind.Date),
            new("sites", "应用单位", FieldKind.Table) { Columns = [new("应用单位、岗位"), new("起用日期")], Most = 10, TellsWho = true },
        ]),
        new("原有问题", [new(Problem, "原有问题", FieldKind.Paragraph) { Longest = 2000, Hint = "请不要写单位名称和姓名，首轮评审时专家看不到" }]),
        new("改进措施与创新点",
        [
            new(Measures, "改进措施", FieldKind.Paragraph) { Longest = 3000 },
            new(Points, "创新点", FieldKind.Points) { Most = 3, Longest = 200 },
        ]),
        new("应用前后对比",
        [
            new("compared", "前后对比", FieldKind.Table) { Columns = [new("指标"), new("应用前", true), new("应用后", true), new("单位"), new("数据来源")], Most = 12 },
        ]),
        new("经济效益",
        [
            new(Savings, "节约（应用后首个 12 个月）", FieldKind.Table) { IsRequired = false, Columns = [new("项目"), new("单位节约（元）", true), new("年数量", true), new("数量单位"), new("证明")], Most = 12 },
            new(Avoided, "避免的损失", FieldKind.Table) { IsRequired = false, Columns = [new("项目"), new("金额（元）", true), new("证明")], Most = 8 },
            new(Costs, "实施成本", FieldKind.Table) { IsRequired = false, Columns = [new("项目"), new("金额（元）", true), new("证明")], Most = 12 },
        ]),
        new("社会效益与推广",
        [
            new("social", "社会效益", FieldKind.Choices) { IsRequired = false, Options = ["安全", "节能", "环保", "质量", "效率"] },
            new("social-text", "社会效益说明", FieldKind.Paragraph) { IsRequired = false, Longest = 1000 },
            new("reach", "已推广范围", FieldKind.Choice) { Options = ["本岗位", "本企业", "行业"] },
            new("spread", "推广价值", FieldKind.Paragraph) { Longest = 1000 },
        ]),
        new("知识产权",
        [
            new("ip", "类型", FieldKind.Choice) { Options = ["无", "发明专利", "实用新型", "外观设计", "软件著作权"] },
            new("ip-number", "申请号或授权号") { IsRequired = false, Longest = 60, TellsWho = true },
        ]),
        new("排除情形",
        [
            new(InGovernmentPlan, "是否列入政府科技计划", FieldKind.YesNo) { TellsWho = true },
            new(AwardedBefore, "是否已获政府奖励或在以往年度获奖", FieldKind.YesNo) { TellsWho = true },
            new(HoldsSecrets, "是否涉及国家秘密或技术秘密", FieldKind.YesNo) { TellsWho = true },
            new(InDispute, "是否有权属或完成人争议", FieldKind.YesNo) { TellsWho = true },
        ]),
    ];

    /// <exception cref="Refusal">Those of <see cref="Benefit"/>.</exception>
    public override IReadOnlyList<SumLine> Sums(Answers answers)
    {
        var benefit = Benefit.Of(
        [
            .. answers.Rows(Savings).Select(r => new BenefitLine(BenefitKind.Saving, Cell(r, 0), Number(r, 1), Number(r, 2), Cell(r, 3), Cell(r, 4))),
            .. answers.Rows(Avoided).Select(r => new BenefitLine(BenefitKind.AvoidedLoss, Cell(r, 0), Number(r, 1), 1, "项", Cell(r, 2))),
            .. answers.Rows(Costs).Select(r => new BenefitLine(BenefitKind.Cost, Cell(r, 0), Number(r, 1), 1, "项", Cell(r, 2))),
        ]);
        return benefit.Lines.Count == 0 ? [] :
        [
            .. benefit.Lines.Select(l => new SumLine(l.What, $"{(l.Kind is BenefitKind.Saving ? $"{Amount(l.Quantity)} {l.QuantityUnit} × {Amount(l.UnitValue)} 元" : l.Kind is BenefitKind.Cost ? "实施成本" : "避免损失")}，{l.Proof ?? "无证明"}", l.Amount)),
            new SumLine("首年净效益", "", benefit.Net, IsTotal: true),
        ];
    }

    private static string Cell(IReadOnlyList<string> row, int n) => n < row.Count ? row[n] : "";

    /// <summary>What is no number counts for nothing here: the form says that it is wrong.</summary>
    private static decimal Number(IReadOnlyList<string> row, int n) => Answers.ToNumber(Cell(row, n)) ?? 0;

    private static string Amount(decimal value) => value.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture);
}
