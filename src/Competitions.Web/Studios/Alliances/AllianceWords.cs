using Competitions.Studios;

namespace Competitions.Web.Studios.Alliances;

/// <summary>Alliances as they are said on the screen.</summary>
public static class AllianceWords
{
    public static string Name(this AllianceStage stage) => stage switch { AllianceStage.Proposed => "待牵头确认", AllianceStage.Standing => "运行", AllianceStage.Declined => "未成立", _ => "已解散" };

    public static string Mark(this AllianceStage stage) => stage switch { AllianceStage.Proposed => "st-run", AllianceStage.Standing => "st-ok", _ => "st-off" };

    public static string Name(this AllianceMemberStage stage) => stage switch
    {
        AllianceMemberStage.Invited => "待单位确认",
        AllianceMemberStage.Joined => "成员",
        AllianceMemberStage.Declined => "已谢绝",
        AllianceMemberStage.Revoked => "邀请已撤回",
        _ => "已退出",
    };

    public static string Mark(this AllianceMemberStage stage) => stage switch { AllianceMemberStage.Invited => "st-run", AllianceMemberStage.Joined => "st-ok", _ => "st-off" };

    public static string Name(this AllianceMove move) => move switch
    {
        AllianceMove.Found => "发起",
        AllianceMove.Invite => "邀请",
        AllianceMove.Accept => "接受邀请",
        AllianceMove.Decline => "谢绝邀请",
        AllianceMove.Revoke => "撤回邀请",
        AllianceMove.Leave => "退出联盟",
        _ => "解散联盟",
    };
}
