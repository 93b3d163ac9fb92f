using System.Globalization;
using Competitions.Schemes;
using Competitions.Web.Shell;

namespace Competitions.Web.Schemes;

/// <summary>
/// The tree as it is typed: its lines from top to bottom, each belonging to the nearest above it that may hold it. All of it is
/// text, so that what cannot be read comes back as it was typed; <see cref="TypedScheme"/> makes a scheme of it.
/// </summary>
public sealed class SchemeForm : IForm
{
    public string? Title { get; set; }

    public List<SchemeLine> Lines { get; set; } = [];

    public List<CalculationLine> Calculations { get; set; } = [];

    public List<SectionLine> Sections { get; set; } = [];

    public string? Why { get; set; }

    /// <summary>The number and version that stood when the page was made, or that its writer has been told of since.</summary>
    public string? Basis { get; set; }

    public static SchemeForm Of(SchemePlace place)
    {
        if (place.Newest is not { } newest)
        {
            return new SchemeForm { Title = place.Event.Title, Basis = place.Basis, Lines = [.. Empty(place)] };
        }

        var content = newest.Content;
        return new SchemeForm
        {
            Title = content.Title, Basis = place.Basis,
            Lines = [.. content.Criteria.SelectMany(c => Of(content, c, newest.Modules.GetValueOrDefault(c.Code))).Select((l, i) => l.At($"{i + 1}"))],
            Calculations = [.. content.Calculations.Select((c, i) => CalculationLine.Of(c, i + 1))],
            Sections = [.. content.Sections.Select((s, i) => new SectionLine { Id = $"{i + 1}", Number = Text(s.Number), Name = s.Name, Declared = $"{s.Declared}" })],
        };
    }

    internal static string Text(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>A head with what follows it; what stands before the first head is a block of its own.</summary>
    internal static List<List<SchemeLine>> Blocks(IReadOnlyList<SchemeLine> lines, Func<SchemeLine, bool> isHead)
    {
        var blocks = new List<List<SchemeLine>>();
        foreach (var line in lines)
        {
            if (blocks.Count == 0 || isHead(line))
            {
                blocks.Add([]);
            }

            blocks[^1].Add(line);
        }

        return blocks;
    }

    /// <summary>A first criterion with a line to write on.</summary>
    private static IEnumerable<SchemeLine> Empty(SchemePlace place) =>
    [
        new SchemeLine { Kind = SchemeLine.Criterion, Code = "A", Module = place.Modules.Count == 1 ? place.Modules[0].Code : null }.At("1"),
        new SchemeLine { Kind = SchemeLine.Sub, Code = "A1" }.At("2"),
        new SchemeLine { Kind = SchemeLine.Measurement }.At("3"),
    ];

    private static IEnumerable<SchemeLine> Of(Scheme scheme, Criterion criterion, string? module) =>
    [
        new SchemeLine { Kind = SchemeLine.Criterion, Code = criterion.Code, Was = criterion.Code, Name = criterion.Name, Module = module },
        .. criterion.SubCriteria.SelectMany(s => (IEnumerable<SchemeLine>)
        [
            new SchemeLine { Kind = SchemeLine.Sub, Code = s.Code, Was = s.Code, Name = s.Name, Day = s.Day is { } day ? Text(day) : null },
            .. s.Aspects.Select(a => SchemeLine.Of(a, scheme.CalculationOf(a) is not null)),
        ]),
    ];
}

/// <summary>A criterion, a sub-criterion or an aspect.</summary>
public sealed class SchemeLine
{
    public const string Criterion = "C";
    public const string Sub = "S";
    public const string Measurement = "M";
    public const string Judgement = "J";

    /// <summary>Its index in the names of the fields; lines that were moved keep it.</summary>
    public string Id { get; set; } = "";

    public string? Kind { get; set; }

    /// <summary>Of an aspect that was there before.</summary>
    public string? Key { get; set; }

    public string? Code { get; set; }

    /// <summary>The code that it had when the page was made.</summary>
    public string? Was { get; set; }

    public string? Name { get; set; }

    public string? Module { get; set; }

    public string? Day { get; set; }

    public string? Description { get; set; }

    public string? Extra { get; set; }

    public string? Requirement { get; set; }

    public string? Section { get; set; }

    /// <summary>The id of its line; <c>=5</c> for a row that the scheme came without.</summary>
    public string? Calculation { get; set; }

    public string? Most { get; set; }

    /// <summary>Four, for 0 to 3.</summary>
    public List<string?> Benchmarks { get; set; } = [];

    public bool IsAspect => Kind is Measurement or Judgement;

    public SchemeLine At(string id)
    {
        Id = id;
        return this;
    }

    public static SchemeLine Of(Aspect aspect, bool hasCalculation) => new()
    {
        Kind = aspect.Kind is AspectKind.Judgement ? Judgement : Measurement, Key = aspect.Key, Description = aspect.Description, Extra = aspect.Extra, Requirement = aspect.Requirement,
        Section = aspect.Section is { } section ? SchemeForm.Text(section) : null, Most = $"{aspect.Most}",
        Calculation = aspect.Calculation is not { } row ? null : hasCalculation ? $"{row}" : $"={row}",
        Benchmarks = [.. Enumerable.Range(0, 4).Select(n => aspect.Benchmarks.FirstOrDefault(b => b.Score == n)?.Text)],
    };
}

/// <summary>A section of the occupational standard.</summary>
public sealed class SectionLine
{
    public string Id { get; set; } = "";

    public string? Number { get; set; }

    public string? Name { get; set; }

    public string? Declared { get; set; }
}
