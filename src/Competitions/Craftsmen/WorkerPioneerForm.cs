using Competitions.Programmes;

namespace Competitions.Craftsmen;

/// <summary>工人先锋号申报表: a team (班组) with its head first (innovations.md §6.3, W63).</summary>
public sealed class WorkerPioneerForm : ApplicationForm
{
    public const string Code = "worker-pioneer";
    public const string Since = "since", Members = "members", HadAccident = "accident", HadDispute = "dispute";

    public override string Kind => Code;

    public override string Name => "工人先锋号";

    public override string TitleLabel => "班组名称";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("基本情况",
        [
            new("work", "主要工作") { Longest = 60 }, new(Since, "成立日期", FieldKind.Date), new(Members, "现有人数", FieldKind.Number),
            new("skilled", "高级工以上人数", FieldKind.Number), new("women", "女职工人数", FieldKind.Number) { IsRequired = false },
        ]),
        new("主要业绩",
        [
            new("deeds", "主要业绩", FieldKind.Paragraph) { Longest = 3000, Hint = "请不要写单位、班组名称和姓名，首轮评审时专家看不到" },
            new("figures", "指标完成", FieldKind.Table) { Columns = [new("指标"), new("目标", true), new("完成", true), new("单位")], Most = 12 },
        ]),
        new("创新与安全",
        [
            new("innovations", "创新成果", FieldKind.Points) { IsRequired = false, Most = 5, Longest = 200 }, new("safety", "安全生产", FieldKind.Paragraph) { Longest = 1000 },
            new(HadAccident, "近一年是否发生责任事故", FieldKind.YesNo) { TellsWho = true }, new(HadDispute, "近一年是否有未办结的劳动争议", FieldKind.YesNo) { TellsWho = true },
        ]),
    ];
}
