using System.Globalization;
using System.Text;
using Competitions.Web.Shell.Uploads;

namespace Competitions.Web.Seeding;

/// <summary>A PDF of one page that says that it is a sample, for the papers of the demo (ISO 32000-1, the smallest file that opens).</summary>
internal static class SamplePaper
{
    public static Task<StoredFile> Kept(UploadStore store)
    {
        var bytes = Pdf();
        return store.KeepPaper(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", "sample.pdf"));
    }

    private static byte[] Pdf()
    {
        const string text = "BT /F1 28 Tf 180 420 Td (SAMPLE - DEMO ONLY) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", string.Create(CultureInfo.InvariantCulture, $"<< /Length {text.Length} >>\nstream\n{text}\nendstream"),
        ];
        var (file, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (body, n) in objects.Select((o, i) => (o, i + 1)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{n} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
