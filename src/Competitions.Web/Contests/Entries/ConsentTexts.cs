using Competitions.People;

namespace Competitions.Web.Contests.Entries;

/// <summary>What a competitor agrees to. A changed text is a new version; a consent names the one that was read.</summary>
public static class ConsentTexts
{
    public const string Version = "2026-1";

    public static string Of(ConsentKind kind) => kind switch
    {
        ConsentKind.Processing => "我同意主办方为组织本次竞赛处理我的姓名、证件号码、联系电话、工作单位、技能等级等个人信息，并按规定期限保存。",
        _ => "我同意主办方在公示、成绩公布和获奖名单中公开我的姓名、工作单位、赛项和成绩。",
    };

    public static string Name(ConsentKind kind) => kind is ConsentKind.Processing ? "个人信息处理同意" : "公示与公布同意";
}
