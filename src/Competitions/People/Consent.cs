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

/// <summary>A slip by which a worker opens his own account. Only a hash of its code is kept.</summary>
public sealed class ActivationSlip(int workerId, string codeHash, string givenBy, DateTime at, DateTime validUntil)
{
    public int Id { get; private set; }
    public int WorkerId { get; private set; } = workerId;
    public string CodeHash { get; private set; } = codeHash;
    public string GivenBy { get; private set; } = givenBy;
    public DateTime At { get; private set; } = at;
    public DateTime ValidUntil { get; private set; } = validUntil;
    public DateTime? UsedAt { get; private set; }

    public void Use(DateTime at)
    {
        Refusal.Unless(UsedAt is null, "slip.used");
        Refusal.Unless(at <= ValidUntil, "slip.expired");
        UsedAt = at;
    }
}
