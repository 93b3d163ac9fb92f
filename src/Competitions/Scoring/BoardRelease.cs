namespace Competitions.Scoring;

/// <summary>What the public board of a round may show: nothing until a module is released, and nothing after it was frozen.</summary>
public sealed class BoardRelease(string eventCode, string round)
{
    private readonly List<string> _modules = [];

    public int Id { get; private set; }
    public string EventCode { get; private set; } = eventCode;
    public string Round { get; private set; } = round;

    /// <summary>Codes of the modules that are shown.</summary>
    public IReadOnlyList<string> Modules => _modules;

    /// <summary>The last line of the ledger that is shown; null while the board is live.</summary>
    public long? FrozenAt { get; private set; }

    /// <summary>Every change of what may be shown is another version of every board that is made by it.</summary>
    public int Version { get; private set; }

    /// <exception cref="Refusal">board.already-released</exception>
    public void Release(string module)
    {
        Refusal.Unless(!_modules.Contains(module), "board.already-released");
        _modules.Add(module);
        Version++;
    }

    /// <exception cref="Refusal">board.not-released</exception>
    public void Hide(string module)
    {
        Refusal.Unless(_modules.Remove(module), "board.not-released");
        Version++;
    }

    /// <summary>封榜: the public goes on seeing the board as it stands now.</summary>
    /// <param name="sequence">Of the ledger's newest line.</param>
    /// <exception cref="Refusal">board.already-frozen</exception>
    public void Freeze(long sequence)
    {
        Refusal.Unless(FrozenAt is null, "board.already-frozen");
        (FrozenAt, Version) = (sequence, Version + 1);
    }

    /// <exception cref="Refusal">board.not-frozen</exception>
    public void Unfreeze()
    {
        Refusal.Unless(FrozenAt is not null, "board.not-frozen");
        (FrozenAt, Version) = (null, Version + 1);
    }
}
