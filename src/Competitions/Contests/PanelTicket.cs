using System.Security.Cryptography;

namespace Competitions.Contests;

/// <summary>
/// 入席码: the one-time code by which a judge takes his place in a panel on a tablet, without a password. Only a hash of it is
/// kept. What it opens is a session of the tablet whose key it was given, for the panel's module alone; it lasts until the
/// module is locked, the event is no longer marked, or a newer ticket takes its place.
/// </summary>
public sealed class PanelTicket
{
    /// <summary>An unused ticket is worth nothing after so many hours: it is given out for one day.</summary>
    public const int ValidHours = 24;

    private const string Curve = "1.2.840.10045.3.1.7"; // P-256

    private PanelTicket()
    {
    }

    /// <param name="codeHash">Of at least 80 random bits.</param>
    /// <exception cref="Refusal">panel.not-seated</exception>
    public PanelTicket(Panel panel, string account, string codeHash, string by, DateTime at)
    {
        Refusal.Unless(panel.Has(account), "panel.not-seated");
        (EventId, PanelId, Module, Account) = (panel.EventId, panel.Id, panel.Module, account);
        (CodeHash, GivenBy, GivenAt) = (codeHash, by, at);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public int PanelId { get; private set; }
    public string Module { get; private set; } = "";
    public string Account { get; private set; } = "";
    public string CodeHash { get; private set; } = "";
    public string GivenBy { get; private set; } = "";

    /// <summary>UTC, like all times here.</summary>
    public DateTime GivenAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>The tablet's public key (P-256, SubjectPublicKeyInfo in base64); null until it is used.</summary>
    public string? DeviceKey { get; private set; }

    /// <summary>Ended by a newer ticket or by hand.</summary>
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpenAt(DateTime now) => UsedAt is null && EndedAt is null && now <= GivenAt.AddHours(ValidHours);

    /// <summary>Whether the session that it opened goes on.</summary>
    /// <param name="isSeated">He is still in the panel.</param>
    /// <param name="isLocked">His module was locked since he took his place.</param>
    public bool Lasts(bool isSeated, EventStage stage, bool isLocked) => UsedAt is not null && EndedAt is null && isSeated && !isLocked && IsMarking(stage);

    /// <exception cref="Refusal">panel-ticket.used, .ended, .expired, .over, .key</exception>
    public void Use(string deviceKey, EventStage stage, DateTime at)
    {
        Refusal.Unless(EndedAt is null, "panel-ticket.ended");
        Refusal.Unless(UsedAt is null, "panel-ticket.used");
        Refusal.Unless(at <= GivenAt.AddHours(ValidHours), "panel-ticket.expired", ValidHours);
        Refusal.Unless(IsMarking(stage), "panel-ticket.over");
        Refusal.Unless(IsKey(deviceKey), "panel-ticket.key");
        (UsedAt, DeviceKey) = (at, deviceKey);
        Version++;
    }

    /// <summary>Nothing when it is ended already.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= at;
        Version++;
    }

    /// <summary>He may sit down before the start, and a pause does not send him away.</summary>
    private static bool IsMarking(EventStage stage) => stage is EventStage.Ready or EventStage.Running or EventStage.Suspended;

    private static bool IsKey(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return text.Length <= 200 && key.ExportParameters(false).Curve.Oid.Value == Curve;
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
