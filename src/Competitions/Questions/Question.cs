namespace Competitions.Questions;

public enum QuestionKind { SingleChoice, MultipleChoice, TrueFalse, FillIn }

/// <summary>What is asked and what is right. Choices have the letters A, B, C… by their order; true and false are T and F.</summary>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The stem.</param>
/// <param name="Choices">Two to eight for single and multiple; none for the other kinds.</param>
/// <param name="Right">Letters of the right choices, T or F, or every accepted wording of a fill-in.</param>
public sealed record QuestionBody(QuestionKind Kind, string Text, IReadOnlyList<string> Choices, IReadOnlyList<string> Right)
{
    public const int MostChoices = 8;

    /// <summary>Spaces at the ends go, answers are put in order of their letters.</summary>
    /// <exception cref="Refusal"><c>question.text-missing</c>, <c>question.choices-number</c>, <c>question.choice-repeated</c>,
    /// <c>question.answer-not-a-choice</c>, <c>question.one-answer</c>, <c>question.two-answers</c>, <c>question.answer-missing</c>.</exception>
    public QuestionBody Checked()
    {
        var fill = Kind is QuestionKind.FillIn;
        var tidy = this with
        {
            Text = Text.Trim(), Choices = [.. Choices.Select(c => c.Trim()).Where(c => c.Length > 0)],
            Right = [.. Right.Select(r => fill ? r.Trim() : r.Trim().ToUpperInvariant()).Where(r => r.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        };
        Refusal.Unless(tidy.Text.Length > 0, "question.text-missing");
        Refusal.Unless(tidy.Right.Count > 0, "question.answer-missing");
        if (Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice)
        {
            Refusal.Unless(tidy.Choices.Count is >= 2 and <= MostChoices, "question.choices-number", MostChoices);
            Refusal.Unless(tidy.Choices.Select(AnswerText.Plain).Distinct().Count() == tidy.Choices.Count, "question.choice-repeated");
        }

        Refusal.Unless(fill || tidy.Right.All(tidy.Allowed().Contains), "question.answer-not-a-choice", string.Join("、", tidy.Right));
        Refusal.Unless(Kind is not (QuestionKind.SingleChoice or QuestionKind.TrueFalse) || tidy.Right.Count == 1, "question.one-answer");
        Refusal.Unless(Kind is not QuestionKind.MultipleChoice || tidy.Right.Count > 1, "question.two-answers");
        return Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice ? tidy : tidy with { Choices = [] };
    }

    public static string Letter(int choice) => ((char)('A' + choice)).ToString();

    private List<string> Allowed() => Kind is QuestionKind.TrueFalse ? ["T", "F"] : [.. Choices.Select((_, i) => Letter(i))];
}

/// <summary>A question of an organisation's bank. Papers keep a copy: a later change or retirement does not touch them.</summary>
public sealed class Question
{
    private Question()
    {
    }

    public Question(int organisationId, string occupationCode, QuestionBody body, string by, DateTime at)
    {
        (OrganisationId, OccupationCode, MadeBy, MadeAt) = (organisationId, occupationCode, by, at);
        Rewrite(occupationCode, body, null, "", "", by, at);
    }

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public string OccupationCode { get; private set; } = "";
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<string> Choices { get; private set; } = [];
    public IReadOnlyList<string> Right { get; private set; } = [];

    /// <summary>Of the skill levels' dictionary; null when it suits any.</summary>
    public string? LevelCode { get; private set; }

    /// <summary>知识点.</summary>
    public string KnowledgePoint { get; private set; } = "";

    public string Source { get; private set; } = "";
    public bool Retired { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTime MadeAt { get; private set; }
    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    public QuestionBody Body => new(Kind, Text, Choices, Right);

    public void Rewrite(string occupationCode, QuestionBody body, string? levelCode, string knowledgePoint, string source, string by, DateTime at)
    {
        Refusal.Unless(occupationCode.Trim().Length > 0, "question.occupation-missing");
        var right = body.Checked();
        (OccupationCode, LevelCode) = (occupationCode.Trim(), string.IsNullOrWhiteSpace(levelCode) ? null : levelCode.Trim());
        (Kind, Text, Choices, Right) = (right.Kind, right.Text, right.Choices, right.Right);
        (KnowledgePoint, Source) = (knowledgePoint.Trim(), source.Trim());
        Changed(by, at);
    }

    /// <summary>Out of the draw, or back into it; papers drawn before keep it.</summary>
    public void Retire(bool retired, string by, DateTime at)
    {
        Retired = retired;
        Changed(by, at);
    }

    private void Changed(string by, DateTime at) => (ChangedBy, ChangedAt, Version) = (by, at, Version + 1);
}
