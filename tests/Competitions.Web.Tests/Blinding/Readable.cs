using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Blinding;

/// <summary>
/// Everything that an answer says, as text to be searched: its headers and its body, what is packed into it, and each of them in the
/// forms in which a browser, a reader of PDFs or of pictures understands it.
/// </summary>
internal static partial class Readable
{
    private static readonly byte[][] Pictures = [[0xFF, 0xD8, 0xFF], [0x89, .. "PNG"u8], [.. "RIFF"u8], [.. "GIF8"u8]];

    /// <summary>A key's end and how a packed text begins.</summary>
    private static ReadOnlySpan<byte> ZlibHead => [0, 0x78];

    public static async Task<string> Of(HttpResponseMessage answer) =>
        Forms($"{answer.Headers}{answer.Content.Headers}") + '\n' + Of(await answer.Content.ReadAsByteArrayAsync());

    public static string Of(byte[] bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', ..] => Parts(bytes),
        [0x1F, 0x8B, ..] => Of(Inflated(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new PdfText(bytes) is var pdf ? Forms($"{pdf.Text}\n{pdf.About}") : "",
        _ when Pictures.Any(p => bytes.AsSpan().StartsWith(p)) => Picture(bytes),
        _ => Forms(Encoding.UTF8.GetString(bytes)),
    };

    /// <summary>Of a workbook or an archive: names and contents.</summary>
    private static string Parts(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(entry => Forms(entry.FullName) + '\n' + Of(Inflated(entry.Open()))));
    }

    /// <summary>What a camera or a desk writes beside the points: as UTF-8, as the UTF-16 of Windows at even and odd places, and what is packed in a PNG's texts.</summary>
    private static string Picture(byte[] bytes) => string.Join('\n',
        [Encoding.UTF8.GetString(bytes), .. ((Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode]).SelectMany(e => (string[])[e.GetString(bytes), e.GetString(bytes[1..])]), .. Packed(bytes)]);

    private static IEnumerable<string> Packed(byte[] bytes)
    {
        for (var at = bytes.AsSpan().IndexOf(ZlibHead); at >= 0 && at + 2 < bytes.Length;)
        {
            yield return Encoding.UTF8.GetString(Inflated(new ZLibStream(new MemoryStream(bytes, at + 1, bytes.Length - at - 1), CompressionMode.Decompress)));
            var next = bytes.AsSpan(at + 2).IndexOf(ZlibHead);
            at = next < 0 ? -1 : at + 2 + next;
        }
    }

    private static byte[] Inflated(Stream packed)
    {
        using var to = new MemoryStream();
        using (packed)
        {
            try
            {
                packed.CopyTo(to);
            }
            catch (InvalidDataException)
            {
                // it only looked packed
            }
        }

        return to.ToArray();
    }

    /// <summary>The text, and what it is once entities, \u escapes, percents, the words of mail headers and pictures in addresses are resolved.</summary>
    private static string Forms(string text)
    {
        var whole = WebUtility.HtmlDecode(text);
        var escaped = Regex.Unescape(NoEscape().Replace(whole, "/"));
        var words = MailWords().Matches(text).Select(w => Said(w.Groups[1].Value)).Concat(DataAddresses().Matches(whole).Select(a => Of(Bytes(a.Groups[1].Value))));
        return string.Join('\n', [text, whole, escaped, Uri.UnescapeDataString(whole), .. words]);
    }

    private static string Said(string base64) => Encoding.UTF8.GetString(Bytes(base64));

    private static byte[] Bytes(string base64)
    {
        var room = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, room, out var length) ? room[..length] : [];
    }

    [GeneratedRegex(@"\\(?!u[0-9a-fA-F]{4})")]
    private static partial Regex NoEscape();

    /// <summary>RFC 2047, as file names are told to old browsers.</summary>
    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]+)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex MailWords();

    [GeneratedRegex(@"data:[a-z0-9/+.-]+;base64,([A-Za-z0-9+/=]+)", RegexOptions.IgnoreCase)]
    private static partial Regex DataAddresses();
}
