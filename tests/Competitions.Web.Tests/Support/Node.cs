using System.Diagnostics;
using System.Text;

namespace Competitions.Web.Tests.Support;

/// <summary>Node, which the program is built with: another implementation of cryptography and compression than our own.</summary>
internal static class Node
{
    /// <param name="arguments">A script with its arguments, or <c>-e</c> and a program.</param>
    public static async Task<(int Exit, string Output)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True((await error).Length == 0, await error);
        return (process.ExitCode, await output);
    }
}
