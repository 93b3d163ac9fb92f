namespace Competitions.People;

/// <summary>What of his record a worker says is wrong.</summary>
public enum CorrectionField
{
    Name,
    IdNumber,
    Phone,
    Skill,
    Employment,
    Membership,
    Other,

    /// <summary>Not wrong, but to be deleted (PIPL Art. 47).</summary>
    Erasure,
}

/// <summary>更正申请 (PIPL Art. 46): the worker says what is wrong, his union looks at the papers and answers. It changes nothing by itself.</summary>
public sealed class CorrectionRequest
{
    private CorrectionRequest()
    {
    }

    /// <exception cref="Refusal">correction.text-missing</exception>
    public CorrectionRequest(int workerId, CorrectionField field, string text, DateTime at)
    {
        Refusal.Unless(text.Trim().Length is >= 4 and <= 500, "correction.text-missing");
        (WorkerId, Field, Text, At) = (workerId, field, text.Trim(), at);
    }

    public int Id { get; private set; }
    public int WorkerId { get; private set; }
    public CorrectionField Field { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }

    /// <summary>Whether the record was corrected; null while it waits.</summary>
    public bool? Corrected { get; private set; }
    public string? Answer { get; private set; }

    /// <summary>He is erased: what he wrote about himself goes too, that he asked and was answered stays.</summary>
    public void Forget() => Text = Worker.Erased;

    /// <exception cref="Refusal">correction.already-answered, correction.answer-missing</exception>
    public void Decide(bool corrected, string answer, string by, DateTime at)
    {
        Refusal.Unless(AnsweredAt is null, "correction.already-answered");
        Refusal.Unless(corrected || answer.Trim().Length is >= 4, "correction.answer-missing");
        Refusal.Unless(answer.Trim().Length <= 500, "correction.answer-missing");
        (Corrected, Answer, AnsweredBy, AnsweredAt) = (corrected, answer.Trim(), by, at);
    }
}
