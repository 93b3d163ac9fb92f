namespace Competitions.Web.Contests.ResultSheets;

internal static class ResultSheetsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["result-sheet.name-missing"] = "请填写赛事名称，不超过 100 个字。",
        ["result-sheet.organiser-missing"] = "请填写举办单位，不超过 100 个字。",
        ["result-sheet.event-missing"] = "请填写赛项名称，不超过 100 个字。",
        ["result-sheet.empty"] = "表里没有成绩，请从表头下一行开始填写。",
        ["result-sheet.reason-missing"] = "请写明原因。",
        ["result-sheet.held-later"] = "比赛日期不能晚于今天。",
        ["result-sheet.receiver"] = "成绩单只能报送给导入单位自己或它的上级工会。",
        ["result-sheet.second-person"] = "成绩单须由导入人以外的另一人审核。",
        ["result-sheet.move-not-allowed"] = "成绩单在当前状态下不能这样做，可能别人刚刚办理过，请刷新。",
        ["result-sheet.not-yours"] = "这份成绩单由接收的工会审核，您不能办理。",
        ["result-sheet.no-organisation"] = "您没有可以导入成绩单的组织。",
        ["result-sheet.no-such-event"] = "请从列表里选择您举办的、已经比赛的赛项。",
        ["result-sheet.no-such-sheet"] = "要更正的成绩单须是您单位已采用的，请从列表里选择。",
        ["result-sheet.teams"] = "团体赛项的成绩不能用成绩单导入，请选个人赛项。",
        ["result-sheet.twice"] = "这场比赛的成绩单已经导入过。成绩有误请选择“更正哪一份”，并写明原因。",
        ["result-sheet.too-many"] = "一份成绩单最多 {0} 行，请分成几份。",
        ["result-sheet.unit"] = "请填写单位，不超过 {0} 个字。",
        ["result-sheet.remark"] = "备注不超过 {0} 个字。",
        ["result-sheet.mark-missing"] = "请填写总成绩。",
        ["result-sheet.mark"] = "“{0}”不是 0 到 100000 之间、最多四位小数的数。",
        ["result-sheet.place"] = "“{0}”不是名次，请写 1 起的整数。",
        ["result-sheet.passed"] = "“{0}”不是“是”或“否”。",
        ["result-sheet.evidence-kind"] = "扫描件请用 PDF。",
    };
}
