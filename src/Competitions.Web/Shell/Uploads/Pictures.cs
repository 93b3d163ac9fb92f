using System.Buffers.Binary;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Shell.Uploads;

/// <summary>
/// Pictures without what the camera wrote beside them: where and when it was taken, by which device, a second picture, comments. The
/// picture itself is copied byte by byte; what follows its end is left out.
/// </summary>
public static class Pictures
{
    private static readonly string[] PngKept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];
    private static readonly string[] WebpKept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <exception cref="Refusal">upload.broken-picture</exception>
    public static byte[] Cleaned(byte[] file, FileKind kind) => kind switch
    {
        FileKind.Jpeg => Jpeg.Cleaned(file),
        FileKind.Png => Png(file),
        FileKind.Webp => Webp(file),
        _ => file,
    };

    internal static void Needs(bool whole) => Refusal.Unless(whole, "upload.broken-picture");

    private static byte[] Png(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..8]);
        for (var (at, type) = (8, ""); type != "IEND";)
        {
            Needs(at + 12 <= file.Length);
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            Needs(length <= file.Length - at - 12);
            type = System.Text.Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            Needs(at > 8 || type == "IHDR");
            if (PngKept.Contains(type))
            {
                kept.Write(file.Slice(at, (int)length + 12));
            }

            at += (int)length + 12;
        }

        return kept.ToArray();
    }

    private static byte[] Webp(ReadOnlySpan<byte> file)
    {
        Needs(file.Length >= 20 && file[..4].SequenceEqual("RIFF"u8));
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..12]);
        var end = Math.Min(file.Length, BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L);
        for (var at = 12; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            Needs(length <= end - at - 8);
            var chunk = file.Slice(at, (int)Math.Min(length + 8 + (length & 1), end - at)).ToArray();
            var type = System.Text.Encoding.ASCII.GetString(chunk, 0, 4);
            if (WebpKept.Contains(type))
            {
                if (type == "VP8X" && chunk.Length > 8)
                {
                    chunk[8] &= 0b1111_0011; // says no longer that EXIF and XMP follow
                }

                kept.Write(chunk);
            }

            at += chunk.Length;
        }

        Needs(kept.Length > 12);
        var whole = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(4), (uint)whole.Length - 8);
        return whole;
    }
}
