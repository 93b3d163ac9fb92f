namespace Competitions.Notices;

public enum ObjectionOutcome
{
    /// <summary>待核查.</summary>
    Open,

    /// <summary>异议不成立.</summary>
    Rejected,

    /// <summary>异议成立: the list is put right.</summary>
    Upheld,
}

/// <summary>Who objects, in his real name. Name and phone lie sealed in the database.</summary>
/// <param name="Unit">Where he works, or where he lives.</param>
/// <param name="ConsentVersion">Of the text that he agreed to.</param>
public sealed record Objector(SealedField Name, SealedField Phone, string Unit, string ConsentVersion);

/// <summary>异议 against a public notice; only who handles it reads it. It is answered with a finding in writing, once.</summary>
public sealed class Objection
{
    public const int LongestText = 2000;

    private Objection()
    {
    }

    /// <exception cref="Refusal">objection.unit-missing, .text-missing, .consent-missing</exception>
    internal Objection(int noticeId, Objector who, string text, string receipt, DateTime at)
    {
        Refusal.Unless(who.Unit.Trim().Length is > 0 and <= 100, "objection.unit-missing");
        Refusal.Unless(text.Trim().Length is >= 10 and <= LongestText, "objection.text-missing", LongestText);
        Refusal.Unless(who.ConsentVersion.Length > 0, "objection.consent-missing");
        (NoticeId, NameSealed, PhoneSealed, Unit, ConsentVersion) = (noticeId, who.Name.Bytes, who.Phone.Bytes, who.Unit.Trim(), who.ConsentVersion);
        (Text, Receipt, FiledAt) = (text.Trim(), receipt, at);
    }

    public int Id { get; private set; }
    public int NoticeId { get; private set; }

    /// <summary>回执号: who holds it may ask what became of it.</summary>
    public string Receipt { get; private set; } = "";
    public byte[] NameSealed { get; private set; } = [];
    public byte[] PhoneSealed { get; private set; } = [];
    public string Unit { get; private set; } = "";
    public string ConsentVersion { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTime FiledAt { get; private set; }
    public ObjectionOutcome Outcome { get; private set; }

    /// <summary>核查结论, in writing; empty while it is open.</summary>
    public string Finding { get; private set; } = "";
    public string AnsweredBy { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="Refusal">objection.answered, .outcome-missing, .finding-missing</exception>
    public void Answer(ObjectionOutcome outcome, string finding, string by, DateTime at)
    {
        Refusal.Unless(Outcome is ObjectionOutcome.Open, "objection.answered");
        Refusal.Unless(outcome is not ObjectionOutcome.Open, "objection.outcome-missing");
        Refusal.Unless(finding.Trim().Length is >= 10 and <= LongestText, "objection.finding-missing", LongestText);
        (Outcome, Finding, AnsweredBy, AnsweredAt, Version) = (outcome, finding.Trim(), by, at, Version + 1);
    }
}
