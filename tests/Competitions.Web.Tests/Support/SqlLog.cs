using System.Diagnostics;
using Competitions.Web.Shell.Batches;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Competitions.Web.Tests.Support;

/// <summary>The commands that this process sends to any database while it is open, counted by EF's own events.</summary>
public sealed class SqlLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<string> _commands = [];
    private readonly Lock _door = new();
    private readonly string _database;

    /// <param name="database">The path of the database whose commands count; tests run side by side.</param>
    public SqlLog(string database)
    {
        _database = database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_door)
            {
                return [.. _commands];
            }
        }
    }

    public int Count => Commands.Count;

    public void Clear()
    {
        lock (_door)
        {
            _commands.Clear();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory())
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData done && done.Connection.DataSource == _database && !done.Command.CommandText.Contains(BatchRunner.Queue, StringComparison.Ordinal))
        {
            lock (_door)
            {
                _commands.Add(done.Command.CommandText);
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    private static string DbLoggerCategory() => Microsoft.EntityFrameworkCore.DbLoggerCategory.Name;
}
