using Competitions.Contests;
using Competitions.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Contests;

/// <summary>How the room's stages, moves and kinds are called on the screen.</summary>
public static class ContestWords
{
    public static readonly IReadOnlyList<EventStage> MainLine =
        [EventStage.Draft, EventStage.Registration, EventStage.Vetting, EventStage.Ready, EventStage.Running, EventStage.Checking, EventStage.Opened, EventStage.Announced, EventStage.Noticed, EventStage.Honoured, EventStage.Archived];

    public static string Name(this EventStage stage) => stage switch
    {
        EventStage.Draft => "策划中",
        EventStage.Registration => "报名中",
        EventStage.Vetting => "资格审查",
        EventStage.Ready => "赛前准备",
        EventStage.Running => "竞赛进行中",
        EventStage.Checking => "成绩评定",
        EventStage.Opened => "已解密",
        EventStage.Announced => "成绩发布",
        EventStage.Noticed => "结果公示",
        EventStage.Honoured => "表彰认定",
        EventStage.Archived => "已归档",
        EventStage.Suspended => "暂停",
        EventStage.Postponed => "延期",
        _ => "已取消",
    };

    /// <summary>The shape of the badge: never colour alone.</summary>
    public static string Shape(this EventStage stage) => stage switch
    {
        EventStage.Draft => "",
        EventStage.Running => "st-live",
        EventStage.Suspended or EventStage.Postponed => "st-warn",
        EventStage.Cancelled => "st-off",
        EventStage.Honoured => "st-gold",
        EventStage.Announced or EventStage.Noticed or EventStage.Archived => "st-ok",
        _ => "st-run",
    };

    public static string Name(this EventMove move) => move switch
    {
        EventMove.OpenRegistration => "开放报名",
        EventMove.CloseRegistration => "截止报名",
        EventMove.ReopenRegistration => "重新开放报名",
        EventMove.FinishVetting => "结束资格审查",
        EventMove.Start => "开赛",
        EventMove.Finish => "结束竞赛",
        EventMove.Reopen => "退回竞赛",
        EventMove.OpenCodes => "解密",
        EventMove.Announce => "发布成绩",
        EventMove.GiveNotice => "公示结果",
        EventMove.Honour => "表彰认定",
        EventMove.Archive => "归档",
        EventMove.Suspend => "暂停",
        EventMove.Resume => "恢复",
        EventMove.Postpone => "延期",
        EventMove.Reschedule => "改期完毕",
        _ => "取消赛项",
    };

    /// <summary>The next step of the main line; the others stand behind it.</summary>
    public static bool IsForward(this EventMove move) => move is EventMove.OpenRegistration or EventMove.CloseRegistration or EventMove.FinishVetting or EventMove.Start
        or EventMove.Finish or EventMove.OpenCodes or EventMove.Announce or EventMove.GiveNotice or EventMove.Resume or EventMove.Reschedule;

    /// <summary>Moves that have a page of their own, or that later rooms make with what belongs to them: no button on the event's page.</summary>
    public static bool IsMadeElsewhere(this EventMove move) =>
        move is EventMove.Cancel or EventMove.GiveNotice or EventMove.Honour or EventMove.Archive;

    public static string Name(this OrganisationLevel level) => level switch
    {
        OrganisationLevel.National => "国家级",
        OrganisationLevel.Province => "省级",
        OrganisationLevel.City => "市级",
        OrganisationLevel.District => "区县级",
        OrganisationLevel.Town => "镇街级",
        OrganisationLevel.Enterprise => "企业级",
        _ => "班组级",
    };

    public static string Name(this ContestClass of) => of switch { ContestClass.First => "一类", ContestClass.Second => "二类", _ => "不分类" };

    public static string Name(this HostRole role) => role switch { HostRole.Host => "主办", HostRole.Organiser => "承办", _ => "协办" };

    public static string Name(this ModuleKind kind) => kind switch
    {
        ModuleKind.Theory => "理论",
        ModuleKind.Practical => "实操",
        ModuleKind.Defence => "答辩",
        ModuleKind.Conduct => "职业素养",
        _ => "其他",
    };

    public static string Name(this ModuleWay way) => way switch
    {
        ModuleWay.Aspects => "测量与评价",
        ModuleWay.Panel => "裁判组打分",
        ModuleWay.ProcessSheet => "现场打分表",
        _ => "机考",
    };

    public static string Name(this GroupFor group) => group switch { GroupFor.Workers => "职工", GroupFor.Students => "学生", _ => "教师" };

    public static IEnumerable<SelectListItem> Choices<T>(Func<T, string> name) where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => new SelectListItem(name(v), v.ToString()));
}
