namespace Competitions.Web.Shell.Audits;

/// <summary>What is done, in Chinese; an act without a word here is shown by its code.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Rooms = new()
    {
        ["account"] = "账号", ["duty"] = "职责", ["slip"] = "激活单", ["consent"] = "同意", ["correction"] = "更正申请", ["worker"] = "职工", ["workers"] = "职工名册",
        ["organisation"] = "组织", ["contest"] = "赛事", ["event"] = "赛项", ["entries"] = "报名", ["attachment"] = "报名材料", ["session"] = "场次", ["ticket"] = "准考证", ["scheme"] = "评分方案",
        ["paper"] = "试卷", ["questions"] = "题库", ["sitting"] = "机考", ["batch"] = "批处理", ["audit"] = "审计", ["board"] = "榜", ["result"] = "成绩", ["code-book"] = "加密编码表", ["honour"] = "荣誉", ["studio"] = "工作室", ["certificate"] = "证书", ["stamp"] = "印章",
        ["api-key"] = "接口密钥", ["panel-ticket"] = "入席码", ["judge"] = "裁判", ["declaration"] = "回避申报", ["recusal"] = "申请回避", ["code-draw"] = "加密抽签", ["seal-key"] = "密封钥匙", ["witness"] = "见证", ["appeal"] = "申诉", ["correction-slip"] = "更正单", ["notice"] = "公示", ["objection"] = "异议",
    };

    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["sign-in"] = "登录", ["sign-out"] = "退出", ["sign-out-everywhere"] = "退出全部登录", ["create"] = "新建", ["lock"] = "停用", ["unlock"] = "恢复", ["link"] = "关联职工", ["unlink"] = "取消关联",
        ["reset-password"] = "重置密码", ["change-password"] = "修改密码", ["first-administrator"] = "建立首个管理员", ["activate"] = "激活", ["give"] = "授予", ["end"] = "结束", ["withdraw"] = "撤回",
        ["ask"] = "提出", ["answer"] = "答复", ["view-id-number"] = "查看证件号码", ["view-phone"] = "查看手机号码", ["transfer"] = "转会", ["leave"] = "终止会籍", ["export"] = "导出", ["import"] = "导入",
        ["rename"] = "更名", ["move"] = "变更", ["close"] = "终止", ["merge"] = "并入", ["copy"] = "复制", ["change-rules"] = "修改规则", ["assign"] = "排赛位", ["extra-time"] = "加时", ["print"] = "打印",
        ["upload"] = "上传", ["adopt"] = "采用", ["draw"] = "抽题", ["reveal"] = "查看试题", ["queued"] = "排队", ["verify"] = "核验", ["add"] = "上传", ["remove"] = "删除", ["download"] = "下载", ["release"] = "公开", ["hide"] = "不再公开", ["freeze"] = "封榜", ["unfreeze"] = "解除封榜", ["compute"] = "汇总", ["confirm"] = "确认", ["return"] = "退回", ["publish"] = "发布", ["discard"] = "作废", ["open"] = "解密",
        ["grant"] = "授予", ["register"] = "补录", ["givenotice"] = "公示", ["dispute"] = "异议核查", ["approve"] = "审定", ["decree"] = "发文", ["drop"] = "不予授予", ["coaches"] = "登记教练", ["issue"] = "编号", ["reissue"] = "换发", ["retire"] = "停用",
        ["use"] = "使用", ["revoke"] = "吊销", ["refused"] = "拒绝", ["read-by-key"] = "接口读取", ["commit"] = "承诺", ["drawn"] = "抽签", ["seal"] = "密封", ["replace"] = "重抽", ["take"] = "领取", ["sign"] = "见证登录", ["accept"] = "受理", ["refuse"] = "不予受理", ["find"] = "结论", ["deliver"] = "送达签收", ["escalate"] = "二级仲裁", ["rule"] = "裁决", ["countersign"] = "监督签字", ["file"] = "提出", ["read"] = "查看", ["qualify"] = "登记资格", ["train"] = "培训签到", ["train-on-paper"] = "补记培训", ["state"] = "签署申报", ["decline"] = "不予同意",
    };

    public static IEnumerable<(string Code, string Name)> All => Rooms.Select(r => (r.Key, r.Value));

    public static string Name(string act) => act.Split('.', 2) is [var room, var verb] && Rooms.TryGetValue(room, out var thing)
        ? $"{thing}·{Verbs.GetValueOrDefault(verb, verb)}"
        : act;
}
