using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Competitions.Web.Tests.Support;

/// <summary>The program as the very process that serves, on a data folder and a port of its own: it may be killed and started again.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _environment;
    private Process? _process;

    public Server(string folder, string environment = "Production")
    {
        (_folder, _environment) = (folder, environment);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    /// <summary>The same after every start: who was signed in goes on.</summary>
    public Uri Address { get; }

    /// <summary>Bytes that it holds.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <summary>Until the first page is answered.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> Start()
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("ASPNETCORE_ENVIRONMENT", _environment), ("Data", _folder), ("Logging__LogLevel__Default", "Error"), ("Logging__LogLevel__Microsoft.AspNetCore", "Error"), ("Logging__LogLevel__Microsoft.EntityFrameworkCore", "Error"), ("DOTNET_hostBuilder__reloadConfigOnChange", "false")])
        {
            start.Environment[name] = value;
        }

        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Competitions.Web.dll"), "--urls", $"{Address}"])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        using var http = new HttpClient { BaseAddress = Address };
        while (!await Answers(http))
        {
            if (_process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException(_process.HasExited ? "The program ended by itself." : "The program does not answer.");
            }

            await Task.Delay(20);
        }

        return watch.Elapsed;
    }

    /// <summary>SIGKILL: it has no time for a last word.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Kill();
        }
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var page = await http.GetAsync("/sign-in");
            return page.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
