using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Contests.Panels;

/// <param name="Against">What stands against him in this panel, in words; empty for nothing.</param>
/// <param name="IsMe">Nobody seats himself, and he does not learn here what stands against him.</param>
public sealed record JudgeChoice(string Account, string Name, string Duty, JudgeStanding Standing, string Against, bool IsMe)
{
    public bool MayBeSeated => !IsMe && Against.Length == 0;
}

public sealed class PanelForm : IForm
{
    /// <summary>As it was when the form was shown.</summary>
    public int Version { get; set; }

    [Display(Name = "模块"), Required(ErrorMessage = "请选择模块。")]
    public string Module { get; set; } = "";

    [Display(Name = "裁判组名称"), Required, StringLength(50)]
    public string Name { get; set; } = "";

    /// <summary>Codes of the scheme's criteria; none for the whole module.</summary>
    [Display(Name = "评分项")]
    public List<string> Criteria { get; set; } = [];

    /// <summary>Accounts.</summary>
    [Display(Name = "裁判")]
    public List<string> Judges { get; set; } = [];

    [Display(Name = "组长")]
    public string? Leader { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
    public IReadOnlyList<JudgeChoice> Candidates { get; internal set; } = [];

    /// <summary>Criterion's code and name, with the module it is marked in.</summary>
    public IReadOnlyList<(string Code, string Name, string Module)> Choices { get; internal set; } = [];

    /// <summary>The seats as they are to be: who is gone is unseated, who is new is seated.</summary>
    public void Seat(Panel panel)
    {
        var before = panel.Judges.Select(j => j.Account).ToHashSet();
        foreach (var gone in panel.Judges.Where(j => !Judges.Contains(j.Account) || j.Leads != (j.Account == Leader)).ToList())
        {
            panel.Unseat(gone.Account);
        }

        foreach (var account in Judges.Where(a => !panel.Has(a)))
        {
            var judge = Candidates.FirstOrDefault(c => c.Account == account) ?? throw new Refusal("panel.no-judge");
            Refusal.Unless(!judge.IsMe || before.Contains(account), "panel.not-yourself");
            panel.Seat(judge.Account, judge.Name, judge.Account == Leader, judge.IsMe ? null : judge.Standing);
        }
    }

    public static PanelForm Of(Panel panel) => new()
    {
        Version = panel.Version, Module = panel.Module, Name = panel.Name, Criteria = [.. panel.Criteria], Judges = [.. panel.Judges.Select(j => j.Account)],
        Leader = panel.Judges.FirstOrDefault(j => j.Leads)?.Account,
    };
}
