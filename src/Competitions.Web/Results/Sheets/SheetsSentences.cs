namespace Competitions.Web.Results.Sheets;

internal static class SheetsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["day-sheet.name"] = "签字须输入您本人的姓名：{0}。",
        ["day-sheet.changed"] = "评分单在您核对时又有改动，请看清现在的内容再确认。",
        ["day-sheet.locked"] = "这张评分单已经锁定，不用再确认。",
        ["day-sheet.own-mark"] = "您在这张评分单上给过分，须由没有参与给分的人办理。",
        ["day-sheet.not-whole"] = "还有 {0} 件作品没有评完、{1} 件没有签齐字，评完签齐后才能确认。",
        ["day-sheet.already-confirmed"] = "这张评分单已有人确认，等裁判长锁定。",
        ["day-sheet.already-locked"] = "这张评分单已经锁定，请刷新。",
        ["day-sheet.unconfirmed"] = "这张评分单还没有人确认，或确认以后又有改动；由统分员或监督确认后再锁定。",
        ["day-sheet.second-person"] = "确认和锁定须由两个人分别办理。",
        ["day-sheet.not-locked"] = "这张评分单没有锁定，不用解锁。",
        ["day-sheet.reason-missing"] = "请写明解锁的原因，4 到 {0} 个字。",
        ["day-sheet.unlocks-own"] = "锁定的人不能自己解锁，须由另一名解锁审批人员办理。",
    };
}
