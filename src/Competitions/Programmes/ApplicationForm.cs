namespace Competitions.Programmes;

public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Text of several lines.</summary>
    Paragraph,

    /// <summary>Numbered points, a line each.</summary>
    Points,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A plain decimal.</summary>
    Number,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Choices,

    YesNo,

    /// <summary>Rows of the columns.</summary>
    Table,
}

/// <param name="IsNumber">Its cells are plain decimals.</param>
/// <param name="Options">Empty where anything may be written.</param>
public sealed record FormColumn(string Name, bool IsNumber = false, IReadOnlyList<string>? Options = null);

/// <summary>A question of a form.</summary>
/// <param name="Key">Given once; answers are kept under it.</param>
/// <param name="Label">As the page asks.</param>
public sealed record FormField(string Key, string Label, FieldKind Kind = FieldKind.Text)
{
    public bool IsRequired { get; init; } = true;

    /// <summary>Characters of a text, of each point, of each cell.</summary>
    public int Longest { get; init; } = 100;

    /// <summary>Points or rows.</summary>
    public int Most { get; init; } = 20;

    public string Hint { get; init; } = "";

    /// <summary>What may be chosen. A dictionary of the preset has precedence (<see cref="CallRules.Options"/>).</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public IReadOnlyList<FormColumn> Columns { get; init; } = [];

    /// <summary>Says who or where: experts do not see it while they review blind.</summary>
    public bool TellsWho { get; init; }
}

public sealed record FormSection(string Title, IReadOnlyList<FormField> Fields);

/// <summary>A line of a calculation that follows from the answers.</summary>
/// <param name="How">148 台 × 1,860 元; empty for a sum.</param>
public sealed record SumLine(string What, string How, decimal Amount, bool IsTotal = false);

/// <summary>
/// What an application of one kind tells. The questions are copied into the call when it is made: an application of 2026 is read in 2030
/// as it was asked. A kind is this, a preset of the same code, and its <see cref="ApplicationChecks"/>.
/// </summary>
public abstract class ApplicationForm
{
    /// <summary>Of the preset too: five-small.</summary>
    public abstract string Kind { get; }

    /// <summary>What an application of it is called: 五小成果.</summary>
    public abstract string Name { get; }

    /// <summary>What its title is: 名称, or the name of a person.</summary>
    public virtual string TitleLabel => "名称";

    public abstract IReadOnlyList<FormSection> Sections { get; }

    /// <summary>What is calculated from the answers, with the calculation.</summary>
    /// <exception cref="Refusal">Of an answer that cannot be calculated with.</exception>
    public virtual IReadOnlyList<SumLine> Sums(Answers answers) => [];

    /// <summary>The amount that lists and statistics show, in 元; null where a kind has none, and where it cannot be calculated.</summary>
    public decimal? Amount(Answers answers)
    {
        try
        {
            return Sums(answers).LastOrDefault(l => l.IsTotal)?.Amount;
        }
        catch (Refusal)
        {
            return null; // the check says why
        }
    }
}
