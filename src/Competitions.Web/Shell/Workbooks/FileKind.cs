namespace Competitions.Web.Shell.Workbooks;

/// <summary>What a file is by its first bytes; its name says nothing.</summary>
public enum FileKind
{
    Unknown,
    Pdf,
    Jpeg,
    Png,
    Webp,
    Xlsx,

    /// <summary>Text without NUL: CSV.</summary>
    Csv,

    /// <summary>The container of .xls and of encrypted workbooks.</summary>
    OldOffice,
}

public static class FileKinds
{
    private static readonly (FileKind Kind, int At, byte[] Bytes)[] Signatures =
    [
        (FileKind.Pdf, 0, "%PDF-"u8.ToArray()),
        (FileKind.Jpeg, 0, [0xFF, 0xD8, 0xFF]),
        (FileKind.Png, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (FileKind.Webp, 8, "WEBP"u8.ToArray()),
        (FileKind.Xlsx, 0, [0x50, 0x4B, 0x03, 0x04]),
        (FileKind.OldOffice, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ];

    /// <summary>Reads the beginning and goes back to where the stream was.</summary>
    public static FileKind KindOf(Stream file)
    {
        var before = file.Position;
        var bytes = new byte[4096];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        file.Position = before;
        var head = bytes.AsSpan(0, read);
        foreach (var (kind, at, signature) in Signatures)
        {
            if (head.Length >= at + signature.Length && head.Slice(at, signature.Length).SequenceEqual(signature))
            {
                return kind;
            }
        }

        var utf16 = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return read > 0 && (utf16 || !head.Contains((byte)0)) ? FileKind.Csv : FileKind.Unknown;
    }
}
