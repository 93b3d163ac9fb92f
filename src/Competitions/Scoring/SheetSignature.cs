namespace Competitions.Scoring;

public enum SignedAs
{
    /// <summary>现场裁判.</summary>
    Judge,

    /// <summary>裁判长.</summary>
    Chief,
}

/// <summary>What a person signs: a sheet as it stands at a line of the ledger.</summary>
/// <param name="Sequence">Of the work's last line; 0 where it has none.</param>
/// <param name="IsWhole">Everything on it counts.</param>
public sealed record SheetToSign(string EventCode, string Work, long Sequence, bool IsWhole);

/// <summary>签字 of a process sheet: by an account under its own name, for the sheet up to a line. A later line leaves it without force. Append-only.</summary>
public sealed record SheetSignature(string EventCode, string Work, SignedAs As, string Account, string Name, long Sequence, DateTime At)
{
    public int Id { get; private set; }

    /// <param name="typed">The signer's name, as he typed it.</param>
    /// <param name="name">As his account is called.</param>
    /// <param name="seen">The line up to which he saw the sheet.</param>
    /// <param name="earlier">All signatures of this sheet.</param>
    /// <exception cref="Refusal">sheet.name, .changed, .not-whole, .already-signed, .judge-first, .second-person</exception>
    public static SheetSignature Sign(SheetToSign sheet, SignedAs by, string account, string typed, string name, long seen, IEnumerable<SheetSignature> earlier, DateTime at)
    {
        Refusal.Unless(typed.Trim() == name, "sheet.name", name);
        Refusal.Unless(seen == sheet.Sequence, "sheet.changed");
        Refusal.Unless(sheet.IsWhole, "sheet.not-whole");
        var standing = earlier.Where(s => s.Holds(sheet.Sequence)).ToList();
        Refusal.Unless(!standing.Exists(s => s.As == by), "sheet.already-signed");
        if (by is SignedAs.Chief)
        {
            Refusal.Unless(standing.Exists(s => s.As is SignedAs.Judge), "sheet.judge-first");
            Refusal.Unless(standing.TrueForAll(s => s.Account != account), "sheet.second-person");
        }

        return new SheetSignature(sheet.EventCode, sheet.Work, by, account, name, sheet.Sequence, at);
    }

    /// <summary>Nothing was written on the sheet since.</summary>
    public bool Holds(long last) => Sequence == last;
}
