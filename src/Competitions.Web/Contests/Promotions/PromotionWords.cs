using Competitions.Contests;

namespace Competitions.Web.Contests.Promotions;

/// <summary>Stages, moves and rules of promotion as they are said on the screen.</summary>
public static class PromotionWords
{
    public static string Name(this PromotionStage stage) => stage switch
    {
        PromotionStage.Computed => "待确认",
        PromotionStage.Returned => "已退回",
        PromotionStage.Confirmed => "待发布",
        PromotionStage.Published => "已发布",
        PromotionStage.Discarded => "已作废",
        _ => "已撤回",
    };

    public static string Mark(this PromotionStage stage) => stage switch
    {
        PromotionStage.Computed => "st-run",
        PromotionStage.Returned => "st-warn",
        PromotionStage.Confirmed => "st-run",
        PromotionStage.Published => "st-ok",
        PromotionStage.Withdrawn => "st-bad",
        _ => "st-off",
    };

    public static string Name(this PromotionMove move) => move switch
    {
        PromotionMove.Compute => "计算名单",
        PromotionMove.Settle => "排定并列先后",
        PromotionMove.Confirm => "确认名单",
        PromotionMove.Return => "退回",
        PromotionMove.Publish => "发布名单",
        PromotionMove.Discard => "作废",
        _ => "撤回名单",
    };

    public static string Name(this PromotionActKind kind) => kind switch
    {
        PromotionActKind.Entered => "生成报名",
        PromotionActKind.NotEntered => "未能生成报名",
        PromotionActKind.GaveUp => "放弃晋级",
        _ => "递补",
    };

    public static string Name(this BorderTie tie) => tie switch
    {
        BorderTie.Widen => "扩大名额，都晋级",
        BorderTie.Narrow => "不扩大，都不晋级",
        _ => "先排定先后",
    };

    public static string Name(this CountRounding rounding) => rounding switch
    {
        CountRounding.Down => "舍去小数",
        CountRounding.Up => "进一",
        _ => "四舍五入",
    };

    public static string Name(this PromotionGround ground) => ground switch
    {
        PromotionGround.BelowMark => "低于最低总分",
        PromotionGround.NotPassed => "有模块未合格",
        PromotionGround.UnitPlacesUsed => "本单位名额已满",
        PromotionGround.TiedAtBorder => "并列跨线，不扩大",
        PromotionGround.BeyondPlaces => "在名额之外",
        _ => "",
    };

    /// <summary>晋级 · 候补第 2 · 并列待定 · 未晋级.</summary>
    public static (string Mark, string Words) Said(this PromotionOutcome outcome, int reserve) => outcome switch
    {
        PromotionOutcome.Goes => ("st-ok", "晋级"),
        PromotionOutcome.Reserve => ("st-wait", $"候补第 {reserve}"),
        PromotionOutcome.Undecided => ("st-warn", "并列待定"),
        _ => ("st-off", "未晋级"),
    };

    /// <summary>As the line stands now, after what happened to it.</summary>
    public static (string Mark, string Words) Said(this PromotionLine line) => line switch
    {
        { IsGone: true } => ("st-off", "已放弃"),
        { IsFilled: true } => ("st-ok", $"递补（候补第 {line.ReserveOrder}）"),
        _ => line.Outcome.Said(line.ReserveOrder),
    };

    /// <summary>前 3 名，每单位最多 1 人，候补 2 人.</summary>
    public static string InWords(this PromotionRule rule)
    {
        List<string> parts = [];
        if (rule.Top is { } top)
        {
            parts.Add($"前 {top} 名");
        }

        if (rule.Share is { } share)
        {
            parts.Add($"前 {share * 100:0.##}%（{rule.Rounding.Name()}）");
        }

        parts.AddRange(new[]
        {
            rule.PerUnit > 0 ? $"每单位最多 {rule.PerUnit} 人" : null, rule.FewestMark is { } mark ? $"总分不低于 {mark:0.##}" : null,
            rule.PassedOnly ? "各模块都合格" : null, $"并列{rule.Tie.Name()}", rule.Reserves > 0 ? $"候补 {rule.Reserves} 人" : null,
        }.OfType<string>());
        return string.Join('，', parts);
    }
}
