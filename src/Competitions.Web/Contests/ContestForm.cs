using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests;

public sealed class HostForm
{
    public HostRole Role { get; set; }

    [StringLength(100)]
    public string? Name { get; set; }

    public bool Leads { get; set; }
}

public sealed class ContestForm : IForm
{
    /// <summary>Code of the organisation that runs it; chosen once.</summary>
    [Display(Name = "举办组织"), StringLength(32)]
    public string? Owner { get; set; }

    [Display(Name = "赛事编码"), StringLength(32), RegularExpression("[A-Za-z0-9-]+", ErrorMessage = "赛事编码只用字母、数字和连字符。")]
    public string? Code { get; set; }

    [Display(Name = "赛事名称"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    [Display(Name = "系列"), StringLength(50)]
    public string? Series { get; set; }

    [Display(Name = "级别")]
    public OrganisationLevel Level { get; set; } = OrganisationLevel.District;

    [Display(Name = "类别")]
    public ContestClass Class { get; set; }

    [Display(Name = "年度"), Range(2000, 2100)]
    public int Year { get; set; }

    [Display(Name = "主题"), StringLength(100)]
    public string? Theme { get; set; }

    [Display(Name = "地点"), StringLength(100)]
    public string? Venue { get; set; }

    [Display(Name = "联系方式"), StringLength(100)]
    public string? Contact { get; set; }

    [Display(Name = "备案号"), StringLength(50)]
    public string? FilingNumber { get; set; }

    [Display(Name = "对应的五年目标"), StringLength(100)]
    public string? TargetCodes { get; set; }

    [Display(Name = "竞赛规程"), StringLength(20_000)]
    public string? RulesMarkdown { get; set; }

    [Display(Name = "开始日期"), Required]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "结束日期"), Required]
    public DateOnly? EndsOn { get; set; }

    /// <summary>Wall clock in China.</summary>
    [Display(Name = "报名开始")]
    public DateTime? RegistrationOpensAt { get; set; }

    [Display(Name = "报名截止")]
    public DateTime? RegistrationClosesAt { get; set; }

    public List<HostForm> Hosts { get; set; } = [];

    /// <summary>What was read; somebody else's change since is told.</summary>
    public int Version { get; set; }

    public ContestText Text() => new(Name, Series, Level, Class, Year, Theme, Venue, Contact, FilingNumber, TargetCodes, RulesMarkdown ?? "",
        StartsOn!.Value, EndsOn!.Value, RegistrationOpensAt?.FromChina(), RegistrationClosesAt?.FromChina());

    public IReadOnlyList<ContestHost> HostList() => [.. Hosts.Where(h => !string.IsNullOrWhiteSpace(h.Name)).Select(h => new ContestHost(h.Role, h.Name!.Trim(), h.Leads))];

    public static ContestForm Of(Contest c) => new()
    {
        Code = c.Code, Name = c.Name, Series = c.Series, Level = c.Level, Class = c.Class, Year = c.Year, Theme = c.Theme, Venue = c.Venue, Contact = c.Contact,
        FilingNumber = c.FilingNumber, TargetCodes = c.TargetCodes, RulesMarkdown = c.RulesMarkdown, StartsOn = c.StartsOn, EndsOn = c.EndsOn,
        RegistrationOpensAt = c.RegistrationOpensAt?.InChina(), RegistrationClosesAt = c.RegistrationClosesAt?.InChina(), Version = c.Version,
        Hosts = [.. c.Hosts.Select(h => new HostForm { Role = h.Role, Name = h.Name, Leads = h.Leads })],
    };
}
