using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>Text that goes into a cell and comes out of one as it was, whatever it begins with and whatever is in it.</summary>
public static partial class CellText
{
    /// <summary>What XML cannot hold is written <c>_xHHHH_</c>, the way of ECMA-376 §22.9.2.19; text that looks so already is protected.</summary>
    public static string Escaped(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 && !text.Contains("_x", StringComparison.Ordinal)
            ? text
            : Escape(text);

    /// <summary>
    /// For CSV, where a spreadsheet would run a cell that begins with = + - @ TAB or CR: an apostrophe goes before it.
    /// <see cref="Unguarded"/> takes it away again.
    /// </summary>
    public static string Guarded(string text) => Dangerous().IsMatch(text) ? "'" + text : text;

    public static string Unguarded(string text) => text.StartsWith('\'') && Dangerous().IsMatch(text) ? text[1..] : text;

    private static string Escape(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                written.Append(c).Append(text[++i]);
            }
            else if (c is '\n' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD'))
            {
                written.Append(c is '_' && Encoded().IsMatch(text.AsSpan(i)) ? "_x005F_" : c.ToString());
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
        }

        return written.ToString();
    }

    [GeneratedRegex("^'*[=+\\-@\t\r]")]
    private static partial Regex Dangerous();

    [GeneratedRegex("^_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Encoded();
}
