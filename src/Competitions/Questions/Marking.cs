using System.Text;

namespace Competitions.Questions;

/// <summary>How two answers are held side by side.</summary>
public static class AnswerText
{
    /// <summary>Without case, width (ＡＢＣ and ABC) and spaces.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}

/// <summary>Marking by rule (计算机阅卷). Part of a multiple choice, and nothing wrong, earns a share; anything wrong earns nothing.</summary>
/// <param name="PartialShare">Of the question's points, 0–1; the preset's default is one half.</param>
public sealed record Marking(decimal PartialShare = 0.5m)
{
    /// <param name="item">What was asked.</param>
    /// <param name="given">Letters as <c>AC</c>, <c>T</c> or <c>F</c>, or the words of a fill-in; empty earns nothing.</param>
    public Points Of(PaperItem item, string? given)
    {
        var full = item.Points;
        if (string.IsNullOrWhiteSpace(given))
        {
            return default;
        }

        if (item.Kind is QuestionKind.FillIn)
        {
            return item.Right.Any(r => AnswerText.Plain(r) == AnswerText.Plain(given)) ? full : default;
        }

        var chosen = AnswerText.Plain(given).ToUpperInvariant().Select(c => c.ToString()).ToHashSet();
        return chosen.SetEquals(item.Right) ? full
            : item.Kind is QuestionKind.MultipleChoice && chosen.IsProperSubsetOf(item.Right) ? Points.Rounded(full.Value * PartialShare, 2)
            : default;
    }

    /// <summary>A whole sheet; a place without an answer earns nothing.</summary>
    public Points Sum(IEnumerable<PaperItem> items, IReadOnlyDictionary<int, string> given) =>
        Points.Sum(items.Select(i => Of(i, given.GetValueOrDefault(i.Place))));
}
