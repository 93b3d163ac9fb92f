using Competitions.Data;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Proofs;

/// <summary>What a room holds that is final from some moment on, and is signed then.</summary>
public interface IFinalThings
{
    /// <param name="isSigned">Whether that chain has a signature of that number.</param>
    Task<IReadOnlyList<FinalThing>> Due(Func<string, long, bool> isSigned);
}

/// <summary>
/// Signs the ends of the chains in the background, so that no mark waits for it: after so many lines, when a ledger was locked or opened,
/// when something was published, and a minute after the last line in any case. Only what is committed is seen, so it is never ahead.
/// </summary>
public sealed class HeadSigner(IServiceScopeFactory scopes, HeadBook book, IConfiguration configuration, TimeProvider clock, ILogger<HeadSigner> log) : BackgroundService
{
    public const int LinesBetween = 100;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestOpen = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, int> _locks = [];
    private readonly Dictionary<string, DateTime> _openSince = [];
    private readonly int _lines = int.TryParse(configuration["SignEvery"], out var lines) && lines > 0 ? lines : LinesBetween;

    private sealed record End(string Chain, long Sequence, string Hash, int Lock);

    /// <summary>All that is due now. A failure is logged and costs nobody his act: it is tried again in a moment.</summary>
    /// <param name="all">Every end, however few lines it went on.</param>
    public async Task SignNow(bool all = false)
    {
        await _one.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
            var things = (await Ends(db)).Where(e => IsDue(e, all)).Select(e => new FinalThing(e.Chain, e.Sequence, e.Hash)).ToList();
            foreach (var room in scope.ServiceProvider.GetServices<IFinalThings>())
            {
                things.AddRange(await room.Due((chain, sequence) => book.Find(chain, sequence) is not null));
            }

            book.Sign(things, clock.UtcNow());
            things.ForEach(t => _openSince.Remove(t.Chain));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "The heads were not signed; tried again in a moment");
        }
        finally
        {
            _one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        do
        {
            await SignNow();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async Task<IReadOnlyList<End>> Ends(CompetitionsDb db)
    {
        var audit = await db.AuditHeads.AsNoTracking().Select(h => new End("audit", h.Sequence, h.Hash, 0)).SingleOrDefaultAsync();
        var ledgers = await db.LedgerHeads.AsNoTracking().OrderBy(h => h.EventCode).Select(h => new End("ledger/" + h.EventCode, h.Sequence, h.Hash, h.LockVersion)).ToListAsync();
        return audit is null ? ledgers : [audit, .. ledgers];
    }

    private bool IsDue(End end, bool all)
    {
        var last = book.End(end.Chain);
        if (end.Sequence == 0 || last?.Sequence == end.Sequence && last.Hash == end.Hash)
        {
            _locks[end.Chain] = end.Lock;
            return false;
        }

        var (now, moved) = (clock.UtcNow(), _locks.TryGetValue(end.Chain, out var known) && known != end.Lock);
        _locks[end.Chain] = end.Lock;
        if (!_openSince.TryGetValue(end.Chain, out var since))
        {
            _openSince[end.Chain] = since = now;
        }

        var signed = last?.Sequence ?? 0;
        return all || moved || end.Sequence < signed || end.Sequence - signed >= _lines || now - since >= LongestOpen;
    }
}
