using System.ComponentModel.DataAnnotations;
using Competitions.Results;
using Competitions.Web.Shell;

namespace Competitions.Web.Results;

/// <summary>A result to be computed.</summary>
public sealed class ResultForm : IForm
{
    private static readonly char[] Between = [' ', '，', ',', '、', '；', ';', '\n', '\r', '\t'];

    /// <summary>Of a stored one that is computed anew.</summary>
    public int? Id { get; set; }

    public int Version { get; set; }

    public string? Round { get; set; }

    public string? Group { get; set; }

    /// <summary>The published one that it corrects.</summary>
    public int? Corrects { get; set; }

    [Display(Name = "更正原因"), StringLength(200, ErrorMessage = "更正原因不超过 200 个字。")]
    public string? Why { get; set; }

    [Display(Name = "并列先后"), StringLength(500, ErrorMessage = "并列先后不超过 500 个字。")]
    public string? Settled { get; set; }

    public IReadOnlyList<string> SettledNumbers => (Settled ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed class ResultMoveForm : IForm
{
    public int Id { get; set; }

    /// <summary>As it was when the page was shown: who confirms has seen this and nothing else.</summary>
    public int Version { get; set; }

    public ResultMove Move { get; set; }

    [Display(Name = "原因"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? Why { get; set; }
}
