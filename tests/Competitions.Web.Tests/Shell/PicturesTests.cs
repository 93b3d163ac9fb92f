using System.IO.Compression;
using System.Text;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Tests.Shell;

/// <summary>Pictures of four by four points as a browser makes them, with what a camera adds planted into them.</summary>
public class PicturesTests
{
    internal static readonly byte[] Jpeg = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAEAAQDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAAdUf/9k=");
    internal static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAYAAACp8Z5+AAAAI0lEQVR4AYTIsQkAAAwCweAgKbM/ZEBtxcaHbw5/Sx8TdRAAAAD//8dnymAAAAAGSURBVAMA0qMH4XlNvWwAAAAASUVORK5CYII=");
    internal static readonly byte[] Webp = Convert.FromBase64String("UklGRhYCAABXRUJQVlA4WAoAAAAgAAAAAwAAAwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggKAAAAHABAJ0BKgQABAAEAGgloAJ0AUAAAP7q1HyzOFey//ggv4gv4grAAAA=");

    private static readonly byte[] Place = "30.4210N 120.3010E"u8.ToArray();

    [Fact]
    public void A_jpeg_loses_where_it_was_taken_its_comment_and_what_follows_its_end_and_keeps_which_way_is_up()
    {
        var cleaned = Pictures.Cleaned(Taken(), FileKind.Jpeg);

        Assert.True(Holds(Taken(), Place));
        Assert.False(Holds(cleaned, Place));
        Assert.False(Holds(cleaned, "secret comment"u8));
        Assert.False(Holds(cleaned, "after the end"u8));
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8];
        Assert.Equal(exif, cleaned[2..14]);
        Assert.Equal(6, cleaned[2 + 4 + 6 + 8 + 2 + 9]); // turned a quarter: tag 0x0112 of the one entry
        Assert.Equal(Jpeg[2..], cleaned[(2 + 36)..]); // the rest is the picture, byte by byte
    }

    [Fact]
    public void A_picture_without_additions_stays_as_it_is()
    {
        Assert.Equal(Jpeg, Pictures.Cleaned(Jpeg, FileKind.Jpeg));
        Assert.Equal(Png, Pictures.Cleaned(Png, FileKind.Png));
        Assert.Equal(Webp, Pictures.Cleaned(Webp, FileKind.Webp));
    }

    [Fact]
    public void A_png_loses_its_texts_and_what_follows_its_end()
    {
        byte[] planted = [.. Png[..33], 0, 0, 0, 18, .. "tEXt"u8, .. Place, 0, 0, 0, 0, .. Png[33..], .. Place];
        Assert.Equal(Png, Pictures.Cleaned(planted, FileKind.Png));
        Assert.Equal(Png, Pictures.Cleaned(Packed("选手01"), FileKind.Png));
    }

    /// <summary>JFIF has room for a small picture of what the large one was before it was cut (T.871 10.1), and Adobe's note for anything behind its twelve bytes.</summary>
    [Fact]
    public void A_jpeg_keeps_no_small_picture_and_nothing_behind_adobes_note()
    {
        byte[] small = [.. Place, .. Place, .. Place, .. new byte[21]]; // 5 × 5 points
        byte[] jfif = [0xFF, 0xE0, 0, (byte)(16 + small.Length), .. Jpeg[6..18], 5, 5, .. small];
        byte[] adobe = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];
        byte[] more = [0xFF, 0xEE, 0, 32, .. adobe[4..], .. Place];
        byte[] other = [0xFF, 0xEE, 0, 20, .. Place];

        Assert.Equal([.. Jpeg[..20], .. adobe, .. Jpeg[20..]], Pictures.Cleaned([.. Jpeg[..2], .. jfif, .. more, .. other, .. Jpeg[20..]], FileKind.Jpeg));
    }

    [Fact]
    public void A_webp_loses_its_exif_and_says_so_in_its_head()
    {
        byte[] planted = [.. Webp, .. "EXIF"u8, 18, 0, 0, 0, .. Place, .. "XMP "u8, 3, 0, 0, 0, .. "xmp"u8, 0];
        BitConverter.TryWriteBytes(planted.AsSpan(4), planted.Length - 8);
        planted[20] |= 0b1100; // as a camera says
        Assert.Equal(Webp, Pictures.Cleaned(planted, FileKind.Webp));
    }

    [Fact]
    public void A_picture_cut_anywhere_is_refused_and_none_runs_on()
    {
        foreach (var (whole, kind) in (IEnumerable<(byte[], FileKind)>)[(Jpeg, FileKind.Jpeg), (Png, FileKind.Png)])
        {
            for (var length = 12; length < whole.Length; length++)
            {
                Assert.Equal("upload.broken-picture", Assert.Throws<Refusal>(() => Pictures.Cleaned(whole[..length], kind)).Code);
            }
        }
    }

    [Theory]
    [InlineData("..\\..\\web.config", "web.jpg")]
    [InlineData("../../../etc/passwd", "passwd.jpg")]
    [InlineData("证书\u202Egpj.exe", "证书gpj.jpg")]
    [InlineData("a\r\nSet-Cookie: x.png", "aSet-Cookie x.jpg")]
    [InlineData("...", "材料.jpg")]
    public void A_name_is_only_shown_and_ends_as_its_content(string given, string shown) => Assert.Equal(shown, UploadStore.NameOf(given, FileKind.Jpeg));

    /// <summary>Orientation 6 and a place in the Exif segment, a comment, and a second file behind the picture.</summary>
    internal static byte[] Taken()
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Place];
        byte[] exif = [0xFF, 0xE1, 0, (byte)(2 + 6 + tiff.Length), .. "Exif\0\0"u8, .. tiff];
        byte[] comment = [0xFF, 0xFE, 0, 16, .. "secret comment"u8];
        return [.. Jpeg[..2], .. exif, .. comment, .. Jpeg[2..], .. "after the end"u8];
    }

    /// <summary>A photograph whose author stands in its Exif segment.</summary>
    internal static byte[] Authored(string name, Encoding encoding)
    {
        byte[] said = [.. encoding.GetBytes(name), 0, 0];
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x3B, 0x01, 2, 0, (byte)said.Length, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. said];
        return [.. Jpeg[..2], 0xFF, 0xE1, 0, (byte)(2 + 6 + tiff.Length), .. "Exif\0\0"u8, .. tiff, .. Jpeg[2..]];
    }

    /// <summary>A picture with a text that is packed (PNG 11.3.3.4, zTXt).</summary>
    internal static byte[] Packed(string name)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(name));
        }

        byte[] text = [.. "Author\0\0"u8, .. packed.ToArray()];
        return [.. Png[..33], 0, 0, 0, (byte)text.Length, .. "zTXt"u8, .. text, 0, 0, 0, 0, .. Png[33..]];
    }

    internal static bool Holds(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> part) => bytes.IndexOf(part) >= 0;
}
