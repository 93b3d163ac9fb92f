using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Competitions.Web.Tests.Support;

/// <summary>The commands that requests send to the database while it is open, by EF's own events; what works in the background is no request.</summary>
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
        if (Activity.Current is not null && value.Value is CommandExecutedEventData done && done.Connection.DataSource == _database)
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
