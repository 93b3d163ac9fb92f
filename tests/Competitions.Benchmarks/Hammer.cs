using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Competitions.Benchmarks;

/// <param name="PerSecond">Answers.</param>
/// <param name="Worst">99th percentile of the time to an answer, ms.</param>
internal sealed record Hammered(double PerSecond, double Worst, int BytesEach);

/// <summary>Asks for one address over and over on 64 connections, with as little work of its own as can be.</summary>
internal static class Hammer
{
    private const int Connections = 64;
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "Content-Length: "u8.ToArray();

    public static async Task<Hammered> Run(Uri server, string path, string headers, TimeSpan time)
    {
        var (request, waits, watch) = (Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n{headers}\r\n"), new ConcurrentBag<List<double>>(), Stopwatch.StartNew());
        var bytes = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Ask(server, request, time, watch, waits))));
        var all = waits.SelectMany(w => w).ToList();
        return new Hammered(all.Count / watch.Elapsed.TotalSeconds, all.Quantile(0.99), bytes[0]);
    }

    private static async Task<int> Ask(Uri server, byte[] request, TimeSpan time, Stopwatch watch, ConcurrentBag<List<double>> waits)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        var (buffer, mine, size) = (new byte[256 * 1024], new List<double>(), 0);
        while (watch.Elapsed < time)
        {
            var from = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            size = await Answer(socket, buffer);
            mine.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        waits.Add(mine);
        return size;
    }

    /// <summary>Reads one answer whole.</summary>
    private static async Task<int> Answer(Socket socket, byte[] buffer)
    {
        var (got, whole) = (0, 0);
        while (whole == 0 || got < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(got));
            got = read > 0 ? got + read : throw new InvalidOperationException("The server hung up.");
            whole = whole == 0 ? Whole(buffer.AsSpan(0, got)) : whole;
        }

        return whole;
    }

    /// <summary>How long the answer is with its head; 0 while the head is not there.</summary>
    private static int Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(HeadEnd);
        if (end < 0)
        {
            return 0;
        }

        var status = (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
        var length = answer[..end].IndexOf(Length);
        var body = 0;
        for (var i = length + Length.Length; length >= 0 && i < end && answer[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            body = body * 10 + answer[i] - '0';
        }

        return status is 200 or 304 ? end + 4 + body : throw new InvalidOperationException($"{status}");
    }
}
