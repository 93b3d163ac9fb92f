using System.Globalization;
using Competitions.Programmes;
using Competitions.Web.Shell;

namespace Competitions.Web.Programmes;

/// <summary>Calls and applications as they are said on the screen.</summary>
public static class ProgrammeWords
{
    /// <summary>As a call goes when nothing stops it; a pitch only where the rules have one.</summary>
    public static IReadOnlyList<CallStage> MainLine(CallRules rules) =>
    [
        CallStage.Draft, CallStage.Published, CallStage.Reviewing, .. rules.Pitch is null ? (CallStage[])[] : [CallStage.Pitching], CallStage.Ranked, CallStage.Approved, CallStage.Noticed, CallStage.Named,
    ];

    public static string Name(this CallStage stage) => stage switch
    {
        CallStage.Draft => "草拟",
        CallStage.Published => "申报推荐",
        CallStage.Reviewing => "专家评审",
        CallStage.Pitching => "现场路演",
        CallStage.Ranked => "待审定",
        CallStage.Approved => "已审定",
        CallStage.Noticed => "公示",
        CallStage.Named => "已命名",
        _ => "已取消",
    };

    public static string Mark(this CallStage stage) => stage switch
    {
        CallStage.Named => "st-ok",
        CallStage.Cancelled => "st-off",
        CallStage.Draft => "st-wait",
        CallStage.Ranked => "st-warn",
        _ => "st-run",
    };

    public static string Name(this CallMove move) => move switch
    {
        CallMove.Publish => "发布通知",
        CallMove.BeginReview => "开始评审",
        CallMove.Shortlist => "确定入围",
        CallMove.ExtendReview => "延长评审",
        CallMove.Rank => "汇总排序",
        CallMove.Return => "退回重评",
        CallMove.Approve => "审定",
        CallMove.GiveNotice => "公示",
        CallMove.Name => "命名表彰",
        _ => "取消批次",
    };

    public static string Name(this ApplicationStage stage) => stage switch
    {
        ApplicationStage.Draft => "草稿",
        ApplicationStage.Submitted => "待单位审核",
        ApplicationStage.UnitNoticed => "单位公示中",
        ApplicationStage.UnitPassed => "待推荐",
        ApplicationStage.Recommended => "待形式审查",
        ApplicationStage.Correcting => "待补正",
        ApplicationStage.Returned => "已退回",
        ApplicationStage.Accepted => "已受理",
        ApplicationStage.UnderReview => "评审中",
        ApplicationStage.Selected => "入选",
        ApplicationStage.Approved => "已审定",
        ApplicationStage.Noticed => "公示中",
        ApplicationStage.Named => "已命名",
        ApplicationStage.Unselected => "未入选",
        ApplicationStage.Refused => "不予通过",
        ApplicationStage.Withdrawn => "已撤回",
        ApplicationStage.Lapsed => "逾期未办",
        _ => "已取消",
    };

    public static string Mark(this ApplicationStage stage) => stage switch
    {
        ApplicationStage.Named or ApplicationStage.Selected or ApplicationStage.Approved => "st-ok",
        ApplicationStage.Returned or ApplicationStage.Correcting => "st-warn",
        ApplicationStage.Refused or ApplicationStage.Cancelled => "st-bad",
        ApplicationStage.Draft => "st-wait",
        ApplicationStage.Unselected or ApplicationStage.Withdrawn or ApplicationStage.Lapsed => "st-off",
        _ => "st-run",
    };

    public static string Name(this ApplicationMove move) => move switch
    {
        ApplicationMove.Submit => "提交",
        ApplicationMove.GiveUnitNotice => "开始单位公示",
        ApplicationMove.PassUnit => "单位审核通过",
        ApplicationMove.Recommend => "推荐",
        ApplicationMove.TakeBack => "收回推荐",
        ApplicationMove.Accept => "受理",
        ApplicationMove.AskCorrection => "要求补正",
        ApplicationMove.Correct => "补正完毕",
        ApplicationMove.Return => "退回",
        ApplicationMove.Refuse => "不予通过",
        ApplicationMove.Withdraw => "撤回",
        ApplicationMove.Lapse => "逾期未办",
        ApplicationMove.BeginReview => "进入评审",
        ApplicationMove.Select => "入选",
        ApplicationMove.PassOver => "未入选",
        ApplicationMove.ReviewAgain => "退回重评",
        ApplicationMove.Approve => "审定",
        ApplicationMove.GiveNotice => "公示",
        ApplicationMove.Name => "命名",
        _ => "取消",
    };

    public static string Name(this ApplicationChannel channel) => channel switch
    {
        ApplicationChannel.Unit => "单位推荐",
        ApplicationChannel.Society => "社团推荐",
        _ => "本人自荐",
    };

    public static string Name(this ReviewBar bar) => bar switch
    {
        ReviewBar.OwnUnit => "本单位申报",
        ReviewBar.OwnName => "本人署名",
        ReviewBar.TookPart => "经手过审核推荐",
        ReviewBar.Recused => "已申请回避",
        _ => "",
    };

    public static string Name(this ReviewRound round) => round is ReviewRound.First ? "初评" : "路演";

    /// <summary>1,860.5 元.</summary>
    public static string Yuan(this decimal amount) => $"{amount.ToString("#,0.##", CultureInfo.InvariantCulture)} 元";

    public static string Sentence(this Finding finding) => Sentences.For(finding.Code, finding.Details);

    /// <summary>一, 二, 三 … of the sections.</summary>
    public static string Chinese(int n) => n <= 10 ? "〇一二三四五六七八九十"[n].ToString() : $"十{(n % 10 == 0 ? "" : "〇一二三四五六七八九"[n % 10])}";
}
