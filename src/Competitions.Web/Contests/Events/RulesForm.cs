using System.ComponentModel.DataAnnotations;
using Competitions.Contests;

namespace Competitions.Web.Contests.Events;

/// <summary>The numbers that an event is run by (parameters-and-traps.md §11), each as the preset gave it until it is changed.</summary>
public sealed class RulesForm
{
    [Display(Name = "理论占比上限（%）"), Range(0.0, 100.0)]
    public decimal MostTheoryWeight { get; set; } = 30;

    [Display(Name = "几名裁判起去掉最高最低分"), Range(3, 99)]
    public int TrimFrom { get; set; } = 5;

    [Display(Name = "成绩小数位数"), Range(0, 4)]
    public int Places { get; set; } = 2;

    [Display(Name = "加密层数"), Range(0, 3)]
    public int Layers { get; set; } = 3;

    [Display(Name = "加密编码须现场抽签、双人密封")]
    public bool SealedCodes { get; set; }

    [Display(Name = "成绩须经复核")]
    public bool RequiresRecheck { get; set; }

    [Display(Name = "裁判最低执裁资格")]
    public QualificationGrade LeastGrade { get; set; }

    [Display(Name = "裁判须赛前培训签到")]
    public bool TrainingNeeded { get; set; }

    [Display(Name = "全部复核的前列（%）"), Range(0.0, 100.0)]
    public decimal RecheckTop { get; set; } = 30;

    [Display(Name = "其余抽查（%）"), Range(0.0, 100.0)]
    public decimal RecheckSample { get; set; } = 15;

    [Display(Name = "差错率上限（%）"), Range(0.0, 100.0)]
    public decimal RecheckErrorLimit { get; set; } = 5;

    [Display(Name = "偏离中位数提示（满分的 %，0 为不提示）"), Range(0.0, 100.0)]
    public decimal OutlierShare { get; set; } = 20;

    [Display(Name = "申诉时限（分钟）"), Range(0, 100_000)]
    public int AppealMinutes { get; set; } = 120;

    [Display(Name = "申诉答复时限"), Range(1, 10_000)]
    public int AppealAnswerMinutes { get; set; } = 120;

    [Display(Name = "二级仲裁时限"), Range(1, 10_000)]
    public int SecondAppealMinutes { get; set; } = 120;

    [Display(Name = "公示（工作日）"), Range(0, 60)]
    public int NoticeDays { get; set; } = 5;

    [Display(Name = "奖项人数取整")]
    public CountRounding PrizeRounding { get; set; } = CountRounding.HalfUp;

    [Display(Name = "奖项边界并列")]
    public BorderTie PrizeTie { get; set; }

    [Display(Name = "标准分")]
    public string Scale { get; set; } = "none";

    [Display(Name = "奖牌并列容差（分）"), Range(0.0, 100.0)]
    public decimal MedalTolerance { get; set; } = 2;

    [Display(Name = "多选题少选得分比例"), Range(0.0, 1.0)]
    public decimal PartialChoice { get; set; } = 0.5m;

    [Display(Name = "最小年龄"), Range(0, 100)]
    public int? FewestYears { get; set; }

    [Display(Name = "最大年龄"), Range(0, 100)]
    public int? MostYears { get; set; }

    [Display(Name = "未到法定退休年龄")]
    public bool BeforeRetirement { get; set; }

    [Display(Name = "本地社保（连续月数）"), Range(0, 600)]
    public int InsuranceMonths { get; set; }

    [Display(Name = "已获技术能手等称号者不得参赛")]
    public bool TitleHoldersBarred { get; set; }

    [Display(Name = "每人只能报一个赛项")]
    public bool OneEventOnly { get; set; }

    [Display(Name = "每单位名额（0 为不限）"), Range(0, 10_000)]
    public int MostPerUnit { get; set; }

    [Display(Name = "无违法失信承诺（年，0 为不要）"), Range(0, 50)]
    public int CleanYears { get; set; }

    [Display(Name = "最低技能等级")]
    public string? FewestLevel { get; set; }

