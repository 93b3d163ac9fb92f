using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.People.Workers;

public sealed class WorkerForm : IForm
{
    [Display(Name = "姓名"), Required, StringLength(200)]
    public string Name { get; set; } = "";

    [Display(Name = "证件类型"), Required]
    public IdKind? IdKind { get; set; } = Competitions.People.IdKind.ResidentCard;

    /// <summary>Left empty when a worker is edited, it stays as it is.</summary>
    [Display(Name = "证件号码"), StringLength(64)]
    public string? IdNumber { get; set; }

    [Display(Name = "性别")]
    public Sex? Sex { get; set; }

    [Display(Name = "出生日期")]
    public DateOnly? BornOn { get; set; }

    [Display(Name = "手机号码"), StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "所在单位工会"), StringLength(32)]
    public string? OrganisationCode { get; set; }

    [Display(Name = "入会日期")]
    public DateOnly? JoinedOn { get; set; }

    [Display(Name = "会员证号"), StringLength(64)]
    public string? CardNumber { get; set; }

    [Display(Name = "职业（工种）"), StringLength(32)]
    public string? OccupationCode { get; set; }

    [Display(Name = "技能等级"), StringLength(32)]
    public string? SkillLevelCode { get; set; }

    [Display(Name = "等级证书编号"), StringLength(64)]
    public string? SkillCertificateNumber { get; set; }

    [Display(Name = "从事本职业起始年份"), Range(1950, 2100)]
    public int? InTradeSince { get; set; }

    [Display(Name = "本地社保连续缴纳起始月")]
    public DateOnly? InsuredSince { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Occupations { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Levels { get; internal set; } = [];

    public static WorkerForm From(Worker worker) => new()
    {
        Name = worker.Name, IdKind = worker.IdKind, Sex = worker.Sex, BornOn = worker.BornOn, OccupationCode = worker.OccupationCode,
        SkillLevelCode = worker.SkillLevelCode, SkillCertificateNumber = worker.SkillCertificateNumber, InTradeSince = worker.InTradeSince,
        InsuredSince = worker.InsuredSince,
    };

    /// <summary>A new worker with what his document says; other documents do not say birth date and sex, so the form must.</summary>
    public Worker Register(FieldCipher cipher, DateOnly today)
    {
        var number = Competitions.People.IdNumber.Read(IdKind!.Value, IdNumber);
        var bornOn = number.BornOn ?? BornOn ?? throw new Refusal("worker.birth-date-missing");
        Refusal.Unless(bornOn < today, "worker.birth-date-ahead");
        var sex = number.Sex is Competitions.People.Sex.Unknown ? Sex ?? throw new Refusal("worker.sex-missing") : number.Sex;
        var worker = new Worker(PersonName.Read(Name).Value, number.Kind, cipher.Seal("worker.id-number", number.Value), sex, bornOn);
        Fill(worker, cipher);
        return worker;
    }

    public void Fill(Worker worker, FieldCipher cipher)
    {
        if (!string.IsNullOrWhiteSpace(Phone))
        {
            worker.Reachable(cipher.Seal("worker.phone", PhoneNumber.Read(Phone).Value));
        }

        worker.Skilled(Empty(OccupationCode), Empty(SkillLevelCode), Empty(SkillCertificateNumber), InTradeSince).Employed(worker.IsCadre, InsuredSince);
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
