using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Programmes.Applications;

public sealed class PersonForm
{
    public int WorkerId { get; set; }

    [StringLength(60, ErrorMessage = "职务不超过 60 个字。")]
    public string? Post { get; set; }

    public bool IsFrontLine { get; set; }

    [Display(Name = "贡献率"), Range(0.0, 100.0, ErrorMessage = "贡献率在 0 到 100 之间。")]
    public decimal Share { get; set; }
}

/// <summary>What an application tells, as it is typed. The kind's own answers are read by their questions.</summary>
public sealed class ApplicationEdit : IForm
{
    public int Version { get; set; }

    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(Application.LongestTitle, ErrorMessage = "名称不超过 60 个字。")]
    public string Title { get; set; } = "";

    public List<PersonForm> People { get; set; } = [];

    /// <summary>What is searched for, by name.</summary>
    [StringLength(50)]
    public string? Search { get; set; }

    public int? Add { get; set; }

    public int? Remove { get; set; }

    [ValidateNever]
    public ApplicationPlace Place { get; internal set; } = null!;

    [ValidateNever]
    public Answers Answers { get; internal set; } = new();

    [ValidateNever]
    public IReadOnlyDictionary<int, PersonChoice> Known { get; internal set; } = new Dictionary<int, PersonChoice>();

    /// <summary>Of questions that are answered from what another room keeps.</summary>
    [ValidateNever]
    public IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>> Choices { get; internal set; } = new Dictionary<string, IReadOnlyList<SelectListItem>>();

    [ValidateNever]
    public IReadOnlyList<PersonChoice> Found { get; internal set; } = [];

    /// <summary>Rows of the form: <c>answers.key</c> once for a text, again and again for points; <c>answers.key.0</c> and so on for the columns of a table.</summary>
    public static Answers Read(IFormCollection form, IEnumerable<FormField> fields) => new(fields.Select(f => KeyValuePair.Create(f.Key, f.Kind is FieldKind.Table ? Table(form, f) : Cells(form, f))));

    public static ApplicationEdit Of(ApplicationPlace place) => new()
    {
        Version = place.Application.Version, Title = place.Application.Title, Place = place, Answers = place.Application.Answers,
        People = [.. place.Application.People.OrderBy(p => p.Order).Select(p => new PersonForm { WorkerId = p.WorkerId, Post = p.Post, IsFrontLine = p.IsFrontLine, Share = p.Share })],
    };

    private static IReadOnlyList<IReadOnlyList<string>> Cells(IFormCollection form, FormField field) =>
        [.. form[$"answers.{field.Key}"].Where(v => v is not null).Select(v => (IReadOnlyList<string>)[Clean(v!)])];

    private static IReadOnlyList<IReadOnlyList<string>> Table(IFormCollection form, FormField field)
    {
        var columns = field.Columns.Select((_, i) => form[string.Create(CultureInfo.InvariantCulture, $"answers.{field.Key}.{i}")].ToArray()).ToList();
        return [.. Enumerable.Range(0, columns.Max(c => c.Length)).Select(row => (IReadOnlyList<string>)[.. columns.Select(c => row < c.Length ? Clean(c[row] ?? "") : "")])];
    }

    /// <summary>What the browser sends at the end of a line is one character here, and nothing that cannot be seen is kept.</summary>
    private static string Clean(string typed) => new([.. typed.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]);
}

/// <summary>A worker as he is offered for an application.</summary>
public sealed record PersonChoice
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required int UnitId { get; init; }
    public required string UnitName { get; init; }
    public string? LevelName { get; init; }
}
