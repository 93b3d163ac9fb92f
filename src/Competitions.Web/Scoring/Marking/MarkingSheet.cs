using Competitions.Contests;
using Competitions.Scoring;

namespace Competitions.Web.Scoring.Marking;

/// <summary>One thing that the judge marks of the work, with what he needs to know of it.</summary>
/// <param name="Place">A2.M3; empty where the module has no scheme.</param>
/// <param name="Kind">One character: 测, 评, 组, 场, 时.</param>
/// <param name="Rule">How the measured value becomes points, in words; empty when points are given.</param>
/// <param name="Choices">What can be chosen, each with its value; empty where a number is entered.</param>
public sealed record ItemToMark(
    string Code, string Place, string Kind, MarkHow How, string Title, string? Extra, string? Requirement, Points Most, decimal Step, string Rule,
    IReadOnlyList<(decimal Value, string Text, string? Mark)> Choices, string Criterion, string Sub);

/// <summary>What stands of an item, as far as this judge may see it.</summary>
/// <param name="Mine">The value he sees as given; null while there is none, or while he is to give it again.</param>
/// <param name="After">The sequence number that a change of it must name.</param>
/// <param name="Points">What it counts; null while it does not.</param>
/// <param name="Panel">Each seat's judgement, once all have given; his own first. While they give again, what was before.</param>
/// <param name="Apart">The judgements were more than one apart, and not all have given again.</param>
/// <param name="Again">How many have given again.</param>
public sealed record ItemState(decimal? Mine, long? After, string? Points, IReadOnlyList<decimal>? Panel, bool Apart, int Again, int Judges, bool NotAttempted, long? NotAttemptedAfter);

/// <summary>A deduction of the work as it stands; 0 points when it was taken back.</summary>
public sealed record DeductionState(string Item, decimal Points, string Why, bool IsMine, long After);

/// <param name="Sequence">Of the work's last line.</param>
public sealed record SheetState(IReadOnlyDictionary<string, ItemState> Items, IReadOnlyList<DeductionState> Deductions, long Sequence);

/// <param name="Seat">Where who works on it is seen: 第一场 101; null where only the code is known.</param>
/// <param name="Deducts">He may take points off.</param>
public sealed record SheetPage(
    string Event, string Title, string Module, string ModuleName, ModuleWay Way, string Work, string? Seat, string Panel, IReadOnlyList<ItemToMark> Items, bool Deducts, string? Before, string? Next);

/// <param name="Mine">Of his items, how many stand.</param>
/// <param name="Again">Of his judgements, how many he is to give again.</param>
public sealed record WorkRow(string Work, string? Seat, int Mine, int All, int Again)
{
    public bool IsDone => Mine >= All && Again == 0;
}

public sealed record ModuleWorks(string Module, string Name, string Panel, IReadOnlyList<WorkRow> Works)
{
    public int Done => Works.Count(w => w.IsDone);
}
