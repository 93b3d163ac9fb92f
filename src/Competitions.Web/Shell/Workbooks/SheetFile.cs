using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>A workbook as an answer.</summary>
public static class SheetFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">With its ending, as it is saved.</param>
    public static FileStreamResult Of(string name, Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        file.Position = 0;
        return new FileStreamResult(file, ContentType) { FileDownloadName = name };
    }
}
