namespace Competitions.Craftsmen;

public enum DutyCheckStage
{
    /// <summary>待填报.</summary>
    Open,

    /// <summary>待单位核对.</summary>
    Reported,

    /// <summary>待考核.</summary>
    Confirmed,

    /// <summary>合格.</summary>
    Qualified,

    /// <summary>不合格.</summary>
    Failed,
}

public enum DutyCheckMove
{
    /// <summary>填报.</summary>
    Report,

    /// <summary>退回补充.</summary>
    Return,

    /// <summary>单位核对.</summary>
    Confirm,

    /// <summary>考核合格.</summary>
    Qualify,

    /// <summary>考核不合格.</summary>
    Fail,
}

/// <summary>Every move of a year's duty check; who reports nothing until the last day may be failed as he is.</summary>
public static class DutyCheckLifecycle
{
    private static readonly Dictionary<(DutyCheckStage From, DutyCheckMove Move), DutyCheckStage> Table = new()
    {
        [(DutyCheckStage.Open, DutyCheckMove.Report)] = DutyCheckStage.Reported,
        [(DutyCheckStage.Reported, DutyCheckMove.Return)] = DutyCheckStage.Open,
        [(DutyCheckStage.Reported, DutyCheckMove.Confirm)] = DutyCheckStage.Confirmed,
        [(DutyCheckStage.Confirmed, DutyCheckMove.Return)] = DutyCheckStage.Open,
        [(DutyCheckStage.Confirmed, DutyCheckMove.Qualify)] = DutyCheckStage.Qualified,
        [(DutyCheckStage.Confirmed, DutyCheckMove.Fail)] = DutyCheckStage.Failed,
        [(DutyCheckStage.Open, DutyCheckMove.Fail)] = DutyCheckStage.Failed,
    };

    public static bool IsOpen(DutyCheckStage stage) => stage is not (DutyCheckStage.Qualified or DutyCheckStage.Failed);

    public static DutyCheckStage? Next(DutyCheckStage from, DutyCheckMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}

/// <param name="Done">Null until it is reported.</param>
/// <param name="Proof">What shows it, in his words.</param>
public sealed record DutyLine(LadderDuty Of, int? Done, string Proof)
{
    public bool IsMet => Done >= Of.Fewest;
}

public sealed record DutyCheckMoved(DutyCheckMove Move, DutyCheckStage From, DutyCheckStage To, string By, DateTime At, string Why);

/// <summary>年度履职考核 of one holder, by the duties of the rules under which he was named.</summary>
public sealed class DutyCheck
{
    private readonly List<DutyCheckMoved> _history = [];

    private DutyCheck()
    {
    }

    /// <exception cref="Refusal">duty-check.too-early, .nothing-to-check</exception>
    public DutyCheck(Craftsman of, int year, DateOnly today)
    {
        Refusal.Unless(year >= 2000 && today >= of.Rules.CheckOpens.In(year), "duty-check.too-early", year, of.Rules.CheckOpens.In(Math.Clamp(year, 2000, 2100)));
        Refusal.Unless(of.Stands && of.From?.Year <= year && of.Level.Duties.Count > 0, "duty-check.nothing-to-check");
        (CraftsmanId, Year, DueOn) = (of.Id, year, of.Rules.CheckCloses.In(year + 1));
        Lines = [.. of.Level.Duties.Select(d => new DutyLine(d, null, ""))];
    }

    public int Id { get; private set; }
    public int CraftsmanId { get; private set; }
    public int Year { get; private set; }
    public DateOnly DueOn { get; private set; }
    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];
    public DutyCheckStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<DutyCheckMoved> History => _history;

    public bool IsMet => Lines.All(l => l.IsMet);

    public bool IsOverdueOn(DateOnly day) => DutyCheckLifecycle.IsOpen(Stage) && day > DueOn;

    /// <summary>Every duty's number, 0 too, each that is more than none with what shows it.</summary>
    /// <exception cref="Refusal">duty-check.done-range, .done-missing, .proof-missing, .move-not-allowed</exception>
    public void Report(IReadOnlyDictionary<string, (int? Done, string Proof)> given, string by, DateTime at)
    {
        List<DutyLine> lines = [.. Lines.Select(l => given.TryGetValue(l.Of.Code, out var g) ? l with { Done = g.Done, Proof = g.Proof.Trim() } : l)];
        Refusal.Unless(lines.TrueForAll(l => l.Done is not null), "duty-check.done-missing");
        Refusal.Unless(lines.TrueForAll(l => l.Done is >= 0 and <= 999), "duty-check.done-range");
        var bare = lines.Find(l => l.Done > 0 && l.Proof.Length == 0);
        Refusal.Unless(bare is null, "duty-check.proof-missing", bare?.Of.Name ?? "");
        Make(DutyCheckMove.Report, by, at, "");
        Lines = lines;
    }

    /// <summary>单位核对: what is reported is so.</summary>
    public void Confirm(string by, DateTime at, string why) => Make(DutyCheckMove.Confirm, by, at, why);

    public void Return(string by, DateTime at, string why) => Make(DutyCheckMove.Return, by, at, why, needsReason: true);

    /// <summary>合格 or 不合格 with its reason, by another person than the unit's; what falls short is judged so on a reason too.</summary>
    /// <exception cref="Refusal">duty-check.second-person, .still-open, .reason-missing, .move-not-allowed</exception>
    public void Judge(bool qualified, DateOnly today, string by, DateTime at, string why)
    {
        Refusal.Unless(Stage is not DutyCheckStage.Confirmed || _history.LastOrDefault(h => h.Move is DutyCheckMove.Confirm)?.By != by, "duty-check.second-person");
        Refusal.Unless(Stage is not DutyCheckStage.Open || today > DueOn, "duty-check.still-open", DueOn);
        Make(qualified ? DutyCheckMove.Qualify : DutyCheckMove.Fail, by, at, why, needsReason: true);
    }

    /// <summary>Years in a row at the end that failed; a year that is still open is passed over, one without a check ends the row.</summary>
    public static int FailuresInARow(IEnumerable<(int Year, DutyCheckStage Stage)> checks)
    {
        var judged = checks.Where(c => !DutyCheckLifecycle.IsOpen(c.Stage)).OrderByDescending(c => c.Year).ToList();
        return judged.TakeWhile((c, i) => c.Stage is DutyCheckStage.Failed && c.Year == judged[0].Year - i).Count();
    }

    private void Make(DutyCheckMove move, string by, DateTime at, string why, bool needsReason = false)
    {
        var next = DutyCheckLifecycle.Next(Stage, move) ?? throw new Refusal("duty-check.move-not-allowed");
        Refusal.Unless(!needsReason || why.Trim().Length is > 0 and <= 500, "duty-check.reason-missing");
        _history.Add(new DutyCheckMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
