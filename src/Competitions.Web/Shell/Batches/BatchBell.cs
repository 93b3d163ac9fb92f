namespace Competitions.Web.Shell.Batches;

/// <summary>Rung when there is something new in the queue of this node: nobody waits for the next look.</summary>
public sealed class BatchBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    /// <summary>Until it rings, at the longest so long: what another node queued or left is found by looking.</summary>
    public Task Heard(TimeSpan longest, CancellationToken stop) => _rung.WaitAsync(longest, stop);

    public void Dispose() => _rung.Dispose();
}