    [Display(Name = "职工可以自己报名")]
    public bool SelfEntry { get; set; }

    [Display(Name = "须经镇街（产业）工会审核")]
    public bool TownVets { get; set; }

    [Display(Name = "迟到几分钟不得入场"), Range(0, 600)]
    public int LateMinutes { get; set; } = 20;

    [Display(Name = "开赛几分钟内不得交卷"), Range(0, 600)]
    public int NoHandInMinutes { get; set; } = 30;

    [Display(Name = "签到提前开放（分钟）"), Range(0, 1440)]
    public int SignInMinutes { get; set; } = 60;

    public EventRules Over(EventRules before) => before with
    {
        MostTheoryWeight = MostTheoryWeight, TrimFrom = TrimFrom, Places = Places, Layers = Layers, SealedCodes = SealedCodes, RequiresRecheck = RequiresRecheck, RecheckTop = RecheckTop, RecheckSample = RecheckSample, RecheckErrorLimit = RecheckErrorLimit, OutlierShare = OutlierShare,
        AppealMinutes = AppealMinutes, AppealAnswerMinutes = AppealAnswerMinutes, SecondAppealMinutes = SecondAppealMinutes, NoticeDays = NoticeDays, PrizeRounding = PrizeRounding, PrizeTie = PrizeTie, Scale = Scale is "700" or "500" ? Scale : "none", MedalTolerance = MedalTolerance, PartialChoice = PartialChoice,
        Entry = before.Entry with
        {
            FewestYears = FewestYears, MostYears = MostYears, BeforeRetirement = BeforeRetirement, InsuranceMonths = InsuranceMonths, TitleHoldersBarred = TitleHoldersBarred, OneEventOnly = OneEventOnly,
            MostPerUnit = MostPerUnit, CleanYears = CleanYears, FewestLevel = string.IsNullOrEmpty(FewestLevel) ? null : FewestLevel, SelfEntry = SelfEntry, TownVets = TownVets,
        },
        Day = new DayRules { LateMinutes = LateMinutes, NoHandInMinutes = NoHandInMinutes, SignInMinutes = SignInMinutes },
        Judges = new JudgeRules { LeastGrade = LeastGrade, TrainingNeeded = TrainingNeeded },
    };

    public static RulesForm Of(EventRules r) => new()
    {
        MostTheoryWeight = r.MostTheoryWeight, TrimFrom = r.TrimFrom, Places = r.Places, Layers = r.Layers, SealedCodes = r.SealedCodes, RequiresRecheck = r.RequiresRecheck, RecheckTop = r.RecheckTop, RecheckSample = r.RecheckSample, RecheckErrorLimit = r.RecheckErrorLimit, OutlierShare = r.OutlierShare,
        AppealMinutes = r.AppealMinutes, AppealAnswerMinutes = r.AppealAnswerMinutes, SecondAppealMinutes = r.SecondAppealMinutes, NoticeDays = r.NoticeDays, PrizeRounding = r.PrizeRounding, PrizeTie = r.PrizeTie, Scale = r.Scale, MedalTolerance = r.MedalTolerance, PartialChoice = r.PartialChoice,
        FewestYears = r.Entry.FewestYears, MostYears = r.Entry.MostYears, BeforeRetirement = r.Entry.BeforeRetirement, InsuranceMonths = r.Entry.InsuranceMonths, TitleHoldersBarred = r.Entry.TitleHoldersBarred,
        OneEventOnly = r.Entry.OneEventOnly, MostPerUnit = r.Entry.MostPerUnit, CleanYears = r.Entry.CleanYears, FewestLevel = r.Entry.FewestLevel, SelfEntry = r.Entry.SelfEntry, TownVets = r.Entry.TownVets,
        LateMinutes = r.Day.LateMinutes, NoHandInMinutes = r.Day.NoHandInMinutes, SignInMinutes = r.Day.SignInMinutes,
        LeastGrade = r.Judges.LeastGrade, TrainingNeeded = r.Judges.TrainingNeeded,
    };
}
