namespace Competitions.Web.Shell.Batches;

/// <summary>A kind of long work. It is made anew for each run, in the scope and with the duties of the account that asked for it.</summary>
public interface IBatchWork
{
    /// <summary>As <see cref="Batch.Kind"/> names it.</summary>
    string Kind { get; }

    /// <summary>As people call it: 导入职工.</summary>
    string Name { get; }

    /// <summary>Who may ask for it, and look at it afterwards.</summary>
    string Policy { get; }

    /// <summary>Where another file is sent.</summary>
    string FormOf(Batch batch);

    /// <summary>Where what was stored is seen.</summary>
    string ResultsOf(Batch batch);

    /// <summary>Does the whole, or nothing that anybody sees. What ends well is ended by <see cref="BatchRun.Succeed"/> in the work's own transaction.</summary>
    /// <exception cref="Refusal">The file or the moment is not right; the sentence becomes the outcome.</exception>
    Task<BatchOutcome?> Run(BatchRun run);

    /// <summary>Takes away what an unfinished run left; harmless twice.</summary>
    Task Discard(int batch) => Task.CompletedTask;
}

/// <summary>How it ended without anything stored.</summary>
/// <param name="Failed">Rows that were wrong.</param>
public sealed record BatchOutcome(int Failed, string Words, string? ResultFile);
