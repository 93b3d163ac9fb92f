using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Competitions.Benchmarks;

/// <summary>So many viewers over WebSockets, each of whom reads at once; it remembers when the last of them had a push.</summary>
internal sealed class Audience : IDisposable
{
    private const string Greeting = "{\"protocol\":\"json\",\"version\":1}\u001e{\"type\":1,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[\"final\",\"workers\"]}\u001e";

    private const int LongestPing = 40;

    private readonly List<ClientWebSocket> _sockets = [];
    private int _heard;
    private TaskCompletionSource<long> _all = new();

    public static async Task<Audience> Of(Uri hub, int viewers)
    {
        var audience = new Audience();
        var address = new UriBuilder(hub) { Scheme = "ws" }.Uri;
        foreach (var some in Enumerable.Range(0, viewers).Chunk(100))
        {
            await Task.WhenAll(some.Select(_ => audience.Join(address)));
        }

        return audience;
    }

    /// <summary>What makes the server push once; until the last viewer has read it.</summary>
    public async Task<double> Time(Func<Task> push)
    {
        (_heard, _all) = (0, new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        var from = Stopwatch.GetTimestamp();
        await push();
        return Stopwatch.GetElapsedTime(from, await _all.Task.WaitAsync(TimeSpan.FromSeconds(30))).TotalMilliseconds;
    }

    public void Dispose() => _sockets.ForEach(s => s.Dispose());

    private async Task Join(Uri address)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(address, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes(Greeting), WebSocketMessageType.Text, true, CancellationToken.None);
        var (buffer, said) = (new byte[4096], "");
        while (!said.Contains("\"invocationId\":\"1\"", StringComparison.Ordinal)) // he is in his group
        {
            said += Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).Count);
        }

        lock (_sockets)
        {
            _sockets.Add(socket);
        }

        _ = Read(socket, buffer);
    }

    private async Task Read(ClientWebSocket socket, byte[] buffer)
    {
        try
        {
            for (var size = 0; socket.State is WebSocketState.Open;)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                size += got.Count; // a push may come in pieces
                if (got.EndOfMessage && size > LongestPing && Interlocked.Increment(ref _heard) == _sockets.Count)
                {
                    _all.TrySetResult(Stopwatch.GetTimestamp());
                }

                size = got.EndOfMessage ? 0 : size;
            }
        }
        catch (Exception over) when (over is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // the audience has gone home
        }
    }
}
