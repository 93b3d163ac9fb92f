using System.Globalization;
using System.Text;
using System.Text.Json;
using Competitions.Data;

namespace Competitions.Web.Shell.Proofs;

/// <summary>What the file of signed heads holds.</summary>
/// <param name="Torn">Lines that were only half written: the power went, and another was begun behind it.</param>
/// <param name="FirstFault">The first line that is not what was signed, and why; null when all fit.</param>
public sealed record ReadHeads(IReadOnlyList<SignedHead> Heads, int Torn, (int Line, string Why)? FirstFault);

/// <summary>
/// The file of signed heads: a line of JSON each, appended and on the disk before it counts. The lines are a chain too, so that one that
/// is changed or taken out is found; that the file's own tail was cut is found by a copy kept elsewhere, or by what was printed.
/// </summary>
public sealed class SignedHeads(string path)
{
    private sealed record Line(string Chain, long Sequence, string Hash, string Parts, string At, string Key, string Before, string Signature);

    public string Path => path;

    public bool IsThere => File.Exists(path);

    public long Length => IsThere ? new FileInfo(path).Length : 0;

    public static string PathIn(IConfiguration configuration, string dataFolder) => configuration["SignedHeads"] ?? System.IO.Path.Combine(dataFolder, "signed-heads.jsonl");

    public void Append(IReadOnlyCollection<SignedHead> heads)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var text = string.Concat(heads.Select(h => Written(h) + "\n"));
        file.Write(Encoding.UTF8.GetBytes(EndsInALine(file) ? text : "\n" + text)); // what was torn stays a line of its own
        file.Flush(flushToDisk: true);
    }

    /// <param name="key">Null where nobody has it: then signatures are not looked at.</param>
    public ReadHeads Read(SigningKey? key)
    {
        var (heads, torn, before, fault, number) = (new List<SignedHead>(), 0, "", ((int, string)?)null, 0);
        foreach (var text in IsThere ? File.ReadLines(path) : [])
        {
            number++;
            if (Parsed(text) is not { } head)
            {
                torn += text.Length > 0 ? 1 : 0;
                continue;
            }

            fault ??= key is not null && !key.HasSigned(head) ? (number, head.Key == key.Id ? "签名不符，这一行被改动过" : $"由另一把钥匙（{head.Key}）签名")
                : head.Before != before ? (number, "与它前面的一行不相扣，中间有行被删去或改动") : null;
            heads.Add(head);
            before = head.Sum;
        }

        return new ReadHeads(heads, torn, fault);
    }

    private static bool EndsInALine(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private static string Written(SignedHead head) =>
        JsonSerializer.Serialize(new Line(head.Chain, head.Sequence, head.Hash, head.Parts, head.AtText, head.Key, head.Before, head.Signature), Json.Options);

    private static SignedHead? Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Json.Options) is { Chain: not null, Hash: not null, Parts: not null, At: not null, Key: not null, Before: not null, Signature: not null } line
                && DateTime.TryParse(line.At, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
                ? new SignedHead(line.Chain, line.Sequence, line.Hash, line.Parts, at, line.Key, line.Before, line.Signature) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
