using System.Buffers.Binary;
using System.IO.Compression;
using Competitions.Web.Shell.Uploads;

namespace Competitions.Web.Seeding;

/// <summary>A picture that nobody took, for the demo: blocks that lie about before, and in rows after (PNG, W3C 2003).</summary>
internal static class InventedPicture
{
    private const int Width = 480, Height = 300;

    private static readonly byte[][] Colours = [[176, 58, 46], [46, 94, 140], [63, 122, 79], [178, 134, 52], [96, 84, 140]];

    public static Task<StoredFile> Kept(UploadStore store, int seed, bool after)
    {
        var bytes = Png(seed, after);
        return store.KeepPaper(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", after ? "after.png" : "before.png"));
    }

    private static byte[] Png(int seed, bool after)
    {
        var (random, rows) = (new Random(seed), new byte[Height * (1 + Width * 3)]);
        for (var y = 0; y < Height; y++)
        {
            rows.AsSpan(y * (1 + Width * 3) + 1, Width * 3).Fill((byte)(after ? 238 - y / 12 : 205 - y / 6));
        }

        for (var n = 0; n < 24; n++)
        {
            var (x, y) = after ? (30 + n % 8 * 54, 50 + n / 8 * 76) : (random.Next(Width - 60), random.Next(Height - 50));
            Block(rows, x, y, after ? 40 : 26 + random.Next(34), after ? 52 : 20 + random.Next(30), after ? Colours[seed % Colours.Length] : [(byte)(90 + random.Next(80)), (byte)(90 + random.Next(60)), (byte)(80 + random.Next(50))]);
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(rows);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        return [137, 80, 78, 71, 13, 10, 26, 10, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static void Block(byte[] rows, int left, int top, int wide, int high, byte[] colour)
    {
        for (var y = top; y < Math.Min(Height, top + high); y++)
        {
            for (var x = left; x < Math.Min(Width, left + wide); x++)
            {
                colour.CopyTo(rows, y * (1 + Width * 3) + 1 + x * 3);
            }
        }
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] body)
    {
        var crc = uint.MaxValue;
        foreach (var b in body)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
