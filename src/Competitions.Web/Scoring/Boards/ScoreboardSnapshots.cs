using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Boards;

/// <summary>A board's table as it is sent: made once a version.</summary>
public sealed record SnapshotBytes(long Version, byte[] Plain, byte[] Zipped) : IActionResult
{
    public string ETag { get; } = $"\"{Version}\"";

    /// <summary>Who holds it already is told so; else as small as he can read it.</summary>
    public Task Answer(HttpContext context)
    {
        var (asked, answer) = (context.Request.Headers, context.Response);
        (answer.Headers.ETag, answer.Headers.CacheControl, answer.Headers.Vary) = (ETag, "no-cache", "Accept-Encoding");
        if (asked.IfNoneMatch == ETag)
        {
            answer.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var zipped = asked.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (zipped)
        {
            answer.Headers.ContentEncoding = "gzip";
        }

        var bytes = zipped ? Zipped : Plain;
        (answer.ContentType, answer.ContentLength) = ("text/html; charset=utf-8", bytes.Length);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : answer.Body.WriteAsync(bytes).AsTask();
    }

    Task IActionResult.ExecuteResultAsync(ActionContext context) => Answer(context.HttpContext);
}

/// <summary>The markup of each board's newest version, made once, however many ask at that moment, by the component that also draws the first paint.</summary>
public sealed class ScoreboardSnapshots(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private readonly ConcurrentDictionary<BoardKey, Making> _made = new();

    /// <summary>Of this version, or of a newer one that is there already.</summary>
    public Task<SnapshotBytes> Of(BoardSnapshot board)
    {
        if (!_made.TryGetValue(board.Key, out var made) || made.Version < board.Version || made.Bytes.Value.IsFaulted)
        {
            made = _made.AddOrUpdate(board.Key, _ => Begin(board), (_, other) => other.Version < board.Version || other.Bytes.Value.IsFaulted ? Begin(board) : other);
        }

        return made.Bytes.Value;
    }

    private Making Begin(BoardSnapshot board) => new(board.Version, new Lazy<Task<SnapshotBytes>>(() => Task.Run(async () =>
    {
        var plain = await Make(board);
        return new SnapshotBytes(board.Version, plain, Zip(plain));
    })));

    private async Task<byte[]> Make(BoardSnapshot board)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Board"] = board });
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            using var to = new MemoryStream();
            await using (var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true))
            {
                (await renderer.RenderComponentAsync<ScoreboardTable>(parameters)).WriteHtmlTo(text); // a table is long: no text of it is made on the way
            }

            return to.ToArray();
        });
    }

    private static byte[] Zip(byte[] plain)
    {
        using var to = new MemoryStream();
        using (var zip = new GZipStream(to, CompressionLevel.Fastest))
        {
            zip.Write(plain);
        }

        return to.ToArray();
    }

    private sealed record Making(long Version, Lazy<Task<SnapshotBytes>> Bytes);
}
