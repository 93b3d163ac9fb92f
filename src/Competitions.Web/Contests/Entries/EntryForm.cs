using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Entries;

/// <summary>A person picked for an entry.</summary>
public sealed class PickedMember
{
    public int WorkerId { get; set; }

    public EntryRole Role { get; set; }

    /// <summary>His unit keeps his signed consent to the present text.</summary>
    public bool HasPaper { get; set; }
}

public sealed class EntryForm : IForm
{
    /// <summary>Of the entry that is being changed.</summary>
    public int? Id { get; set; }

    /// <summary>As it was when the form was shown.</summary>
    public int Version { get; set; }

    [Display(Name = "组别")]
    public string Group { get; set; } = "";

    [Display(Name = "队名"), StringLength(50, ErrorMessage = "队名不超过 50 个字。")]
    public string? TeamName { get; set; }

    [Display(Name = "已获技术能手等称号"), StringLength(200, ErrorMessage = "称号不超过 200 个字。")]
    public string? Titles { get; set; }

    [Display(Name = "本人声明未获过技术能手等称号")]
    public bool NoTitles { get; set; }

    [Display(Name = "无违法违纪承诺书已由本人签字，单位留存")]
    public bool CleanRecord { get; set; }

    public List<PickedMember> Members { get; set; } = [];

    /// <summary>What is searched for, by name.</summary>
    [Display(Name = "查找职工")]
    public string? Search { get; set; }

    /// <summary><c>12:Competitor</c>: a button of the search's results.</summary>
    public string? Add { get; set; }

    public int? Remove { get; set; }

    /// <summary>The button pressed: <c>save</c> or <c>submit</c>.</summary>
    public string? Then { get; set; }

    public string? DeclaredTitles => NoTitles ? "" : string.IsNullOrWhiteSpace(Titles) ? null : Titles.Trim();

    public static EntryForm From(Entry entry) => new()
    {
        Id = entry.Id, Version = entry.Version, Group = entry.Group, TeamName = entry.TeamName, CleanRecord = entry.CleanRecordStated,
        NoTitles = entry.DeclaredTitles is "", Titles = entry.DeclaredTitles,
        Members = [.. entry.Members.Select(m => new PickedMember
        {
            WorkerId = m.WorkerId, Role = m.Role, HasPaper = entry.Consents.Any(c => c.WorkerId == m.WorkerId && c.TextVersion == ConsentTexts.Version),
        })],
    };
}
