using System.Security.Cryptography;
using System.Text;

namespace Competitions.Data;

/// <summary>
/// Seals personal fields with AES-256-GCM and finds them by an HMAC. The first byte names cipher and key version, so that
/// another cipher (SM4) and a new key can follow while old rows stay readable.
/// </summary>
public sealed class FieldCipher
{
    private const byte AesGcmKeyOne = 0x11;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _seal;
    private readonly byte[] _index;

    /// <param name="secret">At least 32 random bytes; two keys are derived from it.</param>
    public FieldCipher(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 32);
        _seal = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "field-seal-1"u8.ToArray());
        _index = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "field-index-1"u8.ToArray());
    }

    /// <summary>Reads the key file, or makes it where there is none yet. It lies outside the database, readable by its owner alone.</summary>
    public static FieldCipher FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        }

        return new FieldCipher(Convert.FromHexString(File.ReadAllText(path).Trim()));
    }

    /// <param name="field">What it is, as <c>worker.id-number</c>: a value sealed for one field does not open as another.</param>
    /// <param name="value">The normalised value.</param>
    public SealedField Seal(string field, string value)
    {
        var text = Encoding.UTF8.GetBytes(value);
        var bytes = new byte[1 + NonceBytes + TagBytes + text.Length];
        bytes[0] = AesGcmKeyOne;
        var nonce = bytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_seal, TagBytes);
        aes.Encrypt(nonce, text, bytes.AsSpan(1 + NonceBytes + TagBytes), bytes.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(field));
        return new SealedField(bytes, IndexOf(field, value));
    }

    /// <summary>The value again. A changed byte, another field or another key is a <see cref="CryptographicException"/>.</summary>
    public string Open(string field, byte[] bytes)
    {
        if (bytes.Length < 1 + NonceBytes + TagBytes || bytes[0] != AesGcmKeyOne)
        {
            throw new CryptographicException("The field was sealed with a cipher or key that is not here.");
        }

        var text = new byte[bytes.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(_seal, TagBytes);
        aes.Decrypt(bytes.AsSpan(1, NonceBytes), bytes.AsSpan(1 + NonceBytes + TagBytes), bytes.AsSpan(1 + NonceBytes, TagBytes), text, Encoding.UTF8.GetBytes(field));
        return Encoding.UTF8.GetString(text);
    }

    public string IndexOf(string field, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_index, Encoding.UTF8.GetBytes($"{field}\n{value}")));
}
