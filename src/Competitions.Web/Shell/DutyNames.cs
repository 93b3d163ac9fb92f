using Competitions.People;

namespace Competitions.Web.Shell;

public static class DutyNames
{
    private static readonly Dictionary<DutyKind, string> Names = new()
    {
        [DutyKind.SystemAdministrator] = "系统管理员",
        [DutyKind.SecurityAdministrator] = "安全管理员",
        [DutyKind.AuditAdministrator] = "审计管理员",
        [DutyKind.FederationOfficer] = "总工会经办人",
        [DutyKind.FederationLeader] = "分管领导",
        [DutyKind.TownOfficer] = "镇街·园区·产业工会",
        [DutyKind.EnterpriseOfficer] = "企业（基层）工会",
        [DutyKind.ReviewExpert] = "评审专家",
        [DutyKind.DisciplineInspector] = "纪检监督",
        [DutyKind.TechnicalExpert] = "技术专家",
        [DutyKind.Worker] = "职工",
        [DutyKind.EventOrganiser] = "赛项经办人",
        [DutyKind.ChiefJudge] = "裁判长",
        [DutyKind.ScoringJudge] = "评分裁判",
        [DutyKind.FloorJudge] = "现场裁判",
        [DutyKind.EncryptionJudge] = "加密裁判",
        [DutyKind.ScoreClerk] = "统分员",
        [DutyKind.Supervisor] = "监督仲裁",
        [DutyKind.TeamLeader] = "领队",
        [DutyKind.Coach] = "教练",
        [DutyKind.SheetUnlocker] = "解锁审批",
    };

    public static string Name(this DutyKind kind) => Names[kind];
}
