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
}
