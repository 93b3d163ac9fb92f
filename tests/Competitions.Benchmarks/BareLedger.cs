using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Competitions.Benchmarks;

/// <summary>Rows of a mark's size into a SQLite file, durable as ours: in a plain loop, and by one writer for many who wait.</summary>
internal sealed class BareLedger : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("competitions-bare-").FullName;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private long _sequence;

    public BareLedger()
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "bare.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Marks (Sequence INTEGER PRIMARY KEY, Id TEXT UNIQUE, Work TEXT, Aspect TEXT, Judge TEXT, Value TEXT, Hash TEXT)");
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO Marks VALUES ($s, $i, 'ABCDEFGHJK', 'process', 'judge', '50.25', $h)";
        Array.ForEach(["$s", "$i", "$h"], name => _insert.Parameters.AddWithValue(name, ""));
    }

    /// <summary>Rows a second, so many to a transaction.</summary>
    public double Loop(int atOnce, TimeSpan time)
    {
        var (watch, rows) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < time; rows += atOnce)
        {
            Commit(atOnce);
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Rows a second by one writer, for producers who each wait until their batch is durable.</summary>
    public async Task<double> Grouped(int producers, int batch, TimeSpan time)
    {
        var (waiting, watch, rows) = (Channel.CreateUnbounded<TaskCompletionSource>(), Stopwatch.StartNew(), 0L);
        var writing = Task.Run(async () =>
        {
            while (await waiting.Reader.WaitToReadAsync())
            {
                var group = new List<TaskCompletionSource>();
                while (group.Count < 500 / batch && waiting.Reader.TryRead(out var next))
                {
                    group.Add(next);
                }

                Commit(group.Count * batch);
                group.ForEach(g => g.SetResult());
            }
        });
        await Task.WhenAll(Enumerable.Range(0, producers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await waiting.Writer.WriteAsync(answer);
                await answer.Task;
                Interlocked.Add(ref rows, batch);
            }
        })));
        waiting.Writer.Complete();
        await writing;
        return rows / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Commit(int rows)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        for (var n = 0; n < rows; n++)
        {
            (_insert.Parameters[0].Value, _insert.Parameters[1].Value, _insert.Parameters[2].Value) = (++_sequence, Guid.NewGuid().ToString(), "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
            _insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // a constant
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
