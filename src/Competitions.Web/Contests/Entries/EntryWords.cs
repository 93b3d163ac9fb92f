using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Entries;

/// <summary>Stages, moves and findings as they are said on the screen.</summary>
public static class EntryWords
{
    public static string Name(this EntryStage stage) => stage switch
    {
        EntryStage.Draft => "草稿",
        EntryStage.Submitted => "单位审核中",
        EntryStage.UnitVetted => "镇街审核中",
        EntryStage.TownVetted => "主办方审查中",
        EntryStage.Returned => "退回补正",
        EntryStage.Accepted => "审核通过",
        EntryStage.Refused => "审核不通过",
        EntryStage.Waiting => "候补",
        EntryStage.Confirmed => "已确认参赛",
        EntryStage.SignedIn => "已签到",
        EntryStage.Absent => "缺考",
        EntryStage.Finished => "完赛",
        EntryStage.Retired => "中途退赛",
        EntryStage.Disqualified => "取消资格",
        EntryStage.Withdrawn => "已撤回",
        _ => "赛项取消，已释放",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this EntryStage stage) => stage switch
    {
        EntryStage.Draft => "st-draft",
        EntryStage.Submitted or EntryStage.UnitVetted or EntryStage.TownVetted or EntryStage.SignedIn => "st-run",
        EntryStage.Returned or EntryStage.Waiting => "st-warn",
        EntryStage.Accepted or EntryStage.Confirmed or EntryStage.Finished => "st-ok",
        EntryStage.Refused or EntryStage.Disqualified => "st-bad",
        _ => "st-off",
    };

    public static string Name(this EntryMove move) => move switch
    {
        EntryMove.Submit => "提交报名",
        EntryMove.PassUnit => "单位审核通过",
        EntryMove.PassTown => "镇街·产业工会推荐",
        EntryMove.Accept => "资格审查通过",
        EntryMove.PutOnWaitingList => "转候补",
        EntryMove.Refuse => "审核不通过",
        EntryMove.Return => "退回补正",
        EntryMove.Confirm => "确认参赛",
        EntryMove.SignIn => "签到",
        EntryMove.UndoSignIn => "撤销签到",
        EntryMove.MarkAbsent => "记缺考",
        EntryMove.Finish => "完赛",
        EntryMove.Retire => "中途退赛",
        EntryMove.Disqualify => "取消资格",
        EntryMove.Withdraw => "撤回报名",
        EntryMove.Promote => "凭晋级名单报名",
        _ => "赛项取消，释放",
    };

    public static string Name(this EntryRole role) => role switch
    {
        EntryRole.Competitor => "选手",
        EntryRole.Leader => "领队",
        _ => "教练",
    };

    public static string Name(this EligibilityRule rule) => rule switch
    {
        EligibilityRule.Age => "年龄",
        EligibilityRule.Retirement => "法定退休年龄",
        EligibilityRule.Insurance => "本地社保",
        EligibilityRule.OneEvent => "一人一项",
        EligibilityRule.Title => "已获称号排除",
        EligibilityRule.UnitPlaces => "单位名额",
        EligibilityRule.Level => "技能等级",
        _ => "诚信记录",
    };

    /// <summary>The value found, short.</summary>
    public static string Found(this Finding finding) => (finding.Rule, finding.Verdict, finding.Found) switch
    {
        (EligibilityRule.Age, _, int years) => $"{years} 岁",
        (EligibilityRule.Retirement, _, DateOnly day) => day.Iso(),
        (EligibilityRule.Insurance, _, int months) => $"{months} 个月",
        (EligibilityRule.OneEvent, Verdict.Pass, _) => "仅此 1 项",
        (EligibilityRule.OneEvent, _, int count) => $"{count} 项",
        (EligibilityRule.UnitPlaces, _, int place) => $"{place} / {finding.Parts[0]}",
        (EligibilityRule.Level, _, string level) => level,
        (_, Verdict.Pass, _) => "无不符",
        (_, Verdict.Fail, _) => "不符",
        _ => "待核",
    };

    /// <summary>Why, in a sentence.</summary>
    public static string Sentence(this Finding finding)
    {
        var parts = finding.Parts;
        return finding.Reason switch
        {
            "age.too-young" => $"须满 {parts[0]} 周岁（以报名截止日计）",
            "age.too-old" => $"不超过 {parts[0]} 周岁（以报名截止日计）",
            "age.grown" => $"{parts[0]} 周岁以上",
            "age.within" => $"{parts[0]}–{parts[1]} 周岁",
            "retirement.before" => $"法定退休年龄 {parts[0]}，报名截止日尚未达到",
            "retirement.reached" => $"法定退休年龄 {parts[0]}，报名截止日已达到",
            "retirement.depends" => $"退休年龄在 {parts[0]} 与 {parts[1]} 之间，须核实性别或干部、工人身份",
            "insurance.enough" => $"报名截止日前在本地连续缴纳不少于 {parts[0]} 个月",
            "insurance.too-short" => $"报名截止日前在本地连续缴纳须不少于 {parts[0]} 个月",
            "insurance.not-known" => $"档案没有参保起始月，须核对不少于 {parts[0]} 个月的社保证明",
            "one-event.only" => "未报名本届其他赛项",
            "one-event.others" => $"同时报名本届：{parts[0]}",
            "title.none" => "申报表声明未获技术能手等称号",
            "title.not-stated" => "没有声明是否获过技术能手等称号",
            "title.holds" => $"申报表声明已获：{parts[0]}",
            "unit-places.within" => $"本单位本赛项最多 {parts[0]} 份，本份在名额内",
            "unit-places.above" => $"本单位本赛项最多 {parts[0]} 份，本份超出",
            "level.enough" => $"须为{parts[0]}以上",
            "level.too-low" => $"须为{parts[0]}以上",
            "level.not-known" => $"档案没有技能等级，须核对是否{parts[0]}以上",
            "clean-record.stated" => $"{parts[0]} 年内无违法违纪承诺书已交",
            _ => $"没有交 {parts[0]} 年内无违法违纪承诺书",
        };
    }

    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Pass => "通过",
        Verdict.Fail => "不符",
        _ => "待核",
    };

    /// <summary>全部通过 · 1 项不符 · 2 项待核.</summary>
    public static (string Mark, string Words) Summary(IEnumerable<Finding> findings)
    {
        var (fails, unknowns) = (findings.Count(f => f.Verdict is Verdict.Fail), findings.Count(f => f.Verdict is Verdict.Unknown));
        return fails > 0 ? ("st-bad", $"{fails} 项不符") : unknowns > 0 ? ("st-warn", $"{unknowns} 项待核") : ("st-ok", "全部通过");
    }

    /// <summary>How long it has waited: 2天, 5时, 12分.</summary>
    public static string Ago(this DateTime at, DateTime now) => (now - at) switch
    {
        { TotalDays: >= 1 } t => $"{(int)t.TotalDays}天",
        { TotalHours: >= 1 } t => $"{(int)t.TotalHours}时",
        var t => $"{Math.Max(0, (int)t.TotalMinutes)}分",
    };
}
