using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Competitions.Web.Tests.Support;

/// <summary>SignalR's JSON protocol over a real WebSocket: what a viewer's browser does, no more.</summary>
public sealed class Listener : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonElement> _heard = [];
    private readonly StringBuilder _rest = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static Task<Listener> To(App app, string path, string? accountId = null, string? origin = null) => To(app.Address, path, accountId, origin);

    public static async Task<Listener> To(Uri server, string path, string? accountId = null, string? origin = null)
    {
        var listener = new Listener();
        if (accountId is not null)
        {
            listener._socket.Options.SetRequestHeader(SignedIn.Header, accountId);
        }

        if (origin is not null)
        {
            listener._socket.Options.SetRequestHeader("Origin", origin);
        }

        await listener._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = path }.Uri, CancellationToken.None);
        await listener.Say(new { protocol = "json", version = 1 });
        await listener.Next(); // {}
        return listener;
    }

    public WebSocketState State => _socket.State;

    public Task Say(object message) => Say(JsonSerializer.Serialize(message) + End);

    public Task Say(string raw) => _socket.SendAsync(Encoding.UTF8.GetBytes(raw), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Calls a method of the hub and gives its answer; pushes that come before it are kept.</summary>
    public async Task<JsonElement> Ask(string method, params object[] arguments)
    {
        await Say(new { type = 1, invocationId = "1", target = method, arguments });
        while (true)
        {
            var message = await Next() ?? throw new InvalidOperationException("The connection was closed.");
            if (Type(message) == 3 && message.GetProperty("invocationId").GetString() == "1")
            {
                return message;
            }

            _heard.Add(message);
        }
    }

    /// <summary>The next push of that name, within fifteen seconds; null when none came.</summary>
    public async Task<JsonElement?> Hear(string target, int milliseconds = 15_000)
    {
        using var patience = new CancellationTokenSource(milliseconds);
        while (true)
        {
            if (_heard.FindIndex(m => Type(m) == 1 && m.GetProperty("target").GetString() == target) is var at and >= 0)
            {
                var found = _heard[at].GetProperty("arguments")[0];
                _heard.RemoveAt(at);
                return found;
            }

            try
            {
                if (await Next(patience.Token) is not { } message)
                {
                    return null;
                }

                _heard.Add(message);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int Type(JsonElement message) => message.TryGetProperty("type", out var type) ? type.GetInt32() : 0;

    private async Task<JsonElement?> Next(CancellationToken stop = default)
    {
        while (true)
        {
            if (_rest.ToString() is var text && text.IndexOf(End, StringComparison.Ordinal) is var at and >= 0)
            {
                _rest.Remove(0, at + 1);
                return JsonSerializer.Deserialize<JsonElement>(text[..at]);
            }

            try
            {
                var got = await _socket.ReceiveAsync(_buffer, stop);
                if (got.MessageType is WebSocketMessageType.Close)
                {
                    return null;
                }

                _rest.Append(Encoding.UTF8.GetString(_buffer, 0, got.Count));
            }
            catch (WebSocketException)
            {
                return null;
            }
        }
    }
}
