using System.IO.Compression;
using System.Text;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>
/// Looks at an .xlsx before any reader opens it: what the parts really unpack to, how far they were packed, and whether they
/// hold what a workbook of rows never holds. A reader would unpack a 400 KB bomb into gigabytes.
/// </summary>
public static class WorkbookFile
{
    private const int MostParts = 2_000;
    private const long MostBytes = 1L << 30;
    private const long MostShared = 256L << 20;
    private const int MostRatio = 200;
    private const long RatioCounts = 8L << 20;

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // every reader behind it asks for code page 1252

    /// <summary>Leaves the stream at its start.</summary>
    /// <exception cref="Refusal">workbook.encrypted, .not-a-workbook, .broken, .too-large, .macros, .doctype</exception>
    public static void Check(Stream file)
    {
        var kind = FileKinds.KindOf(file);
        Refusal.Unless(kind is not FileKind.OldOffice, "workbook.encrypted");
        Refusal.Unless(kind is FileKind.Xlsx, "workbook.not-a-workbook");
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            Refusal.Unless(zip.Entries.Count <= MostParts, "workbook.too-large");
            Refusal.Unless(zip.Entries.Any(e => e.FullName is "xl/workbook.xml"), "workbook.not-a-workbook");
            Refusal.Unless(zip.Entries.Select(e => e.FullName.ToUpperInvariant()).Distinct().Count() == zip.Entries.Count, "workbook.broken");
            Refusal.Unless(!zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)), "workbook.macros");
            long left = MostBytes;
            foreach (var part in zip.Entries)
            {
                left -= Unpacked(part, Math.Min(left, part.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? MostShared : left));
            }
        }
        catch (InvalidDataException)
        {
            throw new Refusal("workbook.broken");
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>Bytes that really come out, counted and not believed; the walk ends at the first that is too many.</summary>
    private static long Unpacked(ZipArchiveEntry part, long most)
    {
        Refusal.Unless(part.Length <= most && !IsBomb(part.Length, part.CompressedLength), "workbook.too-large");
        using var stream = part.Open();
        var (buffer, total, first) = (new byte[64 * 1024], 0L, true);
        for (int read; (read = stream.Read(buffer)) > 0; first = false)
        {
            total += read;
            Refusal.Unless(total <= most && !IsBomb(total, part.CompressedLength), "workbook.too-large");
            Refusal.Unless(!first || !Encoding.Latin1.GetString(buffer, 0, Math.Min(read, 4096)).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase), "workbook.doctype");
        }

        return total;
    }

    private static bool IsBomb(long unpacked, long packed) => unpacked > RatioCounts && unpacked > packed * MostRatio;
}
