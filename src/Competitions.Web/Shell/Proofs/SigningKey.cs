using System.Security.Cryptography;

namespace Competitions.Web.Shell.Proofs;

/// <summary>
/// The key that signs heads: a PEM file outside the database, made at the first start, readable by its owner alone. Who only checks
/// has the public key in its place.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _pair;

    private SigningKey(ECDsa pair)
    {
        _pair = pair;
        var open = pair.ExportSubjectPublicKeyInfo();
        (Id, PublicPem) = (SignedHead.KeyOf(open), PemEncoding.WriteString("PUBLIC KEY", open));
    }

    public string Id { get; }

    /// <summary>For everybody who checks.</summary>
    public string PublicPem { get; }

    /// <summary>Four groups of four, as it is read from paper.</summary>
    public string Words => string.Join(' ', Id.Chunk(4).Select(c => new string(c)));

    public static string PathIn(IConfiguration configuration, string dataFolder) => configuration["SigningKey"] ?? Path.Combine(dataFolder, "signing.key");

    /// <summary>Reads it, or makes it where there is none yet.</summary>
    public static SigningKey FromFile(string path)
    {
        if (Read(path) is { } known)
        {
            return known;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using (var file = new FileStream(path, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
            file.Flush(flushToDisk: true);
        }

        return Read(path)!;
    }

    /// <summary>Null where there is no file; nothing is made.</summary>
    /// <exception cref="ArgumentException">It holds no key.</exception>
    public static SigningKey? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var pair = ECDsa.Create();
        pair.ImportFromPem(File.ReadAllText(path));
        return new SigningKey(pair);
    }

    public SignedHead Sign(SignedHead head) => (head with { Key = Id }).SignedBy(_pair);

    public bool HasSigned(SignedHead head) => head.Key == Id && head.IsSignedBy(_pair);

    public void Dispose() => _pair.Dispose();
}
