using System.Globalization;
using System.Text;

namespace Competitions.People;

/// <summary>What people type, brought to one form before a rule looks at it.</summary>
internal static class Typed
{
    /// <summary>Full-width letters, digits and signs become half-width, an ideographic space becomes a space.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                _ => from[i],
            };
        }
    });

    /// <summary>Half-width, in capitals, without spaces, hyphens and what cannot be seen: a number as it is stored and compared.</summary>
    public static string Number(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in HalfWidth(text))
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013' or '\u2014')
                && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                kept.Append(char.ToUpperInvariant(c));
            }
        }

        return kept.ToString();
    }
}
