using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Competitions.Web.Tests.Support;

/// <summary>Holds the background between two transactions, so that a test does in the gap what a person would have to be quick for.</summary>
public sealed class Hold : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly ManualResetEventSlim _released = new();
    private readonly string _database;
    private readonly string _after;
    private volatile bool _reached;

    /// <param name="folder">Of the program's data; tests run side by side.</param>
    /// <param name="after">A piece of the command after which the next transaction does not begin.</param>
    public Hold(string folder, string after)
    {
        (_database, _after) = (Path.Combine(folder, "competitions.db"), after);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void Release() => _released.Set();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Activity.Current is not null)
        {
            return; // a request, not the background
        }

        if (value.Value is CommandExecutedEventData done && done.Connection.DataSource == _database && done.Command.CommandText.Contains(_after, StringComparison.Ordinal))
        {
            _reached = true;
        }
        else if (_reached && value.Value is TransactionStartingEventData next && next.Context!.Database.GetDbConnection().DataSource == _database)
        {
            _released.Wait(TimeSpan.FromMinutes(1));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _released.Set();
        _subscriptions.ForEach(s => s.Dispose());
        _released.Dispose();
    }
}
