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

    /// <summary>Files of its own are deleted with the batch's, after their three days.</summary>
    Task Forget(int batch) => Task.CompletedTask;

    /// <summary>How its page speaks of it.</summary>
    BatchWords Words => BatchWords.Import;
}

/// <param name="Unit">What is counted: 行.</param>
/// <param name="Done">Before the count, when it went well.</param>
/// <param name="Failed">When it did not.</param>
/// <param name="Again">On the button after it went well.</param>
/// <param name="Retry">On the button after it did not.</param>
/// <param name="Hint">While it runs.</param>
/// <param name="Stopped">The outcome when somebody pressed stop.</param>
public sealed record BatchWords(string Unit, string Done, string Failed, string Again, string Retry, string Hint, string Stopped)
{
    public static BatchWords Import { get; } = new(
        "行", "已写入", "没有写入任何数据", "再导入一份", "重新上传", "可以关掉这一页，处理不会中断；回到“批处理”随时能看到进度。全部检查无误才写入，有一处不对就一行也不写。", "已停止，没有写入任何数据。");
}

/// <summary>How it ended without anything stored.</summary>
/// <param name="Failed">Rows that were wrong.</param>
public sealed record BatchOutcome(int Failed, string Words, string? ResultFile);
