using Competitions.People;

namespace Competitions.Contests;

/// <summary>What is written about the contest that a result sheet comes from.</summary>
/// <param name="Organiser">Who held it, as it is called.</param>
/// <param name="EventId">The event of this system whose results it brings, where its entries are here but it was marked elsewhere.</param>
/// <param name="Evidence">The name under which the signed sheet's scan is kept.</param>
public sealed record ResultSheetText(
    string ContestName, string Organiser, OrganisationLevel Level, DateOnly HeldOn, string EventTitle, string FileName, int? EventId = null, Guid? Evidence = null);

/// <summary>
/// 成绩单: the results of a contest held elsewhere, as they were imported. The organisation that takes its people on reviews it,
/// and not the person who imported it. It is never changed: a correction is another sheet with a reason.
/// </summary>
public sealed class ResultSheet
{
    private readonly List<ResultRow> _rows = [];
    private readonly List<ResultSheetMoved> _history = [];

    private ResultSheet()
    {
    }

    /// <param name="importing">The organisation that answers for it.</param>
    /// <param name="receiving">The one whose contest its people go on to: itself or one above it.</param>
    /// <param name="rows">In order of the file, each with its rank by marks.</param>
    /// <param name="replaces">The sheet that it corrects; then <paramref name="why"/> says what was wrong.</param>
    /// <exception cref="Refusal">result-sheet.name-missing, .organiser-missing, .event-missing, .empty, .reason-missing, .held-later, .receiver</exception>
    public ResultSheet(Organisation importing, Organisation receiving, ResultSheetText text, IReadOnlyList<ResultRow> rows, string by, DateTime at, DateOnly today, int? replaces = null, string why = "")
    {
        Refusal.Unless(text.ContestName.Trim().Length is > 0 and <= 100, "result-sheet.name-missing");
        Refusal.Unless(text.Organiser.Trim().Length is > 0 and <= 100, "result-sheet.organiser-missing");
        Refusal.Unless(text.EventTitle.Trim().Length is > 0 and <= 100, "result-sheet.event-missing");
        Refusal.Unless(text.HeldOn <= today, "result-sheet.held-later");
        Refusal.Unless(rows.Count > 0, "result-sheet.empty");
        Refusal.Unless(importing.Path.StartsWith(receiving.Path, StringComparison.Ordinal), "result-sheet.receiver");
        Refusal.Unless(replaces is null || why.Trim().Length > 0, "result-sheet.reason-missing");
        (OrganisationId, OrganisationName, ReplacesId) = (importing.Id, importing.NameOn(today), replaces);
        (ReceiverId, ReceiverName, ImportedBy) = (receiving.Id, receiving.NameOn(today), by);
        (ContestName, Organiser, Level, HeldOn) = (text.ContestName.Trim(), text.Organiser.Trim(), text.Level, text.HeldOn);
        (EventTitle, FileName, EventId, Evidence) = (text.EventTitle.Trim(), text.FileName, text.EventId, text.Evidence);
        _rows.AddRange(rows);
        _history.Add(new ResultSheetMoved(ResultSheetMove.Import, ResultSheetStage.Imported, ResultSheetStage.Imported, by, at, why.Trim()));
    }

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public int ReceiverId { get; private set; }
    public string ReceiverName { get; private set; } = "";
    public string ImportedBy { get; private set; } = "";
    public string ContestName { get; private set; } = "";
    public string Organiser { get; private set; } = "";
    public OrganisationLevel Level { get; private set; }
    public DateOnly HeldOn { get; private set; }
    public string EventTitle { get; private set; } = "";
    public int? EventId { get; private set; }
    public string FileName { get; private set; } = "";
    public Guid? Evidence { get; private set; }
    public int? ReplacesId { get; private set; }
    public ResultSheetStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ResultRow> Rows => _rows;
    public IReadOnlyList<ResultSheetMoved> History => _history;

    /// <summary>Rows that the reviewer looks at first.</summary>
    public int Warnings => _rows.Count(r => r.PlaceDiffers || r.IsUnknown);

    public string Title => $"{ContestName}·{EventTitle}";

    /// <exception cref="Refusal">result-sheet.second-person, .move-not-allowed</exception>
    public void Accept(string by, DateTime at, string why)
    {
        Refusal.Unless(by != ImportedBy, "result-sheet.second-person");
        Make(ResultSheetMove.Accept, by, at, why);
    }

    public void Discard(string by, DateTime at, string why) => Make(ResultSheetMove.Discard, by, at, why);

    /// <summary>Another sheet that was accepted stands for it from now on.</summary>
    public void Replace(string by, DateTime at, string why) => Make(ResultSheetMove.Replace, by, at, why);

    private void Make(ResultSheetMove move, string by, DateTime at, string why)
    {
        var next = ResultSheetLifecycle.Next(Stage, move) ?? throw new Refusal("result-sheet.move-not-allowed");
        Refusal.Unless(move is not (ResultSheetMove.Discard or ResultSheetMove.Replace) || why.Trim().Length > 0, "result-sheet.reason-missing");
        _history.Add(new ResultSheetMoved(move, Stage, next, by, at, why.Trim()));
        Stage = next;
        Version++;
    }
}
