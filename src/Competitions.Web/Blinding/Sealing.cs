using System.Security.Cryptography;
using System.Text;
using Competitions.Blinding;

namespace Competitions.Web.Blinding;

/// <summary>
/// 密封. A code book is closed with the event's public key (ECDH P-256 with a key of its own for each box, HKDF, AES-256-GCM); the
/// private key lies under a key that is derived from both halves, each of 97 bits. So the database does not open it, nor does the
/// database with the house's own key, nor with one of the halves.
/// </summary>
public static class Sealing
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static (byte[] PublicPart, byte[] Wrapped) Make(string one, string other)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (pair.ExportSubjectPublicKeyInfo(), Encrypt(Both(one, other), pair.ExportPkcs8PrivateKey()));
    }

    /// <summary>Null when the halves are not those of this key.</summary>
    public static byte[]? Unwrap(byte[] wrapped, string one, string other)
    {
        try
        {
            return Decrypt(Both(one, other), wrapped);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static byte[] Close(byte[] publicPart, string text)
    {
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(publicPart, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var head = once.ExportSubjectPublicKeyInfo();
        return [(byte)head.Length, .. head, .. Encrypt(Shared(once, theirs), Encoding.UTF8.GetBytes(text))];
    }

    /// <exception cref="CryptographicException">A byte of the box is another one, or it was closed with another key.</exception>
    public static string Open(byte[] privatePart, byte[] box)
    {
        if (box.Length <= box[0] + NonceBytes + TagBytes)
        {
            throw new CryptographicException("The box is cut short.");
        }

        using var mine = ECDiffieHellman.Create();
        mine.ImportPkcs8PrivateKey(privatePart, out _);
        using var once = ECDiffieHellman.Create();
        once.ImportSubjectPublicKeyInfo(box.AsSpan(1, box[0]), out _);
        return Encoding.UTF8.GetString(Decrypt(Shared(mine, once), box[(1 + box[0])..]));
    }

    private static byte[] Both(string one, string other) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes($"{Lots.Half(one)}/{Lots.Half(other)}"), 32, info: "code-book-halves-1"u8.ToArray());

    private static byte[] Shared(ECDiffieHellman one, ECDiffieHellman other)
    {
        using var key = other.PublicKey;
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, one.DeriveRawSecretAgreement(key), 32, info: "code-book-box-1"u8.ToArray());
    }

    private static byte[] Encrypt(byte[] key, byte[] plain)
    {
        var bytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(bytes.AsSpan(0, NonceBytes), plain, bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes));
        return bytes;
    }

    private static byte[] Decrypt(byte[] key, byte[] bytes)
    {
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain);
        return plain;
    }
}
