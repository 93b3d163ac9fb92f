using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions;

/// <summary>
/// 签名链尾: that a chain, or a thing that is final, stood so at that time, signed with a key that does not lie in the database
/// (ECDSA P-256 with SHA-256). Kept beside the database, each one bearing the hash of the one before.
/// </summary>
/// <param name="Chain"><c>audit</c>, <c>ledger/EVENT</c>; of final things <c>result/…</c>, <c>result-full/…</c>, <c>notice/ID</c>, <c>codes/ID</c>.</param>
/// <param name="Sequence">Of the line; of a final thing its number or version.</param>
/// <param name="Hash">Of the line, or of the thing's canonical text.</param>
/// <param name="Parts">Hashes of the thing's parts as <c>name=hash</c>, so that it can be said which one was changed; empty for a chain.</param>
/// <param name="At">UTC, whole seconds.</param>
/// <param name="Key">Which key signed, see <see cref="KeyOf"/>.</param>
/// <param name="Before">Of the head before it in the same file; empty for the first.</param>
/// <param name="Signature">Base64url of r and s, 64 bytes.</param>
public sealed record SignedHead(string Chain, long Sequence, string Hash, string Parts, DateTime At, string Key, string Before, string Signature)
{
    private const string Kind = "competitions.head.1";

    public string AtText => At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>What is signed.</summary>
    public string Text => string.Join('\n', Kind, Chain, Sequence.ToString(CultureInfo.InvariantCulture), Hash, Parts, AtText, Key, Before);

    /// <summary>What the next one bears.</summary>
    public string Sum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Text}\n{Signature}")));

    /// <summary>The first 64 bits of the SHA-256 of a public key, as hexadecimal.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo.</param>
    public static string KeyOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];

    public SignedHead SignedBy(ECDsa key) => this with { Signature = Base64Url(key.SignData(Encoding.UTF8.GetBytes(Text), HashAlgorithmName.SHA256)) };

    public bool IsSignedBy(ECDsa key)
    {
        try
        {
            return key.VerifyData(Encoding.UTF8.GetBytes(Text), Convert.FromBase64String(Signature.Replace('-', '+').Replace('_', '/') + "=="), HashAlgorithmName.SHA256);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Names of the parts whose hashes are others now.</summary>
    public IReadOnlyList<string> Differing(string parts)
    {
        var now = parts.Split(' ').ToHashSet();
        return [.. Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => !now.Contains(p)).Select(p => p[..p.IndexOf('=', StringComparison.Ordinal)])];
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
