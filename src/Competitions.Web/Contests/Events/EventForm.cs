using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Events;

public sealed class ModuleLine
{
    public string? Code { get; set; }

    [Display(Name = "模块名称"), StringLength(50)]
    public string? Name { get; set; }

    public string? Round { get; set; }

    public ModuleKind Kind { get; set; } = ModuleKind.Practical;

    public ModuleWay Way { get; set; } = ModuleWay.Panel;

    [Display(Name = "权重"), Range(0.0, 100.0)]
    public decimal Weight { get; set; }

    [Display(Name = "合格线"), Range(0.0, 10_000.0)]
    public decimal PassLine { get; set; } = 60;

    [Display(Name = "满分"), Range(0.0, 10_000.0)]
    public decimal FullMark { get; set; } = 100;

    [Display(Name = "时长"), Range(0, 10_000)]
    public int Minutes { get; set; }

    [Display(Name = "加密层数"), Range(0, 3)]
    public int Layers { get; set; }

    [Display(Name = "试卷")]
    public int? PaperId { get; set; }
}

public sealed class GroupLine
{
    public string? Code { get; set; }

    [StringLength(50)]
    public string? Name { get; set; }

    public GroupFor For { get; set; }

    [Display(Name = "每队人数"), Range(1, 50)]
    public int TeamSize { get; set; } = 1;
}

public sealed class RoundLine
{
    public string? Code { get; set; }

    [StringLength(50)]
    public string? Name { get; set; }
}

public sealed class PrizeLine
{
    [StringLength(50)]
    public string? Name { get; set; }

    /// <summary>Per cent.</summary>
    [Display(Name = "奖项比例"), Range(0.0, 100.0)]
    public decimal Share { get; set; }

    [Display(Name = "固定名额"), Range(0, 10_000)]
    public int? Fixed { get; set; }
}

/// <summary>An event as it is written: what a preset filled in can be changed line by line until the rules are locked.</summary>
public sealed class EventForm : IForm
{
    [Display(Name = "规则模板")]
    public string? Preset { get; set; }

    [Display(Name = "赛项编码"), StringLength(32), RegularExpression("[A-Za-z0-9-]+", ErrorMessage = "赛项编码只用字母、数字和连字符。")]
    public string? Code { get; set; }

    [Display(Name = "赛项名称"), Required, StringLength(100)]
    public string Title { get; set; } = "";

    [Display(Name = "职业（工种）"), Required(ErrorMessage = "请选择职业（工种）。")]
    public string OccupationCode { get; set; } = "";

    [Display(Name = "标准等级")]
    public string? StandardLevel { get; set; }

    [Display(Name = "证书类赛项：理论、实操均合格可认定技能等级")]
    public bool IsCertificateEvent { get; set; }

    [Display(Name = "名额"), Range(1, 100_000)]
    public int Capacity { get; set; } = 30;

    [Display(Name = "最少参赛人数"), Range(1, 100_000)]
    public int FewestEntries { get; set; } = 10;

    public List<RoundLine> Rounds { get; set; } = [];

    public List<GroupLine> Groups { get; set; } = [];

    public List<ModuleLine> Modules { get; set; } = [];

    public List<PrizeLine> Prizes { get; set; } = [];

    /// <summary>In the order of comparison; <c>-</c> before a part where less is better, empty for none.</summary>
    public List<string?> Ties { get; set; } = [];

    public RulesForm Rules { get; set; } = new();

    public AwardsForm Awards { get; set; } = new();

    [Display(Name = "修改原因"), StringLength(200)]
    public string? Why { get; set; }

    public int Version { get; set; }

    public EventText Text(string occupation) => new(Title, OccupationCode, occupation, StandardLevel, IsCertificateEvent, Capacity, FewestEntries);

    public IReadOnlyList<EventRound> RoundList() => [.. Named(Rounds, r => r.Name).Select((r, i) => new EventRound(Or(r.Code, $"r{i + 1}"), r.Name!.Trim(), i + 1))];

    public IReadOnlyList<EventGroup> GroupList() => [.. Named(Groups, g => g.Name).Select((g, i) => new EventGroup(Or(g.Code, $"g{i + 1}"), g.Name!.Trim(), g.For, g.TeamSize))];

    public IReadOnlyList<EventModule> ModuleList()
    {
        var rounds = RoundList();
        return [.. Named(Modules, m => m.Name).Select((m, i) => new EventModule(
            Or(m.Code, $"m{i + 1}"), m.Name!.Trim(), rounds.FirstOrDefault(r => r.Code == m.Round || r.Name == m.Round)?.Code ?? (rounds.Count > 0 ? rounds[0].Code : ""),
            m.Kind, m.Way, m.Weight, m.PassLine, m.FullMark, m.Minutes, m.Layers, m.Way is ModuleWay.Sitting ? m.PaperId : null))];
    }

    public EventRules RuleSet(EventRules before) => Rules.Over(before) with
    {
        Prizes = [.. Named(Prizes, p => p.Name).Select(p => new PrizeRule(p.Name!.Trim(), p.Share / 100, p.Fixed))],
        Awards = Awards.Over(),
        TieChain = string.Join(' ', Ties.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).Distinct()),
    };

    public static EventForm Of(Event e) => new()
    {
        Code = e.Code, Title = e.Title, OccupationCode = e.OccupationCode, StandardLevel = e.StandardLevel, IsCertificateEvent = e.IsCertificateEvent,
        Capacity = e.Capacity, FewestEntries = e.FewestEntries, Version = e.Version,
        Rounds = [.. e.Rounds.Select(r => new RoundLine { Code = r.Code, Name = r.Name })],
        Groups = [.. e.Groups.Select(g => new GroupLine { Code = g.Code, Name = g.Name, For = g.For, TeamSize = g.TeamSize })],
        Modules = [.. e.Modules.Select(m => new ModuleLine
        {
            Code = m.Code, Name = m.Name, Round = m.Round, Kind = m.Kind, Way = m.Way, Weight = m.Weight, PassLine = m.PassLine, FullMark = m.FullMark, Minutes = m.Minutes, Layers = m.Layers, PaperId = m.PaperId,
        })],
        Prizes = [.. e.Rules.Prizes.Select(p => new PrizeLine { Name = p.Name, Share = p.Share * 100, Fixed = p.Fixed })],
        Ties = [.. e.Rules.TieChain.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Rules = RulesForm.Of(e.Rules),
        Awards = AwardsForm.Of(e.Rules.Awards),
    };

    private static IEnumerable<T> Named<T>(IEnumerable<T> lines, Func<T, string?> name) => lines.Where(l => !string.IsNullOrWhiteSpace(name(l)));

    private static string Or(string? code, string otherwise) => string.IsNullOrWhiteSpace(code) ? otherwise : code;
}
