using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>先进操作法申报表 (innovations.md §6.9).</summary>
public sealed class OperationMethodForm : ApplicationForm
{
    public const string Code = "operation-method";
    public const string UsedSince = "used-since", Steps = "steps", Spreads = "spreads", IsMedicine = "medicine", HoldsSecrets = "secrets", InDispute = "dispute", AwardedAbove = "awarded-above";

    public override string Kind => Code;

    public override string Name => "先进操作法";

    public override IReadOnlyList<FormSection> Sections =>
    [
        new("基本情况",
        [
            new("occupation", "职业（工种）") { Longest = 40 }, new("field", "所属行业") { Longest = 40 },
            new(UsedSince, "开始使用日期", FieldKind.Date) { Hint = "须已使用满一年" },
            new("places", "使用单位", FieldKind.Table) { Columns = [new("单位、岗位"), new("起用日期")], Most = 10, TellsWho = true },
        ]),
        new("形成背景", [new("background", "原有操作的不足", FieldKind.Paragraph) { Longest = 2000, Hint = "请不要写单位名称和姓名，首轮评审时专家看不到" }]),
        new("操作步骤",
        [
            new(Steps, "步骤与要领", FieldKind.Table) { Columns = [new("步骤"), new("要领"), new("安全注意")], Most = 20, Longest = 300 },
            new("points", "独创之处", FieldKind.Points) { Most = 3, Longest = 200 },
        ]),
        new("实施效果",
        [
            new("compared", "前后对比", FieldKind.Table) { Columns = [new("指标"), new("使用前", true), new("使用后", true), new("单位"), new("数据来源")], Most = 12 },
            new("evidence", "一年以上成效", FieldKind.Paragraph) { Longest = 1500 },
        ]),
        new("推广",
        [
            new("training", "培训材料", FieldKind.Paragraph) { IsRequired = false, Longest = 500, Hint = "教材、视频的名称和学习时长" },
            new(Spreads, "推广记录", FieldKind.Table) { IsRequired = false, Columns = [new("推广单位"), new("日期"), new("培训人数", true), new("效果")], Most = 20, TellsWho = true },
        ]),
        new("排除情形",
        [
            new(IsMedicine, "是否属于医疗诊治方法", FieldKind.YesNo) { TellsWho = true }, new(HoldsSecrets, "是否涉及国家秘密或技术秘密", FieldKind.YesNo) { TellsWho = true },
            new(InDispute, "是否有权属争议", FieldKind.YesNo) { TellsWho = true }, new(AwardedAbove, "是否已获省级以上命名", FieldKind.YesNo) { TellsWho = true },
        ]),
    ];
}
