namespace Competitions.People;

/// <summary>激活单: a slip by which a worker opens his own account. Only a hash of its code is kept.</summary>
public sealed class ActivationSlip(int workerId, string codeHash, string givenBy, DateTime at, DateTime validUntil)
{
    /// <summary>Wrong ends of an ID number after which a slip is worth nothing: who found the paper does not try on.</summary>
    public const int MostMisses = 5;

    public int Id { get; private set; }
    public int WorkerId { get; private set; } = workerId;
    public string CodeHash { get; private set; } = codeHash;
    public string GivenBy { get; private set; } = givenBy;
    public DateTime At { get; private set; } = at;
    public DateTime ValidUntil { get; private set; } = validUntil;
    public DateTime? UsedAt { get; private set; }
    public int Misses { get; private set; }

    public bool IsOpenAt(DateTime now) => UsedAt is null && now <= ValidUntil && Misses < MostMisses;

    public void Miss() => Misses++;

    /// <exception cref="Refusal">slip.used, slip.expired</exception>
    public void Use(DateTime at)
    {
        Refusal.Unless(UsedAt is null, "slip.used");
        Refusal.Unless(at <= ValidUntil, "slip.expired");
        UsedAt = at;
    }

    /// <summary>A newer slip of the same worker takes its place.</summary>
    public void End(DateTime at) => ValidUntil = at < ValidUntil ? at.AddTicks(-1) : ValidUntil;
}
