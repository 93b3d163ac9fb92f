using System.Globalization;
using System.Text;

namespace Competitions.People;

/// <summary>
/// A person's name as he writes it: any Han character of any plane, letters with their marks, and the dot of ethnic names.
/// What no document can print is refused by name instead of becoming an empty box later.
/// </summary>
public sealed record PersonName
{
    public const int Longest = 200;

    private PersonName(string value)
    {
        Value = value;
        Key = KeyOf(value);
    }

    /// <summary>As typed, with single spaces and the one dot <c>·</c> (U+00B7).</summary>
    public string Value { get; }

    /// <summary>For comparing: NFC, without spaces, capitals alike.</summary>
    public string Key { get; }

    /// <exception cref="Refusal">person-name.missing, .too-long, .character (names the character)</exception>
    public static PersonName Read(string? typed)
    {
        var value = OneDot(OneSpace(typed ?? ""));
        Refusal.Unless(value.Length > 0, "person-name.missing");
        Refusal.Unless(value.Length <= Longest, "person-name.too-long", Longest);
        for (var i = 0; i < value.Length; i++)
        {
            if (!Rune.TryGetRuneAt(value, i, out var rune))
            {
                throw new Refusal("person-name.character", $"U+{(int)value[i]:X4}");
            }

            Refusal.Unless(Allowed(rune), "person-name.character", Named(rune));
            i += rune.Utf16SequenceLength - 1;
        }

        Refusal.Unless(value.Any(c => char.IsLetter(c) || char.IsSurrogate(c)), "person-name.missing");
        return new PersonName(value);
    }

    public static string KeyOf(string value) =>
        value.Replace(" ", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC).ToUpperInvariant();

    /// <summary>For anybody to see: the first character, and at most two stars for the rest.</summary>
    public static string Mask(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        return runes.Count == 0 ? "" : runes[0] + new string('*', Math.Clamp(runes.Count - 1, 1, 2));
    }

    public override string ToString() => Value;

    private static bool Allowed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        UnicodeCategory.OtherNotAssigned => rune.Value is >= 0x20000 and <= 0x3FFFD, // Han planes: newer than the tables of this program
        _ => rune.Value is ' ' or '·' or '-' or '\'' or '’' or '.' or ',' or '(' or ')' or '（' or '）' or '〇',
    };

    private static string Named(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => $"U+{rune.Value:X4}",
        _ => $"{rune}（U+{rune.Value:X4}）",
    };

    private static string OneSpace(string typed) =>
        string.Join(' ', typed.Split([' ', '\u3000', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static string OneDot(string typed)
    {
        var dotted = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            dotted.Append(LooksLikeTheDot(typed[i]) || (typed[i] is '.' or '．' && BetweenHan(typed, i)) ? '·' : typed[i]);
        }

        return dotted.ToString().Replace(" ·", "·", StringComparison.Ordinal).Replace("· ", "·", StringComparison.Ordinal);
    }

    private static bool LooksLikeTheDot(char c) =>
        c is '\u0387' or '\u16EB' or '\u2022' or '\u2027' or '\u2219' or '\u22C5' or '\u2E31' or '\u2E33' or '\u30FB' or '\uFF65' or '\u2024' or '\uFE52';

    private static bool BetweenHan(string text, int at) => at > 0 && at < text.Length - 1 && IsHan(text[at - 1]) && IsHan(text[at + 1]);

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' || char.IsSurrogate(c);
}
