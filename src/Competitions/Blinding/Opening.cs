namespace Competitions.Blinding;

/// <summary>解密 of an event: who opened its codes in whose presence, and how far the ledger went then. Once an event.</summary>
public sealed class Opening(string eventCode, string openedBy, string witness, DateTime at, long sequence, string ledgerHash, int works)
{
    public string EventCode { get; private set; } = eventCode;
    public string OpenedBy { get; private set; } = openedBy;
    public string Witness { get; private set; } = witness;
    public DateTime At { get; private set; } = at;
    public long Sequence { get; private set; } = sequence;
    public string LedgerHash { get; private set; } = ledgerHash;
    public int Works { get; private set; } = works;
}
