using System.Collections.Concurrent;
using Competitions.Scoring;
using Microsoft.AspNetCore.SignalR;

namespace Competitions.Web.Scoring.Boards;

/// <summary>The only class that speaks to viewers: one loop for each board that somebody looked at, ended with the program.</summary>
public sealed class ScoreboardBroadcaster(
    IHubContext<ScoreboardHub, IScoreboardClient> audience, IHubContext<JuryBoardHub, IScoreboardClient> jury, BoardKeeper boards,
    ILogger<ScoreboardBroadcaster> log) : BackgroundService
{
    private static readonly TimeSpan BetweenPushes = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1); // another node may have taken a mark
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<BoardKey, Lazy<BoardLoop>> _loops = new();
    private readonly TaskCompletionSource<CancellationToken> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="Shell.Missing">There is no such board: then it has no loop either.</exception>
    public async Task<BoardSnapshot> Attend(BoardKey key)
    {
        var board = await boards.Open(key);
        _ = _loops.GetOrAdd(key, k => new(() => Begin(k))).Value;
        return board;
    }

    /// <summary>One that is attended already; null else.</summary>
    public BoardSnapshot? Attended(BoardKey key) => _loops.ContainsKey(key) ? boards.Opened(key) : null;

    /// <summary>Returns at once: the path of a mark waits for no viewer.</summary>
    public void Changed(string eventCode)
    {
        foreach (var (_, loop) in _loops.Where(l => l.Key.Event == eventCode))
        {
            if (loop.Value.Nudge.CurrentCount == 0)
            {
                loop.Value.Nudge.Release();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _started.SetResult(stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await Task.WhenAll(_loops.Values.Select(l => l.Value.Run)); // none reads on in a database that is being put away
    }

    private BoardLoop Begin(BoardKey key)
    {
        var nudge = new SemaphoreSlim(0);
        return new BoardLoop(nudge, Task.Run(async () => await Loop(key, nudge, await _started.Task)));
    }

    private async Task Loop(BoardKey key, SemaphoreSlim nudge, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await nudge.WaitAsync(LookAnyway, stopping);
                if (await boards.CatchUp(key) is { } push)
                {
                    await Task.WhenAny(Send(key, push), Task.Delay(Patience, stopping)); // one who does not read holds nobody up
                    await Task.Delay(BetweenPushes, stopping);
                }
            }
            catch (Exception problem) when (!stopping.IsCancellationRequested)
            {
                // the loop outlives a database that is away for a moment
                log.LogError(problem, "Board {Board} was not sent", key);
                await Task.Delay(Patience, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private Task Send(BoardKey key, BoardPush push) =>
        key.Jury ? jury.Clients.Group($"{key}").BoardMoved(push) : audience.Clients.Group($"{key}").BoardMoved(push);

    private sealed record BoardLoop(SemaphoreSlim Nudge, Task Run);
}
