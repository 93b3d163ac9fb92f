using Competitions.Contests;
using Competitions.Results;
using Competitions.Scoring;

namespace Competitions.Web.Results;

/// <summary>Stages, changes and awards as they are said on the screen.</summary>
public static class ResultWords
{
    public static string Name(this ResultStage stage) => stage switch
    {
        ResultStage.Computed => "待确认",
        ResultStage.Returned => "已退回",
        ResultStage.Confirmed => "待发布",
        ResultStage.Published => "已发布",
        ResultStage.Superseded => "已更正",
        _ => "已作废",
    };

    public static string Mark(this ResultStage stage) => stage switch
    {
        ResultStage.Computed or ResultStage.Confirmed => "st-run",
        ResultStage.Returned => "st-warn",
        ResultStage.Published => "st-ok",
        _ => "st-off",
    };

    public static string Name(this ResultMove move) => move switch
    {
        ResultMove.Compute => "汇总成绩",
        ResultMove.Confirm => "确认成绩",
        ResultMove.Return => "退回",
        ResultMove.Publish => "发布成绩",
        ResultMove.Discard => "作废",
        _ => "由更正后的成绩代替",
    };

    public static string Name(this Unranked unranked) => unranked switch
    {
        Unranked.Cancelled => "取消成绩",
        Unranked.Disqualified => "取消资格",
        Unranked.Retired => "中途退赛",
        Unranked.Absent => "缺考",
        _ => "",
    };

    public static string Name(this Medal medal) => medal switch
    {
        Medal.Gold => "金牌",
        Medal.Silver => "银牌",
        Medal.Bronze => "铜牌",
        Medal.Excellence => "优胜奖",
        _ => "",
    };

    public static string Name(this TeamWay way) => way switch
    {
        TeamWay.BestTotals => "成员总分相加",
        TeamWay.PlacePoints => "名次积分",
        TeamWay.PrizePoints => "获奖积分",
        _ => "不排团体名次",
    };

    /// <summary>Prize and medal; empty without one.</summary>
    public static string Won(this ResultLine line) => string.Join(' ', new[] { line.Prize, line.Medal is Medal.None ? null : line.Medal.Name() }.OfType<string>());

    /// <summary>A place, or why there is none.</summary>
    public static string Place(this ResultLine line) => line.Rank is { } rank ? $"{rank}" : line.Unranked.Name();

    public static string PassedWord(this ResultLine line) => line.Unranked is not Unranked.None ? "" : line.Passed ? "合格" : "未合格";

    public static string Name(this ResultChange change) => change.Of switch
    {
        ChangeOf.Added => "新列入",
        ChangeOf.Removed => "不再列入",
        ChangeOf.Standing => "成绩状态",
        ChangeOf.Rank => "名次",
        ChangeOf.Module => change.What ?? "模块",
        ChangeOf.Deducted => "扣分",
        ChangeOf.Total => "总成绩",
        ChangeOf.Passed => "合格",
        ChangeOf.Prize => "奖项",
        ChangeOf.Titles => "拟授称号",
        ChangeOf.Levels => "拟晋升等级",
        _ => "姓名单位",
    };

    /// <summary>A changed value in words.</summary>
    public static string Said(this ResultChange change, string value) => (change.Of, value) switch
    {
        (ChangeOf.Standing, _) => Enum.Parse<Unranked>(value) is Unranked.None ? "有效" : Enum.Parse<Unranked>(value).Name(),
        (ChangeOf.Passed, _) => value == "True" ? "合格" : "未合格",
        (ChangeOf.Prize, _) when Enum.TryParse<Medal>(value, out var medal) => medal.Name(),
        (_, "") => "—",
        (ChangeOf.Rank or ChangeOf.Added or ChangeOf.Removed, _) => $"第 {value} 名",
        _ => value,
    };
}
