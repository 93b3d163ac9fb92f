using System.Security.Cryptography;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Shell.Uploads;

public sealed record StoredFile(string Hash, FileKind Kind, long Bytes);

/// <summary>
/// Uploads lie in the data folder, outside the web root, under the hash of their content. What a file is, its bytes say; what it is
/// called, nobody believes. Pictures lose their metadata before they are stored.
/// </summary>
public sealed class UploadStore(DataFolder data)
{
    public const int MostBytes = 10 * 1024 * 1024;

    private static readonly Dictionary<FileKind, (string ContentType, string Extension)> Papers = new()
    {
        [FileKind.Pdf] = ("application/pdf", ".pdf"),
        [FileKind.Jpeg] = ("image/jpeg", ".jpg"),
        [FileKind.Png] = ("image/png", ".png"),
        [FileKind.Webp] = ("image/webp", ".webp"),
    };

    public static string ContentTypeOf(FileKind kind) => Papers[kind].ContentType;

    /// <summary>A name for the list and the download: no folder, no control character, the ending that its content has.</summary>
    public static string NameOf(string given, FileKind kind)
    {
        var stem = Path.GetFileNameWithoutExtension(given.Replace('\\', '/').Split('/')[^1]);
        stem = new string([.. stem.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*' or '\u202E' or '\u202D')).Take(80)]).Trim(' ', '.');
        return (stem.Length == 0 ? "材料" : stem) + Papers[kind].Extension;
    }

    /// <summary>Papers: PDF, JPEG, PNG, WebP.</summary>
    /// <param name="only">Nothing but this kind.</param>
    /// <param name="otherwise">The refusal of every other.</param>
    /// <exception cref="Refusal">upload.no-file, upload.too-large, upload.kind, upload.broken-picture</exception>
    public async Task<StoredFile> KeepPaper(IFormFile? file, FileKind? only = null, string otherwise = "upload.kind")
    {
        Refusal.Unless(file is { Length: > 0 }, "upload.no-file");
        Refusal.Unless(file!.Length <= MostBytes, "upload.too-large");
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        memory.Position = 0;
        var kind = FileKinds.KindOf(memory);
        Refusal.Unless(only is null ? Papers.ContainsKey(kind) : kind == only, otherwise);
        var bytes = Pictures.Cleaned(memory.ToArray(), kind);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(part, bytes);
            File.Move(part, path, overwrite: true); // whole or not at all
        }

        return new StoredFile(hash, kind, bytes.Length);
    }

    /// <exception cref="Missing">It is not on this disk.</exception>
    public FileStream Open(string hash) => File.Exists(PathOf(hash)) ? File.OpenRead(PathOf(hash)) : throw new Missing();

    public void Drop(string hash) => File.Delete(PathOf(hash));

    private string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(data.Path, "uploads", hash[..2], hash)
        : throw new Missing();
}
