using Competitions.Contests;
using Competitions.Scoring;
using Competitions.Web.Shell;

namespace Competitions.Web.Scoring.Overviews;

/// <summary>How far one judge is.</summary>
/// <param name="Given">Of what each judge gives for himself: works × items.</param>
/// <param name="Entered">Of what one enters for all: measurements, process sheets.</param>
public sealed record JudgeProgress(string Name, bool Leads, int Given, int Needed, int Entered);

/// <param name="Done">Works on which everything counts.</param>
public sealed record ModuleOverview(EventModule Module, int Works, int Begun, int Done, IReadOnlyList<JudgeProgress> Judges)
{
    public int Percent => Works == 0 ? 0 : Done * 100 / Works;
}

/// <summary>A judgement whose judges are more than one apart.</summary>
/// <param name="Before">What all had given, with the judges' names.</param>
/// <param name="Again">How many have given again; 0 while nobody has.</param>
public sealed record RescoreRow(string Work, string Module, string Title, IReadOnlyList<(string Name, decimal Value)> Before, int Again, int Judges);

public sealed record OutlierRow(string Work, string Module, string Name, decimal Value, decimal Median);

public sealed record OverviewPage(Event Event, IReadOnlyList<ModuleOverview> Modules, IReadOnlyList<RescoreRow> Rescores, IReadOnlyList<OutlierRow> Outliers)
{
    /// <summary>More than these are counted, not listed.</summary>
    public const int MostShown = 50;
}

/// <summary>A work in the list of sheets.</summary>
public sealed record SheetLine(string Work, string Module, int Lines, DateTime? Last);

public sealed record SheetsPage(Event Event, string? Q, string? Module, PageOf<SheetLine> Rows);

/// <summary>What stands of one item, by judge.</summary>
/// <param name="Earlier">复议前, the first time first; after it <paramref name="Values"/> is what was given again.</param>
public sealed record SheetRow(
    string Place, string Title, MarkHow How, Points Most, Points? Counts, IReadOnlyList<(string Name, decimal Value)> Values, IReadOnlyList<IReadOnlyList<(string Name, decimal Value)>> Earlier,
    bool NotAttempted, bool IsRescored, IReadOnlyList<Outlier> Outliers);

/// <summary>A deduction or an adjustment as it stands.</summary>
public sealed record CorrectionRow(string Item, decimal Points, string Why, string By, DateTime At, long Sequence)
{
    public bool IsAdjustment => Item[0] == '+';
}

public sealed record HistoryRow(long Sequence, DateTime At, string By, string Title, decimal Value, string? Why);

public sealed record SheetShown(
    Event Event, EventModule Module, string Work, Points? Total, (int Marked, int All) Progress, decimal? Seconds, IReadOnlyList<SheetRow> Rows, IReadOnlyList<CorrectionRow> Corrections,
    IReadOnlyList<HistoryRow> History, IReadOnlyList<SheetSignature> Signatures, int Violations, bool Adjusts);
