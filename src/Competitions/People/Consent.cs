namespace Competitions.People;

public enum ConsentKind
{
    /// <summary>处理个人信息.</summary>
    Processing,

    /// <summary>公示与公布, given apart from the first (PIPL Art. 25).</summary>
    Publication,
}

/// <summary>A worker's own consent to one version of a text; a withdrawal is a second time, not a removal.</summary>
public sealed class Consent(int workerId, ConsentKind kind, string textVersion, DateTime at)
{
    public int Id { get; private set; }
    public int WorkerId { get; private set; } = workerId;
    public ConsentKind Kind { get; private set; } = kind;
    public string TextVersion { get; private set; } = textVersion;
    public DateTime At { get; private set; } = at;
    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime at)
    {
        Refusal.Unless(WithdrawnAt is null, "consent.already-withdrawn");
        WithdrawnAt = at;
    }
}
