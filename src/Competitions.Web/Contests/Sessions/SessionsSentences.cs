namespace Competitions.Web.Contests.Sessions;

internal static class SessionsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["session.no-such-module"] = "赛项没有这个模块，请重新选择。",
        ["session.has-begun"] = "本场已经开始，不能再改时间和场地。",
        ["session.name-missing"] = "请填写场次名称，不超过 50 个字。",
        ["session.room-missing"] = "请填写赛场（房间），不超过 50 个字。",
        ["session.minutes"] = "时长应在 1 到 1440 分钟之间。",
        ["session.move-not-allowed"] = "本场在当前状态下不能这样做，可能别人刚刚操作过，请刷新。",
        ["session.reason-missing"] = "请写明原因。",
        ["session.seats-have-time"] = "还有 {0} 个赛位没有到时间。确要提前结束，请写明原因。",
        ["session.has-ended"] = "本场已经结束，不能再签到。",
        ["session.seats-shape"] = "赛位号每行一个，可在号码后空一格写设备；不能重复，不超过 500 个。",
        ["session.seats-in-use"] = "有赛位已安排或已签到，不能整批改动赛位。请先清空安排。",
        ["session.too-few-seats"] = "赛位 {0} 个，少于要安排的选手 {1} 人。请先增加赛位。",
        ["session.nobody-to-seat"] = "没有待安排的选手。",
        ["seat.already-used"] = "赛位 {0} 的选手已签到或缺考，不能再改安排。",
        ["seat.nobody-here"] = "赛位 {0} 没有安排选手。",
        ["seat.already-signed-in"] = "赛位 {0} 的选手已经签到。",
        ["seat.sign-in-not-open"] = "签到在开赛前 {0} 分钟开放，请稍候。",
        ["seat.too-late"] = "开赛已超过 {0} 分钟，按规则不能入场，记为缺考。",
        ["seat.cannot-undo"] = "开赛后不能撤销签到。",
        ["seat.not-expected"] = "赛位 {0} 没有未到的选手。",
        ["seat.may-still-come"] = "开赛 {0} 分钟内选手仍可入场，过后才能登记缺考。",
        ["seat.extra-minutes"] = "补时应在 1 到 600 分钟之间。",
        ["seat.not-working"] = "赛位 {0} 的选手不在比赛中。",
        ["seat.hand-in-too-early"] = "开赛 {0} 分钟内不能交卷（交件）。",
        ["sign-in.no-such-ticket"] = "本场没有这张准考证（{0}），请核对场次。",
        ["document.no-browser"] = "服务器没有安装 Chromium 或 Edge，不能生成 PDF。请用浏览器的“打印”另存为 PDF，或请管理员安装 Chromium。",
        ["document.failed"] = "生成 PDF 没有成功，请重试；仍不行可用浏览器的“打印”另存为 PDF。",
        ["ticket.none"] = "还没有审核通过的选手，没有可打印的准考证。",
    };
}
