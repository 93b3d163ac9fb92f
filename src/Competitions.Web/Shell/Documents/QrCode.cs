using System.Globalization;
using System.Text;
using QRCoder;

namespace Competitions.Web.Shell.Documents;

/// <summary>QR codes as SVG: sharp in print, no picture library.</summary>
public static class QrCode
{
    public static string Svg(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(new System.Drawing.Size(120, 120), "#000000", "#FFFFFF", drawQuietZones: false, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>The same as lines one unit wide, in a square of so many units, four of them quiet at each side: a file of two hundred stays small.</summary>
    public static (int Size, string Path) Path(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (data.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                path.Append(x > from ? string.Create(CultureInfo.InvariantCulture, $"M{from} {y}.5h{x - from}") : "");
            }
        }

        return (rows.Count, path.ToString());
    }
}
