using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Competitions.Benchmarks;

/// <summary>A hub that does nothing but broadcast 200 bytes when it is asked to.</summary>
internal static class BareHub
{
    public static async Task Serve(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        var (app, word) = (builder.Build(), new string('x', 200));
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapGet("/sign-in", () => "");
        app.MapHub<Hub>("/hub");
        app.MapPost("/go", async (IHubContext<Hub> hub) =>
        {
            await hub.Clients.Group("all").SendAsync("BoardMoved", word);
            return "";
        });
        await app.RunAsync();
    }

    public sealed class Hub : Microsoft.AspNetCore.SignalR.Hub
    {
        public Task Watch(string round, string group) => Groups.AddToGroupAsync(Context.ConnectionId, "all");
    }
}

/// <summary>Kestrel that answers every request with the same array, or with 304 to who has it.</summary>
internal static class BareBoard
{
    private const string ETag = "\"1\"";

    public static async Task Serve(string port, string file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var (app, plain, zipped) = (builder.Build(), await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(file + ".gz"));
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.Run(context =>
        {
            context.Response.Headers.ETag = ETag;
            if (context.Request.Headers.IfNoneMatch == ETag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            var bytes = context.Request.Headers.AcceptEncoding.Count > 0 ? zipped : plain;
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.RunAsync();
    }
}

/// <summary>A floor as a process.</summary>
internal sealed class FloorProcess : IDisposable
{
    private readonly Process _process;

    private FloorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<FloorProcess> Start(string which, params string[] more)
    {
        var port = Web.Tests.Support.Server.FreePort();
        var start = new ProcessStartInfo("dotnet");
        Array.ForEach([typeof(FloorProcess).Assembly.Location, which, $"{port}", .. more], start.ArgumentList.Add);
        var floor = new FloorProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { BaseAddress = floor.Address };
        while (true)
        {
            try
            {
                await http.GetAsync("/sign-in");
                return floor;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
