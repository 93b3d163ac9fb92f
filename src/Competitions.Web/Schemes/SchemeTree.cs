using Competitions.Schemes;

namespace Competitions.Web.Schemes;

/// <summary>A warning where it is shown: beside the row that it is about.</summary>
/// <param name="Verdicts">Where the verdict goes; null where it was given long ago.</param>
public sealed record WarningNote(int Number, SchemeFinding Finding, bool? Verdict, string? Verdicts);

/// <summary>A scheme as it is shown: the criteria with their aspects, and beside them what is to be looked at.</summary>
/// <param name="Notes">By the row of the sheet; none where it is not being imported.</param>
public sealed record SchemeTree(Scheme Scheme, IReadOnlyDictionary<string, string> ModuleNames, SchemeRows? Rows, ILookup<int, WarningNote> Notes)
{
    public static SchemeTree Of(Scheme scheme, IReadOnlyDictionary<string, string> moduleNames) =>
        new(scheme, moduleNames, null, Array.Empty<WarningNote>().ToLookup(n => n.Finding.Row)) { Signs = SchemeShape.Warnings(scheme).ToLookup(w => w.Place, w => w.Code) };

    /// <summary>What to look at in a scheme that is the event's, by the aspect's code.</summary>
    public ILookup<string, string>? Signs { get; init; }

    public IEnumerable<string> SignsOf(string aspect) => Signs?[aspect] ?? [];

    public static SchemeTree Of(SchemeUpload upload, string verdicts) => new(
        upload.Reading.Scheme, new Dictionary<string, string>(), upload.Reading.Rows,
        upload.Reading.Warnings.Select((w, i) => new WarningNote(i, w, upload.Verdicts[i], verdicts)).ToLookup(n => n.Finding.Row));

    public IEnumerable<WarningNote> OfSection(int index) => At(Rows?.Sections, index);

    public IEnumerable<WarningNote> OfCriterion(int index) => At(Rows?.Declared, index).Concat(At(Rows?.Blocks, index));

    /// <param name="index">Among all aspects of the scheme.</param>
    public IEnumerable<WarningNote> OfAspect(int index) => At(Rows?.Aspects, index);

    /// <summary>About rows that nothing of the scheme came from: an empty block, a header that was left out.</summary>
    public IEnumerable<WarningNote> Elsewhere
    {
        get
        {
            var shown = Rows is null ? [] : Rows.Sections.Concat(Rows.Declared).Concat(Rows.Blocks).Concat(Rows.Aspects).ToHashSet();
            return Notes.Where(g => !shown.Contains(g.Key)).SelectMany(g => g);
        }
    }

    private IEnumerable<WarningNote> At(IReadOnlyList<int>? rows, int index) => rows is null || index >= rows.Count || rows[index] == 0 ? [] : Notes[rows[index]];
}
