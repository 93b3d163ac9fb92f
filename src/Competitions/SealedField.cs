namespace Competitions;

/// <summary>
/// A personal field as it lies in the database: encrypted bytes (the first names cipher and key version) and a keyed
/// index by which equal values are found without being read.
/// </summary>
/// <param name="Bytes">Cipher and key version, nonce, tag, text.</param>
/// <param name="Index">Lower-case hexadecimal HMAC-SHA-256 of the normalised value; 64 characters.</param>
public sealed record SealedField(byte[] Bytes, string Index);
