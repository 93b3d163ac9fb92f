namespace Competitions;

public enum BatchState
{
    Queued,
    Running,
    Succeeded,

    /// <summary>Nothing was stored; the outcome says why.</summary>
    Failed,
    Stopped,
}

/// <summary>
/// 批处理: long work that a person waits for. The row holds its state, progress and outcome, so that a page survives a reload
/// and another run goes on after a restart. Who works at it holds a lease that he must renew.
/// </summary>
public sealed class Batch
{
    /// <summary>A run that three times never came to its end is not begun a fourth time.</summary>
    public const int MostAttempts = 3;

    private Batch()
    {
    }

    /// <param name="target">The code of what it is for, where the kind needs one; else empty.</param>
    /// <param name="inputFile">Its random name in the data folder.</param>
    /// <param name="inputName">The name that people know.</param>
    /// <param name="by">The account whose duties it runs with.</param>
    public Batch(string kind, string target, string inputFile, string inputName, string by, DateTime at) =>
        (Kind, Target, InputFile, InputName, By, At) = (kind, target, inputFile, inputName, by, at);

    public int Id { get; private set; }

    /// <summary>Which work it is, for example <c>workers-import</c>.</summary>
    public string Kind { get; private set; } = "";
    public string Target { get; private set; } = "";
    public BatchState State { get; private set; }

    /// <summary>What is being done now, in words for the page.</summary>
    public string Step { get; private set; } = "";
    public int Done { get; private set; }

    /// <summary>Null where only the end will tell.</summary>
    public int? Total { get; private set; }
    public int Succeeded { get; private set; }
    public int Failed { get; private set; }
    public string Outcome { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime? BeganAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string InputFile { get; private set; } = "";
    public string InputName { get; private set; } = "";

    /// <summary>The marked copy, by its random name in the data folder.</summary>
    public string? ResultFile { get; private set; }
    public bool StopWanted { get; private set; }
    public int Attempts { get; private set; }
    public string? LeaseBy { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>The kind while it runs, unique: one of a kind at a time, on however many nodes.</summary>
    public string? Lane { get; private set; }
    public int Version { get; private set; }

    public bool IsOver => State is BatchState.Succeeded or BatchState.Failed or BatchState.Stopped;

    /// <summary>From the start, also when another run began it: nothing of that run was kept.</summary>
    /// <exception cref="Refusal">batch.over, batch.running</exception>
    public void Begin(string leaseBy, DateTime at, DateTime until)
    {
        Refusal.Unless(!IsOver, "batch.over");
        Refusal.Unless(State is BatchState.Queued || LeaseUntil < at, "batch.running");
        (State, LeaseBy, LeaseUntil, Lane) = (BatchState.Running, leaseBy, until, Kind);
        (Step, Done, Total, BeganAt, Attempts, Version) = ("", 0, null, BeganAt ?? at, Attempts + 1, Version + 1);
    }

    /// <summary>Handed back unfinished, when the program goes down or could not go on: the next run begins it anew.</summary>
    public void GiveBack(bool counts)
    {
        Refusal.Unless(State is BatchState.Running, "batch.over");
        (State, LeaseBy, LeaseUntil, Lane, Attempts, Version) = (BatchState.Queued, null, null, null, counts ? Attempts : Attempts - 1, Version + 1);
    }

    public void End(BatchState state, int succeeded, int failed, string outcome, string? resultFile, DateTime at)
    {
        Refusal.Unless(State is BatchState.Running, "batch.over");
        (State, Succeeded, Failed, Outcome, ResultFile, EndedAt) = (state, succeeded, failed, outcome, resultFile, at);
        (LeaseBy, LeaseUntil, Lane, Version) = (null, null, null, Version + 1);
    }

    /// <summary>One that waits is stopped at once, one that runs at its next step.</summary>
    public void WantStop(DateTime at)
    {
        Refusal.Unless(!IsOver, "batch.over");
        (StopWanted, Version) = (true, Version + 1);
        if (State is BatchState.Queued)
        {
            (State, Outcome, EndedAt) = (BatchState.Stopped, "还没有开始就停止了，没有写入任何数据。", at);
        }
    }

    /// <summary>What was uploaded and marked is not kept for ever: both hold personal data.</summary>
    public void ForgetFiles() => (InputFile, ResultFile, Version) = ("", null, Version + 1);
}
