namespace Competitions.Blinding;

/// <summary>
/// 密封钥匙 of an event. Whoever has the public part closes a code book; the other part lies here under two halves, of which the
/// encryption judge holds one and the supervisor the other. Neither half lies in the house once the supervisor took his.
/// </summary>
public sealed class SealKey(string eventCode, byte[] publicPart, byte[] wrapped, byte[] waiting, string madeBy, DateTime madeAt)
{
    public string EventCode { get; private set; } = eventCode;
    public byte[] PublicPart { get; private set; } = publicPart;

    /// <summary>The private part, under both halves.</summary>
    public byte[] Wrapped { get; private set; } = wrapped;

    /// <summary>The supervisor's half under the key of the house, until he takes it.</summary>
    public byte[]? Waiting { get; private set; } = waiting;
    public string MadeBy { get; private set; } = madeBy;
    public DateTime MadeAt { get; private set; } = madeAt;
    public string? TakenBy { get; private set; }
    public DateTime? TakenAt { get; private set; }
    public int Version { get; private set; }

    public bool IsWhole => TakenAt is not null;

    /// <exception cref="Refusal">seal-key.second-person, .already-taken</exception>
    public void Take(string by, DateTime at)
    {
        Refusal.Unless(by != MadeBy, "seal-key.second-person");
        Refusal.Unless(!IsWhole, "seal-key.already-taken");
        (Waiting, TakenBy, TakenAt) = (null, by, at);
        Version++;
    }
}
