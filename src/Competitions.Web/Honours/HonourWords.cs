using Competitions.Honours;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Honours;

/// <summary>Honours and certificates as they are said on the screen.</summary>
public static class HonourWords
{
    public static string Name(this HonourStage stage) => stage switch
    {
        HonourStage.Proposed => "拟授",
        HonourStage.Noticed => "公示中",
        HonourStage.Disputed => "异议核查",
        HonourStage.Approved => "已审定",
        HonourStage.Decreed => "已发文",
        HonourStage.Granted => "已授予",
        HonourStage.Dropped => "不予授予",
        _ => "已撤销",
    };

    public static string Mark(this HonourStage stage) => stage switch
    {
        HonourStage.Granted => "st-ok",
        HonourStage.Disputed => "st-warn",
        HonourStage.Withdrawn => "st-bad",
        HonourStage.Dropped => "st-off",
        _ => "st-run",
    };

    public static string Name(this HonourMove move) => move switch
    {
        HonourMove.GiveNotice => "开始公示",
        HonourMove.Dispute => "转异议核查",
        HonourMove.Approve => "审定",
        HonourMove.Decree => "登记发文",
        HonourMove.Grant => "授予",
        HonourMove.Register => "凭发文补录",
        HonourMove.Drop => "不予授予",
        _ => "撤销荣誉",
    };

    public static string Name(this HonourKind kind) => kind switch
    {
        HonourKind.Prize => "奖项",
        HonourKind.Title => "称号",
        HonourKind.Level => "等级晋升",
        _ => "集体奖项",
    };

    public static string Name(this HolderKind kind) => kind switch
    {
        HolderKind.Person => "个人",
        HolderKind.Team => "团队",
        HolderKind.Coach => "教练",
        _ => "单位",
    };

    public static string Name(this CertificateStage stage) => stage switch
    {
        CertificateStage.Valid => "有效",
        CertificateStage.Withdrawn => "已撤销",
        _ => "已换发",
    };

    public static string Mark(this CertificateStage stage) => stage switch
    {
        CertificateStage.Valid => "st-ok",
        CertificateStage.Withdrawn => "st-bad",
        _ => "st-off",
    };

    public static IEnumerable<SelectListItem> Choices<T>(Func<T, string> name, string? first = null) where T : struct, Enum =>
        [.. first is null ? Array.Empty<SelectListItem>() : [new SelectListItem(first, "")], .. Enum.GetValues<T>().Select(v => new SelectListItem(name(v), $"{v}"))];
}
