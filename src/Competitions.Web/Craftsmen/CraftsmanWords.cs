using Competitions.Craftsmen;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Craftsmen;

/// <summary>Craftsmen as they are said on the screen.</summary>
public static class CraftsmanWords
{
    public static string Name(this CraftsmanStage stage) => stage switch
    {
        CraftsmanStage.Recommended => "待认定",
        CraftsmanStage.Declined => "不予认定",
        CraftsmanStage.InForce => "有效",
        CraftsmanStage.Suspended => "暂停",
        CraftsmanStage.Revoked => "已撤销",
        _ => "已终止",
    };

    public static string Mark(this CraftsmanStage stage) => stage switch
    {
        CraftsmanStage.Recommended => "st-run",
        CraftsmanStage.InForce => "st-ok",
        CraftsmanStage.Suspended => "st-warn",
        CraftsmanStage.Revoked => "st-bad",
        _ => "st-off",
    };

    public static string Name(this CraftsmanMove move) => move switch
    {
        CraftsmanMove.Confirm => "认定",
        CraftsmanMove.Decline => "不予认定",
        CraftsmanMove.Suspend => "暂停",
        CraftsmanMove.Resume => "恢复",
        CraftsmanMove.Revoke => "撤销",
        _ => "终止",
    };

    public static string Name(this DutyCheckStage stage) => stage switch
    {
        DutyCheckStage.Open => "待填报",
        DutyCheckStage.Reported => "待单位核对",
        DutyCheckStage.Confirmed => "待考核",
        DutyCheckStage.Qualified => "合格",
        _ => "不合格",
    };

    public static string Mark(this DutyCheckStage stage) => stage switch
    {
        DutyCheckStage.Open => "st-draft",
        DutyCheckStage.Reported or DutyCheckStage.Confirmed => "st-run",
        DutyCheckStage.Qualified => "st-ok",
        _ => "st-bad",
    };

    public static string Name(this DutyCheckMove move) => move switch
    {
        DutyCheckMove.Report => "填报",
        DutyCheckMove.Return => "退回补充",
        DutyCheckMove.Confirm => "单位核对",
        DutyCheckMove.Qualify => "考核合格",
        _ => "考核不合格",
    };

    public static string Name(this CaseStage stage) => stage switch
    {
        CaseStage.Clue => "线索",
        CaseStage.Verifying => "核查中",
        CaseStage.Hearing => "陈述申辩期",
        CaseStage.Stated => "已陈述申辩",
        CaseStage.Proposed => "待审定",
        CaseStage.Approved => "待发文",
        CaseStage.Revoked => "已撤销",
        _ => "不予撤销",
    };

    public static string Mark(this CaseStage stage) => stage switch
    {
        CaseStage.Revoked => "st-bad",
        CaseStage.Dismissed => "st-off",
        CaseStage.Hearing => "st-warn",
        _ => "st-run",
    };

    public static string Name(this CaseMove move) => move switch
    {
        CaseMove.Verify => "开始核查",
        CaseMove.Notify => "告知核查结果",
        CaseMove.State => "记录陈述申辩",
        CaseMove.Propose => "拟撤销，报审定",
        CaseMove.Return => "退回核查",
        CaseMove.Approve => "审定撤销",
        CaseMove.Decree => "发文撤销",
        _ => "不予撤销",
    };

    public static string Name(this EndReason reason) => reason switch { EndReason.TermOver => "任期届满", EndReason.Died => "去世", EndReason.MovedAway => "调离本区", _ => "退休或本人提出" };

    public static string Name(this LadderOutcome outcome) => outcome switch { LadderOutcome.Met => "符合", LadderOutcome.NotMet => "不符合", LadderOutcome.Waived => "免", _ => "未计入" };

    public static string Mark(this LadderOutcome outcome) => outcome switch { LadderOutcome.Met => "st-ok", LadderOutcome.NotMet => "st-off", LadderOutcome.Waived => "st-ok", _ => "st-warn" };

    /// <summary>What a test asks for.</summary>
    public static string Asks(this LadderTest test) => test.Kind switch
    {
        LadderTestKind.Member => "工会会员",
        LadderTestKind.Age => $"年龄不超过 {test.Number} 岁",
        LadderTestKind.YearsInTrade => $"从事本工种满 {test.Number} 年",
        LadderTestKind.ContestPlace => $"{Contests.ContestWords.Name(test.Level ?? Competitions.People.OrganisationLevel.District)}以上竞赛前 {test.Number} 名",
        LadderTestKind.SkillLevel => $"技能等级第 {test.Number} 级以上",
        LadderTestKind.StudioPeople => "创新工作室领衔人或成员",
        LadderTestKind.ActiveMaster => "正在带徒",
        LadderTestKind.NamedWork => "已命名的成果",
        _ => "在任",
    };

    /// <summary>Why a test came out as it did.</summary>
    public static string Reason(this TestFinding found) => found switch
    {
        { Proofs.Count: > 0 } => string.Join('、', found.Proofs.Select(p => p.Text)),
        { Outcome: LadderOutcome.NotCounted } => "师徒结对尚未启用，暂不计入",
        { Test.Kind: LadderTestKind.Member } => found.Outcome is LadderOutcome.Met ? "有会籍" : "现在没有会籍",
        { Test.Kind: LadderTestKind.Age } => $"{found.Value} 岁",
        { Test.Kind: LadderTestKind.YearsInTrade } => found.Value is { } years ? $"{years} 年" : "职工名册里没有从业年份",
        { Test.Kind: LadderTestKind.SkillLevel } => "职工名册里没有技能等级",
        { Test.Kind: LadderTestKind.ContestPlace } => "没有发布的成绩或奖项达到这个名次",
        { Test.Kind: LadderTestKind.StudioPeople } => "现在不在任何运行的工作室",
        { Test.Kind: LadderTestKind.NamedWork } => "荣誉名册里没有有效的",
        _ => "现在不在任",
    };

    public static string Money(this decimal yuan) => yuan.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture);

    public static IReadOnlyList<SelectListItem> Choices<T>(Func<T, string> name, string? first = null) where T : struct, Enum =>
        [.. first is null ? Array.Empty<SelectListItem>() : [new SelectListItem(first, "")], .. Enum.GetValues<T>().Select(v => new SelectListItem(name(v), $"{v}"))];
}
