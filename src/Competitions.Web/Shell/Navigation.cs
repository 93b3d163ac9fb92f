using Competitions.Web.Shell.Access;

namespace Competitions.Web.Shell;

/// <summary>A line of the side bar, for those who hold a duty of its policy.</summary>
/// <param name="Also">Rooms beside the address whose pages belong to the line.</param>
public sealed record NavigationItem(string? Heading, string Icon, string Name, string Address, string Policy, params string[] Also)
{
    public bool IsAt(string path) => path == Address || Also.Append(Address).Any(a => a != "/" && (path == a || path.StartsWith(a + "/", StringComparison.Ordinal)));
}

/// <summary>The side bar, cut to the caller's duties. A room adds its line when it is built.</summary>
public static class Navigation
{
    private static readonly NavigationItem[] Items =
    [
        new(null, "home", "工作台", "/", Policies.SignedIn),
        new(null, "trophy", "技能赛事", "/contests", Policies.ReadContests, "/events"),
        new(null, "people", "报名", "/entries", Policies.ReadEntries),
        new(null, "list", "成绩单", "/result-sheets", Policies.Confirm),
        new(null, "megaphone", "公示", "/notices", Policies.ReadNotices, "/objections"),
        new(null, "medal", "荣誉证书", "/honours", Policies.ReadHonours, "/certificates", "/certificate-orders", "/stamps"),
        new(null, "bulb", "我的建议", "/my/proposals", Policies.Own),
        new("评选", "flag", "评选批次", "/calls", Policies.ReadCalls),
        new(null, "bulb", "申报", "/applications", Policies.ReadApplications),
        new(null, "document", "评审任务", "/reviews", Policies.Review),
        new(null, "studio", "创新工作室", "/studios", Policies.ReadStudios, "/studio-alliances"),
        new(null, "medal", "工匠", "/craftsmen", Policies.ReadCraftsmen),
        new(null, "edit", "我的报名", "/my/entries", Policies.Own),
        new(null, "edit", "我的考试", "/sittings", Policies.Own),
        new(null, "medal", "我的荣誉", "/my/honours", Policies.Own),
        new(null, "medal", "我的称号", "/my/craftsman", Policies.Own),
        new(null, "document", "我的档案", "/my/dossier", Policies.Own),
        new(null, "person", "我的资料", "/my/data", Policies.Own),
        new(null, "check", "我的同意", "/my/consents", Policies.Own),
        new("创新", "bulb", "合理化建议", "/proposals", Policies.ReadProposals, "/proposal-counts", "/proposal-stars"),
        new(null, "trophy", "成果推广", "/innovations", Policies.ReadInnovations, "/spreadings", "/innovation-counts"),
        new(null, "target", "重点创新项目", "/key-projects", Policies.ReadInnovations),
        new(null, "flag", "揭榜挂帅", "/needs", Policies.ReadInnovations),
        new(null, "certificate", "专利", "/patents", Policies.ReadPatents),
        new("理论考试", "book", "题库", "/questions", Policies.KeepQuestions),
        new(null, "document", "试卷", "/papers", Policies.KeepQuestions),
        new(null, "clock", "考试安排", "/occasions", Policies.Invigilate),
        new("名册", "people", "职工名册", "/workers", Policies.ReadPeople),
        new(null, "building", "工会组织", "/organisations", Policies.ReadPeople),
        new(null, "qr", "激活单", "/slips", Policies.ManagePeople),
        new(null, "edit", "更正申请", "/corrections", Policies.ManagePeople),
        new(null, "import", "批处理", "/batches", Policies.Enter),
        new("系统", "key", "账号", "/accounts", Policies.LockAccounts),
        new(null, "shield", "职责", "/duties", Policies.ManageDuties),
        new(null, "key", "接口密钥", "/api-keys", Policies.RevokeKeys),
        new("审计", "eye", "审计记录", "/audit", Policies.ReadAudit),
    ];

    public static IEnumerable<NavigationItem> For(IReadOnlyList<HeldDuty> held) => Items.Where(item =>
        item.Policy is Policies.SignedIn or Policies.Public || held.Any(d => Policies.KindsOf(item.Policy).Contains(d.Kind)));
}
