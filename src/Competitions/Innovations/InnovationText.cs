namespace Competitions.Innovations;

public enum TextPart
{
    Title,
    Problem,
    Measures,
}

/// <summary>What two results or proposals are held against each other by.</summary>
/// <param name="Problem">原有问题, 现状分析.</param>
/// <param name="Measures">改进措施.</param>
public sealed record InnovationText(string Title, string Problem, string Measures)
{
    internal IEnumerable<(TextPart Part, string Text)> Parts => [(TextPart.Title, Title), (TextPart.Problem, Problem), (TextPart.Measures, Measures)];

    /// <summary>The passages of this text that another one has too, in order.</summary>
    /// <param name="least">Characters, punctuation, spaces and digits of the same number not counted.</param>
    public IReadOnlyList<Passage> SharedWith(InnovationText other, int least = 6)
    {
        HashSet<ulong> others = [.. Grams.Of(other)];
        return [.. Parts.SelectMany(p => Grams.Shared(p.Text, others, least).Select(s => new Passage(p.Part, s.From, s.To - s.From)))];
    }
}

/// <summary>A piece of a text, from a character on.</summary>
public sealed record Passage(TextPart Part, int At, int Length);
