namespace Competitions.Contests;

public enum SessionStage
{
    /// <summary>未开始.</summary>
    Planned,

    /// <summary>进行中.</summary>
    Running,

    /// <summary>暂停.</summary>
    Paused,

    /// <summary>已结束.</summary>
    Ended,
}

public enum SessionMove
{
    Start,
    Pause,
    Resume,
    End,
}

/// <summary>A move of the session's clock, by server time.</summary>
public sealed record SessionMoved(SessionMove Move, SessionStage From, SessionStage To, string By, DateTime At, string Why);

/// <summary>场次: one module in one room at one time. Its clock stands still while it is paused.</summary>
public sealed class Session
{
    private readonly List<SessionMoved> _history = [];

    private Session()
    {
    }

    /// <exception cref="Refusal">session.name-missing, .room-missing, .minutes</exception>
    public Session(Event of, string module, string name, string room, DateTime plannedAt, int minutes)
    {
        Refusal.Unless(of.Modules.Any(m => m.Code == module), "session.no-such-module");
        (EventId, Module) = (of.Id, module);
        Plan(name, room, plannedAt, minutes);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Module { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Room { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime PlannedAt { get; private set; }
    public int Minutes { get; private set; }
    public SessionStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<SessionMoved> History => _history;

    public DateTime? StartedAt => _history.FirstOrDefault(h => h.Move is SessionMove.Start)?.At;

    public DateTime? EndedAt => _history.FirstOrDefault(h => h.Move is SessionMove.End)?.At;

    public static IEnumerable<SessionMove> MovesFrom(SessionStage stage) => stage switch
    {
        SessionStage.Planned => [SessionMove.Start],
        SessionStage.Running => [SessionMove.Pause, SessionMove.End],
        SessionStage.Paused => [SessionMove.Resume, SessionMove.End],
        _ => [],
    };

    /// <summary>Pausing is for a reason, and so is ending while somebody still has time.</summary>
    public static bool NeedsReason(SessionMove move) => move is SessionMove.Pause;

    public void Plan(string name, string room, DateTime plannedAt, int minutes)
    {
        Refusal.Unless(Stage is SessionStage.Planned, "session.has-begun");
        Refusal.Unless(name.Trim().Length is > 0 and <= 50, "session.name-missing");
        Refusal.Unless(room.Trim().Length is > 0 and <= 50, "session.room-missing");
        Refusal.Unless(minutes is >= 1 and <= 1440, "session.minutes");
        (Name, Room, PlannedAt, Minutes) = (name.Trim(), room.Trim(), plannedAt, minutes);
        Version++;
    }

    /// <param name="at">Server time; never before the move before it.</param>
    /// <param name="unfinished">Seats that still have time; with any, ending needs a reason.</param>
    public void Make(SessionMove move, string by, DateTime at, string why = "", int unfinished = 0)
    {
        Refusal.Unless(MovesFrom(Stage).Contains(move), "session.move-not-allowed");
        Refusal.Unless(!NeedsReason(move) || why.Trim().Length > 0, "session.reason-missing");
        Refusal.Unless(move is not SessionMove.End || unfinished == 0 || why.Trim().Length > 0, "session.seats-have-time", unfinished);
        var to = move switch
        {
            SessionMove.Pause => SessionStage.Paused,
            SessionMove.End => SessionStage.Ended,
            _ => SessionStage.Running,
        };
        var moment = _history.Count > 0 && at < _history[^1].At ? _history[^1].At : at; // a clock set back makes no negative time
        _history.Add(new SessionMoved(move, Stage, to, by, moment, why.Trim()));
        Stage = to;
        Version++;
    }

    /// <summary>How long the clock has run up to that instant, without pauses.</summary>
    public TimeSpan ElapsedAt(DateTime at) => Runs(at).Aggregate(TimeSpan.Zero, (sum, run) => sum + (run.To - run.From));

    /// <summary>Time left of a seat with so many minutes more; never below zero.</summary>
    public TimeSpan RemainingAt(DateTime at, int extraMinutes = 0)
    {
        var left = TimeSpan.FromMinutes(Minutes + extraMinutes) - ElapsedAt(at);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The instant at which a seat's time ran out, or null where it had not by <paramref name="at"/>.</summary>
    public DateTime? TimeUpAt(int extraMinutes, DateTime at)
    {
        var left = TimeSpan.FromMinutes(Minutes + extraMinutes);
        foreach (var (from, to) in Runs(at))
        {
            if (to - from >= left)
            {
                return from + left;
            }

            left -= to - from;
        }

        return null;
    }

    private IEnumerable<(DateTime From, DateTime To)> Runs(DateTime at)
    {
        DateTime? from = null;
        foreach (var moved in _history.Where(h => h.At <= at))
        {
            if (from is { } began && moved.To is not SessionStage.Running)
            {
                yield return (began, moved.At);
            }

            from = moved.To is SessionStage.Running ? moved.At : null;
        }

        if (from is { } running && running < at)
        {
            yield return (running, at);
        }
    }
}
