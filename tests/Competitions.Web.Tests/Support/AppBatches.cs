using System.Text.Json;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Tests.Support;

/// <summary>Long work as a person sees it: he sends a file, waits, and reads what became of it.</summary>
public static class AppBatches
{
    /// <summary>Sends the file with the import form of that page and waits until its batch is over; the browser then shows the batch.</summary>
    public static async Task<Browser> Import(this Browser browser, string page, byte[] file, string name = "名册.xlsx")
    {
        await browser.Visit(page);
        await browser.Upload("#import", "File", name, file);
        return browser.Address.StartsWith("/batches/", StringComparison.Ordinal) ? await browser.Finished(browser.Address) : browser;
    }

    public static async Task<Browser> Finished(this Browser browser, string batch)
    {
        for (var i = 0; i < 4800; i++)
        {
            using var progress = JsonDocument.Parse(await browser.Http.GetStringAsync(batch + "/progress"));
            if (progress.RootElement.GetProperty("over").GetBoolean())
            {
                break;
            }

            await Task.Delay(50);
        }

        return await browser.Visit(batch);
    }

    /// <summary>The names of the files that batches have left: at most so many, once what was sent is gone, a moment after the end.</summary>
    public static async Task<IReadOnlyList<string>> Files(this App app, int most)
    {
        string[] Now() => Directory.GetFiles(Path.Combine(app.Folder, "batches"));
        for (var i = 0; i < 600 && Now().Length > most; i++)
        {
            await Task.Delay(100);
        }

        return [.. Now().Select(f => Path.GetFileName(f)).Order()];
    }

    /// <summary>How it ended: Succeeded, Failed, Stopped.</summary>
    public static string? Ended(this Browser browser) => browser.Page.QuerySelector(".head [data-state]")?.GetAttribute("data-state");

    /// <summary>The marked copy that the page offers: each row with what was written before it, and its cells by their headers.</summary>
    public static async Task<IReadOnlyList<(string Why, IReadOnlyDictionary<string, string> Cells)>> MarkedCopy(this Browser browser, IReadOnlyList<Column> columns)
    {
        var address = browser.Page.QuerySelector("a[href$='copy.xlsx']")!.GetAttribute("href")!;
        var why = new Column(Competitions.Web.Shell.Workbooks.MarkedCopy.ErrorHeader, "");
        using var book = SheetReader.Open(new MemoryStream(await browser.Http.GetByteArrayAsync(address)), [why, .. columns]);
        return [.. book.Rows().Select(r => (r[why], (IReadOnlyDictionary<string, string>)columns.Where(book.Places.ContainsKey).ToDictionary(c => c.Name, c => r[c])))];
    }

    /// <summary>A workbook with these columns and rows.</summary>
    public static byte[] Workbook(IReadOnlyList<Column> columns, params IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var sheet = new SheetWriter(file))
        {
            sheet.Begin("填写", columns.Select(_ => 12));
            sheet.Row(columns.Select(c => new Cell(c.Name, Look.Header)));
            foreach (var row in rows)
            {
                sheet.Row(row.Select(c => (Cell)c));
            }
        }

        return file.ToArray();
    }
}
