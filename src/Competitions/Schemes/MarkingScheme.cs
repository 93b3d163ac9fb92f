namespace Competitions.Schemes;

/// <summary>What is written at once: the scheme, which module each criterion is marked in, and the warnings that were accepted with it.</summary>
/// <param name="Modules">Criterion's code → module's code; a criterion that is left out is marked nowhere yet.</param>
public sealed record WrittenScheme(Scheme Content, IReadOnlyDictionary<string, string> Modules, IReadOnlyList<SchemeFinding> Accepted);

/// <summary>
/// 评分方案 of one event, in one version. Until marking starts the newest is a draft that is written in place; from then on a
/// change is a new version with a reason, and the older ones stay as they were.
/// </summary>
public sealed class MarkingScheme
{
    public const int MostWhy = 200;

    private MarkingScheme()
    {
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }
    public Scheme Content { get; private set; } = null!;

    /// <summary>Criterion's code → module's code.</summary>
    public IReadOnlyDictionary<string, string> Modules { get; private set; } = null!;

    /// <summary>Warnings of the workbook that it was adopted with.</summary>
    public IReadOnlyList<SchemeFinding> Accepted { get; private set; } = [];

    /// <summary>Of the last key that was given: <see cref="AspectKeys"/>.</summary>
    public int LastKey { get; private set; }

    /// <summary>Of the version; empty for the first.</summary>
    public string Why { get; private set; } = "";
    public string By { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    public DateTime? LockedAt { get; private set; }
    public string? LockedBy { get; private set; }

    /// <summary>Whoever read an older one is told.</summary>
    public int Version { get; private set; }
    public bool IsLocked => LockedAt is not null;

    /// <summary>The first scheme of an event.</summary>
    /// <param name="aspectModules">Codes of the event's modules that are marked by aspects; others take no criterion.</param>
    /// <exception cref="Refusal">scheme.title, .no-aspects, .codes, .too-large, .no-such-calculation, .no-such-section, .module</exception>
    public static MarkingScheme First(int eventId, WrittenScheme written, IReadOnlyCollection<string> aspectModules, string by, DateTime at)
    {
        var first = new MarkingScheme { EventId = eventId, Number = 1 };
        first.Take(written, aspectModules, by, at, before: null);
        return first;
    }

    /// <summary>A draft is written anew and given back; of a locked one a new version is made, locked at once since marking goes on.</summary>
    /// <exception cref="Refusal">scheme.reason-missing, and as the first.</exception>
    public MarkingScheme Write(WrittenScheme written, IReadOnlyCollection<string> aspectModules, string by, DateTime at, string why = "")
    {
        if (!IsLocked)
        {
            Take(written, aspectModules, by, at, Content);
            return this;
        }

        Refusal.Unless(why.Trim().Length is > 0 and <= MostWhy, "scheme.reason-missing");
        Version++; // of two who make a next version, one is told
        var next = new MarkingScheme { EventId = EventId, Number = Number + 1, LastKey = LastKey, Why = why.Trim() };
        next.Take(written, aspectModules, by, at, Content);
        next.Lock(by, at);
        return next;
    }

    /// <summary>Marking starts. Harmless twice.</summary>
    public void Lock(string by, DateTime at)
    {
        if (!IsLocked)
        {
            (LockedAt, LockedBy) = (at, by);
            Version++;
        }
    }

    /// <summary>What is marked in a module, in the scheme's order.</summary>
    public IEnumerable<PlacedAspect> AspectsOf(string module) => Content.Places.Where(p => Modules.TryGetValue(p.Criterion.Code, out var of) && of == module);

    private void Take(WrittenScheme written, IReadOnlyCollection<string> aspectModules, string by, DateTime at, Scheme? before)
    {
        SchemeShape.Check(written.Content);
        var codes = written.Content.Criteria.Select(c => c.Code).ToHashSet();
        foreach (var (criterion, module) in written.Modules)
        {
            Refusal.Unless(codes.Contains(criterion) && aspectModules.Contains(module), "scheme.module", criterion);
        }

        (Content, LastKey) = AspectKeys.Given(written.Content, before, LastKey);
        (Modules, Accepted, By, At) = (written.Modules, written.Accepted, by, at);
        Version++;
    }
}
