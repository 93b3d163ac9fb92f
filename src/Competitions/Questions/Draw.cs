namespace Competitions.Questions;

/// <summary>组卷蓝图的一行. Without a knowledge point or level any will do.</summary>
public sealed record BlueprintRow(QuestionKind Kind, string? KnowledgePoint, string? LevelCode, int Count, Points Points)
{
    public bool Fits(Question question) => !question.Retired && question.Kind == Kind
        && (KnowledgePoint is null || question.KnowledgePoint == KnowledgePoint) && (LevelCode is null || question.LevelCode == LevelCode);
}

/// <summary>B 卷: the same questions in another order with other letters, or other questions by the same blueprint.</summary>
public enum SetRule { SameQuestions, OtherQuestions }

/// <summary>A question as it stands in one set, copied when the paper was drawn.</summary>
public sealed record PaperItem(
    string Set, int Place, int QuestionId, QuestionKind Kind, string Text, IReadOnlyList<string> Choices, IReadOnlyList<string> Right, Points Points);

/// <summary>Draws the sets A and B. A function of bank, blueprint and seed.</summary>
public static class Draw
{
    public static readonly IReadOnlyList<string> Sets = ["A", "B"];

    /// <exception cref="Refusal"><c>paper.not-enough</c> (row, needed, there) when the bank has too few questions of a row;
    /// <c>paper.blueprint-empty</c>, <c>paper.row-number</c> for a row without questions or points.</exception>
    public static List<PaperItem> From(IEnumerable<Question> bank, IReadOnlyList<BlueprintRow> blueprint, SetRule rule, ulong seed)
    {
        Refusal.Unless(blueprint.Count > 0, "paper.blueprint-empty");
        foreach (var (number, row) in blueprint.Index())
        {
            Refusal.Unless(row.Count is > 0 and <= 500 && row.Points.Value is > 0 and <= 1000, "paper.row-number", number + 1);
        }

        var chance = new Chance(seed);
        var left = bank.OrderBy(q => q.Id).ToList();
        var first = Choose(left, blueprint, chance);
        var second = rule is SetRule.SameQuestions ? first : Choose(left, blueprint, chance);
        return [.. Laid("A", first, blueprint, chance), .. Laid("B", second, blueprint, chance)];
    }

    /// <summary>The rows that ask for most come first, or a row that takes anything would leave them short.</summary>
    private static List<Question>[] Choose(List<Question> left, IReadOnlyList<BlueprintRow> blueprint, Chance chance)
    {
        var chosen = new List<Question>[blueprint.Count];
        foreach (var (number, row) in blueprint.Index().OrderByDescending(r => (r.Item.KnowledgePoint is null ? 0 : 1) + (r.Item.LevelCode is null ? 0 : 1)))
        {
            var fitting = left.Where(row.Fits).ToList();
            Refusal.Unless(fitting.Count >= row.Count, "paper.not-enough", number + 1, row.Count, fitting.Count);
            chosen[number] = chance.Shuffled(fitting)[..row.Count];
            left.RemoveAll(chosen[number].Contains);
        }

        return chosen;
    }

    private static IEnumerable<PaperItem> Laid(string set, List<Question>[] chosen, IReadOnlyList<BlueprintRow> blueprint, Chance chance)
    {
        var place = 0;
        foreach (var (number, row) in blueprint.Index())
        {
            foreach (var question in chance.Shuffled(chosen[number].OrderBy(q => q.Id)))
            {
                yield return Turned(set, ++place, question, row.Points, chance);
            }
        }
    }

    private static PaperItem Turned(string set, int place, Question question, Points points, Chance chance)
    {
        var order = chance.Shuffled(Enumerable.Range(0, question.Choices.Count));
        var right = question.Choices.Count == 0 ? question.Right
            : [.. question.Right.Select(r => QuestionBody.Letter(order.IndexOf(r[0] - 'A'))).Order(StringComparer.Ordinal)];
        return new PaperItem(set, place, question.Id, question.Kind, question.Text, [.. order.Select(i => question.Choices[i])], right, points);
    }
}
