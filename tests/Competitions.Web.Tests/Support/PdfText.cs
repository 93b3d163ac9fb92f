using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Competitions.Web.Tests.Support;

/// <summary>Reads a PDF as Chromium writes it: its pages, their size, and their text through the fonts' ToUnicode maps (ISO 32000-1, 9.10.3).</summary>
public sealed partial class PdfText
{
    /// <summary>Where a font's map keeps how long its codes are: one letter for one byte (Type 3), two for two.</summary>
    private const int DigitsOfACode = -1;

    private readonly Dictionary<int, (string Head, byte[] Stream)> _objects = [];
    private readonly Dictionary<string, Dictionary<int, string>> _fonts = [];

    public PdfText(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (Match found in Objects().Matches(text))
        {
            var body = found.Groups[2].Value;
            var at = body.IndexOf("stream\n", StringComparison.Ordinal);
            var head = at < 0 ? body : body[..at];
            _objects[int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)] = (head, at < 0 ? [] : Inflated(head, Encoding.Latin1.GetBytes(body[(at + 7)..])));
        }

        foreach (Match font in _objects.Values.SelectMany(o => FontRefs().Matches(o.Head)))
        {
            if (_objects.TryGetValue(int.Parse(font.Groups[2].Value, CultureInfo.InvariantCulture), out var described) && ToUnicode().Match(described.Head) is { Success: true } map)
            {
                _fonts[font.Groups[1].Value] = Map(Encoding.Latin1.GetString(_objects[int.Parse(map.Groups[1].Value, CultureInfo.InvariantCulture)].Stream));
            }
        }
    }

    public int Pages => _objects.Values.Count(o => PageType().IsMatch(o.Head));

    /// <summary>Points of each page: A4 across is 841.92 × 594.96.</summary>
    public IReadOnlyList<string> Boxes => [.. _objects.Values.Where(o => PageType().IsMatch(o.Head)).Select(o => MediaBox().Match(o.Head).Groups[1].Value)];

    /// <summary>All text of all pages, without spaces.</summary>
    public string Text => string.Concat(_objects.Values.Where(o => o.Stream.Length > 0 && !o.Head.Contains("/Subtype /Image", StringComparison.Ordinal)).Select(o => Shown(Encoding.Latin1.GetString(o.Stream))));

    /// <summary>What stands beside the pages: title, author and the like, addresses of links, words for who cannot see, XMP and files that are packed in.</summary>
    public string About => string.Join('\n', _objects.Values.SelectMany(o => Strings().Matches(o.Head).Select(Written)).Concat(_objects.Values.Where(o => Packed().IsMatch(o.Head)).Select(o => Encoding.UTF8.GetString(o.Stream))));

    /// <summary>A string of the file (7.9.2): UTF-16 with its mark, else one byte a character.</summary>
    private static string Written(Match found)
    {
        var bytes = found.Groups[2].Success ? Hex(found.Groups[2].Value) : Encoding.Latin1.GetBytes(Escapes().Replace(found.Groups[1].Value, Unescaped));
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)) : Encoding.UTF8.GetString(bytes);
    }

    private static byte[] Hex(string digits) => Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + '0');

    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        >= '0' and <= '7' => $"{(char)Convert.ToInt32(escape.Value[1..], 8)}",
        'n' => "\n", 'r' => "\r", 't' => "\t", 'b' => "\b", 'f' => "\f",
        var other => $"{other}",
    };

    private string Shown(string content)
    {
        var (said, font) = (new StringBuilder(), new Dictionary<int, string>());
        foreach (Match token in Tokens().Matches(content))
        {
            if (token.Groups[1].Success)
            {
                font = _fonts.GetValueOrDefault(token.Groups[1].Value, []);
                continue;
            }

            var digits = font.GetValueOrDefault(DigitsOfACode) is { Length: 1 } ? 2 : 4;
            for (var (hex, i) = (token.Groups[2].Value, 0); i + digits <= hex.Length; i += digits)
            {
                said.Append(font.GetValueOrDefault(Number(hex.Substring(i, digits)), ""));
            }
        }

        return string.Concat(said.ToString().Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))); // a glyph that a radical shares is written as the radical
    }

    private static Dictionary<int, string> Map(string cmap)
    {
        var map = new Dictionary<int, string> { [DigitsOfACode] = cmap.Contains("<00> <FF>", StringComparison.OrdinalIgnoreCase) ? "1" : "12" };
        foreach (Match block in CharBlocks().Matches(cmap))
        {
            foreach (Match pair in Pairs().Matches(block.Groups[1].Value))
            {
                map[Number(pair.Groups[1].Value)] = Decoded(pair.Groups[2].Value);
            }
        }

        foreach (Match block in RangeBlocks().Matches(cmap))
        {
            foreach (Match range in Ranges().Matches(block.Groups[1].Value))
            {
                for (var (from, n) = (Number(range.Groups[1].Value), 0); from + n <= Number(range.Groups[2].Value); n++)
                {
                    map[from + n] = char.ConvertFromUtf32(char.ConvertToUtf32(Decoded(range.Groups[3].Value), 0) + n);
                }
            }
        }

        return map;
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Decoded(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    private static byte[] Inflated(string head, byte[] stream)
    {
        if (!head.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return stream;
        }

        using var to = new MemoryStream();
        using var from = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
        try
        {
            from.CopyTo(to);
        }
        catch (InvalidDataException)
        {
            // what follows the stream's end
        }

        return to.ToArray();
    }

    [GeneratedRegex(@"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontRefs();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex PageType();

    [GeneratedRegex(@"/MediaBox \[([^\]]*)\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\(((?:\\.|[^\\()])*)\)|(?<!<)<([0-9A-Fa-f]+)>", RegexOptions.Singleline)]
    private static partial Regex Strings();

    [GeneratedRegex(@"\\(?:[0-7]{1,3}|.)", RegexOptions.Singleline)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"/Type /(?:Metadata|EmbeddedFile)\b")]
    private static partial Regex Packed();

    [GeneratedRegex(@"beginbfchar(.*?)endbfchar", RegexOptions.Singleline)]
    private static partial Regex CharBlocks();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"beginbfrange(.*?)endbfrange", RegexOptions.Singleline)]
    private static partial Regex RangeBlocks();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Ranges();
}
