using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Competitions.Web.Tests.Support;

/// <summary>Somebody who opened a board and reads what he is sent as slowly as he likes, or not at all.</summary>
public sealed class Viewer : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _port;

    /// <summary>The server has hung up on him; what it sent before may still lie unread.</summary>
    public bool IsCut => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().All(c => c.RemoteEndPoint.Port != _port || c.State is not TcpState.Established);

    /// <param name="buffer">Bytes that his machine keeps for him: once they are full the server feels that he does not read.</param>
    public static async Task<Viewer> Of(Uri server, string hub, string round, string group, int buffer = 4096)
    {
        var viewer = new Viewer();
        using var handler = new SocketsHttpHandler { ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = buffer };
            await socket.ConnectAsync(context.DnsEndPoint, stop);
            viewer._port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            return new NetworkStream(socket, ownsSocket: true);
        } };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await viewer._socket.ConnectAsync(new UriBuilder(new Uri(server, hub)) { Scheme = "ws" }.Uri, invoker, CancellationToken.None);
        await viewer.Say("""{"protocol":"json","version":1}""");
        await viewer.Say($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{round}}","{{group}}"]}""");
        return viewer;
    }

    /// <summary>Reads once; false when the server has hung up.</summary>
    /// <param name="most">Bytes at most.</param>
    public async Task<bool> Read(int most, CancellationToken stop = default)
    {
        try
        {
            return (await _socket.ReceiveAsync(_buffer.AsMemory(0, Math.Min(most, _buffer.Length)), stop)).MessageType is not WebSocketMessageType.Close;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task Say(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, true, CancellationToken.None);
}
