using Competitions.Scoring;

namespace Competitions.Web.Scoring.Marking;

/// <summary>One thing that the judge marks of the work, with what he needs to know of it.</summary>
/// <param name="Place">A2.M3; empty where the module has no scheme.</param>
/// <param name="Kind">One character: 测, 评, 组, 场.</param>
/// <param name="Rule">How the measured value becomes points, in words; empty when points are given.</param>
/// <param name="Choices">What can be chosen, each with its value; empty where a number is entered.</param>
public sealed record ItemToMark(
    string Code, string Place, string Kind, MarkHow How, string Title, string? Extra, string? Requirement, Points Most, decimal Step, string Rule,
    IReadOnlyList<(decimal Value, string Text, string? Mark)> Choices, string Criterion, string Sub);

/// <summary>What stands of an item, as far as this judge may see it.</summary>
/// <param name="Mine">The value he sees as given; null while there is none.</param>
/// <param name="After">The sequence number that a change of it must name.</param>
/// <param name="Points">What it counts; null while it does not.</param>
/// <param name="Panel">Each seat's judgement, once all have given; his own first.</param>
/// <param name="Apart">The judgements are more than one apart: all give again.</param>
public sealed record ItemState(decimal? Mine, long? After, string? Points, IReadOnlyList<decimal>? Panel, bool Apart, bool NotAttempted, long? NotAttemptedAfter);

public sealed record SheetPage(string Event, string Title, string Module, string ModuleName, string Work, string Panel, IReadOnlyList<ItemToMark> Items, string? Before, string? Next);

/// <param name="Mine">Of his items, how many stand.</param>
public sealed record WorkRow(string Work, int Mine, int All);

public sealed record ModuleWorks(string Module, string Name, string Panel, IReadOnlyList<WorkRow> Works)
{
    public int Done => Works.Count(w => w.Mine == w.All);
}
