using System.Buffers.Binary;

namespace Competitions.Web.Shell.Uploads;

/// <summary>A JPEG's segments (ITU-T T.81 B.1). Kept: the picture, JFIF, Adobe's colour note, an ICC profile, and which way is up.</summary>
internal static class Jpeg
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Comment = 0xFE;

    public static byte[] Cleaned(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        var (at, scanned) = (2, false);
        while (true)
        {
            Pictures.Needs(at + 1 < file.Length && file[at] == 0xFF);
            var marker = file[at + 1];
            if (marker == EndOfImage)
            {
                Pictures.Needs(scanned);
                kept.Write(file.Slice(at, 2));
                return kept.ToArray();
            }

            if (marker is 0xFF or 0x01 || marker is >= 0xD0 and <= 0xD7)
            {
                at += marker == 0xFF ? 1 : 2; // a fill byte, or a marker without a segment
                continue;
            }

            Pictures.Needs(at + 4 <= file.Length && marker >= 0xC0);
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) + 2;
            Pictures.Needs(length >= 4 && at + length <= file.Length);
            kept.Write(Kept(marker, file.Slice(at, length)));
            at += length;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(file, at);
                kept.Write(file[at..end]);
                (at, scanned) = (end, true);
            }
        }
    }

    private static ReadOnlySpan<byte> Kept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        Comment => [],
        < 0xE0 or > 0xEF => segment,
        0xE0 => segment[4..].StartsWith("JFIF\0"u8) && segment.Length >= 18 ? (byte[])[0xFF, 0xE0, 0, 16, .. segment[4..16], 0, 0] : [], // without its small picture
        0xEE => segment[4..].StartsWith("Adobe"u8) && segment.Length >= 16 ? (byte[])[0xFF, 0xEE, 0, 14, .. segment[4..16]] : [],
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8) ? segment : [],
        0xE1 when segment[4..].StartsWith("Exif\0\0"u8) && Orientation(segment[10..]) is var turn and > 1 => WhichWayIsUp(turn),
        _ => [],
    };

    /// <summary>The first marker after the coded data; stuffed zeros and restarts belong to it.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0 or >= 0xD0 and <= 0xD7))
        {
            at++;
        }

        return at;
    }

    /// <summary>1 to 8 of tag 0x0112 in the first directory (TIFF 6.0); 1 where it says nothing readable.</summary>
    private static byte Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return 1;
        }

        var little = tiff[0] == 'I';
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
        {
            return 1;
        }

        var count = Short(tiff[(int)first..], little);
        for (var (n, at) = (0, (int)first + 2); n < count && at + 12 <= tiff.Length; n++, at += 12)
        {
            if (Short(tiff[at..], little) == 0x0112)
            {
                return Short(tiff[(at + 8)..], little) is var turn and >= 1 and <= 8 ? (byte)turn : (byte)1;
            }
        }

        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    /// <summary>An Exif segment that holds the orientation and nothing else.</summary>
    private static byte[] WhichWayIsUp(byte turn) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
    ];
}
