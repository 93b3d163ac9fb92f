using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Competitions.Web.Scoring.Boards;

/// <summary>A board's table as it is sent: made once a version.</summary>
public sealed record SnapshotBytes(long Version, byte[] Plain, byte[] Zipped)
{
    public string ETag => $"\"{Version}\"";
}

/// <summary>The markup of each board's newest version, made once by the component that also draws the first paint.</summary>
public sealed class ScoreboardSnapshots(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private readonly ConcurrentDictionary<BoardKey, SnapshotBytes> _made = new();

    public async Task<SnapshotBytes> Of(BoardSnapshot board)
    {
        if (!_made.TryGetValue(board.Key, out var made) || made.Version != board.Version)
        {
            var plain = await Make(board);
            _made[board.Key] = made = new SnapshotBytes(board.Version, plain, Zip(plain));
        }

        return made;
    }

    private async Task<byte[]> Make(BoardSnapshot board)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Board"] = board });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<ScoreboardTable>(parameters)).ToHtmlString()));
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
}
