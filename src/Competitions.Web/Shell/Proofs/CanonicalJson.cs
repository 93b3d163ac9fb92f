using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Competitions.Web.Shell.Proofs;

/// <summary>
/// JSON written one way (as RFC 8785): keys in the order of their UTF-16 units, no blanks, numbers without trailing zeros, of texts only
/// quotation mark, backslash and control characters escaped. Whoever writes it so has the same bytes, in any language.
/// </summary>
public static class CanonicalJson
{
    private static readonly Dictionary<char, string> Short = new() { ['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b", ['\f'] = "\\f", ['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t" };

    /// <param name="without">Top-level properties that are left out.</param>
    /// <exception cref="FormatException">A number that is no plain decimal.</exception>
    public static string HashOf(JsonElement document, params string[] without)
    {
        var text = new StringBuilder();
        Write(document, text, without);
        return Hash(text.ToString());
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Write(JsonElement value, StringBuilder to, string[] without)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var properties = value.EnumerateObject().Where(p => !without.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal);
                Among(properties, '{', '}', to, p =>
                {
                    Write(p.Name, to);
                    to.Append(':');
                    Write(p.Value, to, []);
                });
                break;
            case JsonValueKind.Array:
                Among(value.EnumerateArray(), '[', ']', to, item => Write(item, to, []));
                break;
            case JsonValueKind.String:
                Write(value.GetString()!, to);
                break;
            case JsonValueKind.Number:
                to.Append(decimal.Parse(value.GetRawText(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            default:
                to.Append(value.GetRawText());
                break;
        }
    }

    private static void Among<T>(IEnumerable<T> items, char open, char close, StringBuilder to, Action<T> write)
    {
        to.Append(open);
        foreach (var (i, item) in items.Index())
        {
            to.Append(i > 0 ? "," : "");
            write(item);
        }

        to.Append(close);
    }

    private static void Write(string text, StringBuilder to)
    {
        to.Append('"');
        foreach (var c in text)
        {
            to.Append(Short.TryGetValue(c, out var escaped) ? escaped : c < ' ' ? $"\\u{(int)c:x4}" : $"{c}");
        }

        to.Append('"');
    }
}
