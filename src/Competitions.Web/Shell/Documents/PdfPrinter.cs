using System.Diagnostics;

namespace Competitions.Web.Shell.Documents;

/// <summary>
/// A page becomes a PDF by headless Chromium or Edge, found by <c>Documents:Browser</c> or on PATH. The HTML handed over is
/// self-contained: no network, no script. Temporary files are deleted.
/// </summary>
public sealed class PdfPrinter(IConfiguration configuration, ILogger<PdfPrinter> log)
{
    private static readonly string[] Known = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Three at once at most: each is a browser of its own.</summary>
    private static readonly SemaphoreSlim AtOnce = new(3);

    private readonly Lazy<string?> _browser = new(() => configuration["Documents:Browser"] ?? OnPath());

    public bool CanPrint => _browser.Value is not null;

    /// <exception cref="Refusal">document.no-browser, document.failed</exception>
    public async Task<byte[]> Print(string html, CancellationToken stop = default)
    {
        Refusal.Unless(CanPrint, "document.no-browser");
        var folder = Directory.CreateTempSubdirectory("competitions-pdf-").FullName;
        await AtOnce.WaitAsync(stop);
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, stop);
            await Run(folder, page, pdf, stop);
            Refusal.Unless(File.Exists(pdf), "document.failed");
            return await File.ReadAllBytesAsync(pdf, stop);
        }
        finally
        {
            AtOnce.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task Run(string folder, string page, string pdf, CancellationToken stop)
    {
        var start = new ProcessStartInfo(_browser.Value!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--no-pdf-header-footer", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        using var browser = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        var said = browser.StandardError.ReadToEndAsync(patience.Token);
        _ = browser.StandardOutput.ReadToEndAsync(patience.Token);
        try
        {
            await browser.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            browser.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested(); // the program goes down: nothing is wrong with the document
            throw new Refusal("document.failed");
        }

        if (browser.ExitCode != 0)
        {
            log.LogError("The browser ended with {Code}: {Said}", browser.ExitCode, await said);
            throw new Refusal("document.failed");
        }
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Known.SelectMany(name => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")]))
        .FirstOrDefault(File.Exists);
}
