using System.Collections.Concurrent;
using Competitions.Data;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Boards;

/// <summary>
/// The boards in memory. A board is opened by replaying its ledger and then follows it by sequence number, so it does not
/// matter which node took a mark. Only a board's own loop calls <see cref="CatchUp"/>: a snapshot and a push share their versions.
/// </summary>
public sealed class BoardKeeper(IServiceScopeFactory scopes) : IDisposable
{
    private readonly ConcurrentDictionary<BoardKey, Kept> _boards = new();
    private readonly SemaphoreSlim _opening = new(1);

    public async Task<BoardSnapshot> Open(BoardKey key) => (await Find(key)).Latest;

    /// <summary>Null while nobody has opened it.</summary>
    public BoardSnapshot? Opened(BoardKey key) => _boards.TryGetValue(key, out var kept) ? kept.Latest : null;

    /// <summary>Applies the lines that came since; what it returns is to be sent to the viewers, or null when nothing of theirs moved.</summary>
    public async Task<BoardPush?> CatchUp(BoardKey key)
    {
        var kept = await Find(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        if (await BoardSource.StampOf(db, key) != kept.Made.Stamp)
        {
            _boards[key] = kept = await Make(db, key); // what may be shown has changed: all look again
            return new BoardPush(-1, kept.Latest.Version, []);
        }

        var from = kept.Made.Board.Version;
        await kept.Follow(db);
        return kept.Made.Board.Version == from ? null : kept.Made.Board.After(from);
    }

    public void Dispose() => _opening.Dispose();

    private async Task<Kept> Find(BoardKey key)
    {
        if (_boards.TryGetValue(key, out var kept))
        {
            return kept;
        }

        await _opening.WaitAsync();
        try
        {
            if (!_boards.TryGetValue(key, out kept))
            {
                await using var scope = scopes.CreateAsyncScope();
                _boards[key] = kept = await Make(scope.ServiceProvider.GetRequiredService<CompetitionsDb>(), key);
            }

            return kept;
        }
        finally
        {
            _opening.Release();
        }
    }

    private static async Task<Kept> Make(CompetitionsDb db, BoardKey key)
    {
        var kept = new Kept(await BoardSource.Make(db, key));
        await kept.Follow(db);
        return kept;
    }

    private sealed class Kept(MadeBoard made)
    {
        private const int AtOnce = 20_000; // a long ledger is not held in memory

        private long _applied;

        public MadeBoard Made { get; } = made;
        public BoardSnapshot Latest { get; private set; } = made.Face with { Rows = [.. made.Board.Rows] };

        public async Task Follow(CompetitionsDb db)
        {
            var (code, until, version) = (Made.Face.Key.Event, Made.Until ?? long.MaxValue, Made.Board.Version);
            var some = new List<Mark>();
            await foreach (var line in db.Marks.AsNoTracking().Where(m => m.EventCode == code && m.Sequence > _applied && m.Sequence <= until).OrderBy(m => m.Sequence).AsAsyncEnumerable())
            {
                some.Add(line);
                if (some.Count == AtOnce)
                {
                    Take(some);
                }
            }

            Take(some);

            if (Made.Board.Version != version)
            {
                Latest = Made.Face with { Version = Made.Board.Version, Rows = [.. Made.Board.Rows] };
            }
        }

        private void Take(List<Mark> some)
        {
            Made.Board.Apply(some);
            _applied = some.Count > 0 ? some[^1].Sequence : _applied;
            some.Clear();
        }
    }
}
