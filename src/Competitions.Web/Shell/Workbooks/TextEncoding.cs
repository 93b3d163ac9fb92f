using System.Text;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>CSV comes in UTF-8, or from a Chinese Excel in GB18030.</summary>
internal static class TextEncoding
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>UTF-8 when the whole file is valid UTF-8. The stream is left at its start.</summary>
    public static Encoding Of(Stream file)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var decoder = strict.GetDecoder();
        var (bytes, chars) = (new byte[64 * 1024], new char[64 * 1024 + 4]);
        file.Position = 0;
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;)
            {
                decoder.GetChars(bytes, 0, read, chars, 0);
            }

            decoder.GetChars(bytes, 0, 0, chars, 0, flush: true);
            return strict;
        }
        catch (DecoderFallbackException)
        {
            return Gb18030;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
