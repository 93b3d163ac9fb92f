using Competitions.Innovations;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>Stages and moves as they are said on the screen.</summary>
public static class ProposalWords
{
    public static string Name(this ProposalStage stage) => stage switch
    {
        ProposalStage.Submitted => "待受理",
        ProposalStage.Accepted => "评估中",
        ProposalStage.Assessed => "待答复",
        ProposalStage.Adopted => "已采纳",
        ProposalStage.PartlyAdopted => "部分采纳",
        ProposalStage.Declined => "不采纳",
        ProposalStage.Implementing => "实施中",
        ProposalStage.Implemented => "已实施",
        ProposalStage.Confirmed => "效果已确认",
        ProposalStage.Rewarded => "已评级奖励",
        ProposalStage.Archived => "已归档",
        _ => "已撤回",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this ProposalStage stage) => stage switch
    {
        ProposalStage.Submitted => "st-wait",
        ProposalStage.Accepted or ProposalStage.Assessed or ProposalStage.Implementing => "st-run",
        ProposalStage.Adopted or ProposalStage.PartlyAdopted or ProposalStage.Implemented or ProposalStage.Confirmed => "st-ok",
        ProposalStage.Rewarded => "st-gold",
        ProposalStage.Declined => "st-bad",
        _ => "st-off",
    };

    public static string Name(this ProposalMove move) => move switch
    {
        ProposalMove.Submit => "提交",
        ProposalMove.Accept => "受理",
        ProposalMove.Assess => "部门评估",
        ProposalMove.Adopt => "采纳",
        ProposalMove.AdoptPartly => "部分采纳",
        ProposalMove.Decline => "不采纳",
        ProposalMove.Start => "开始实施",
        ProposalMove.Finish => "实施完成",
        ProposalMove.Confirm => "效果确认",
        ProposalMove.Reward => "评级奖励",
        ProposalMove.Convert => "转为五小成果",
        ProposalMove.Archive => "归档",
        _ => "撤回",
    };

    /// <summary>By whom it is told on the worker's page: “单位 5月21日前受理”.</summary>
    public static string? Due(this ProposalStage stage, DateOnly acknowledgeBy, DateOnly decideBy) => stage switch
    {
        ProposalStage.Submitted => $"{acknowledgeBy:yyyy-MM-dd} 前受理",
        ProposalStage.Accepted or ProposalStage.Assessed => $"{decideBy:yyyy-MM-dd} 前答复",
        _ => null,
    };

    public static string Stars(int count) => new('★', count);
}
