using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Competitions.Web.Honours.Credentials;

/// <summary>A key of credentials: an RSA key by its thumbprint (RFC 7638).</summary>
public sealed class CredentialKey
{
    private readonly RSA _rsa;
    private readonly Lock _oneAtATime = new();

    /// <exception cref="CryptographicException">It is shorter than <see cref="CredentialKeys.LeastBits"/>.</exception>
    public CredentialKey(RSA rsa)
    {
        if (rsa.KeySize < CredentialKeys.LeastBits)
        {
            throw new CryptographicException($"A key of credentials has at least {CredentialKeys.LeastBits} bits; this one has {rsa.KeySize}.");
        }

        var open = rsa.ExportParameters(includePrivateParameters: false);
        (_rsa, Modulus, Exponent) = (rsa, Base64Url.EncodeToString(open.Modulus), Base64Url.EncodeToString(open.Exponent));
        Thumbprint = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"e":"{{Exponent}}","kty":"RSA","n":"{{Modulus}}"}""")));
        Signs = HasPrivatePart(rsa);
    }

    public string Modulus { get; }
    public string Exponent { get; }
    public string Thumbprint { get; }

    /// <summary>False where only its public part is kept, so that what it signed long ago can be checked.</summary>
    public bool Signs { get; }

    /// <summary>The public part (RFC 7517).</summary>
    public JsonObject Jwk(string kid) => new() { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = kid, ["n"] = Modulus, ["e"] = Exponent };

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256: the same bytes give the same signature.</summary>
    public byte[] Sign(byte[] bytes)
    {
        lock (_oneAtATime)
        {
            return _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private static bool HasPrivatePart(RSA rsa)
    {
        try
        {
            return rsa.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>
/// The keys that credentials are signed with: PEM files of a folder outside the database. All stand in the published set; of those
/// that can sign, the last by name signs. The first is made when one is needed and there is none.
/// </summary>
public sealed class CredentialKeys
{
    public const int LeastBits = 3072;

    private CredentialKeys(IReadOnlyList<CredentialKey> all) => (All, Signing) = (all, all.LastOrDefault(k => k.Signs) ?? throw new CryptographicException("None of the keys of credentials can sign."));

    /// <summary>In the order of their names, oldest first.</summary>
    public IReadOnlyList<CredentialKey> All { get; }

    public CredentialKey Signing { get; }

    public static CredentialKeys FromFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (Files(folder).Count == 0)
        {
            Make(folder);
        }

        return new CredentialKeys([.. Files(folder).Select(Read)]);
    }

    private static List<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal)];

    private static CredentialKey Read(string file)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(file));
        return new CredentialKey(rsa);
    }

    /// <summary>Whole or not at all, and once: of two nodes that make the first key at the same moment the second takes the other's.</summary>
    private static void Make(string folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var made = Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        using (var rsa = RSA.Create(LeastBits))
        using (var file = new StreamWriter(new FileStream(made, options)))
        {
            file.Write(rsa.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(made, Path.Combine(folder, "0001.pem"), overwrite: false);
        }
        catch (IOException) when (Files(folder).Count > 0)
        {
            File.Delete(made);
        }
    }
}
