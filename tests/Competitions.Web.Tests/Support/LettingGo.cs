using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace Competitions.Web.Tests.Support;

/// <summary>
/// The clock of a rate limiter and the watch over files run on when their program has ended, and hold all of it: hundreds of programs would
/// stay in memory. The framework disposes of them nowhere; here the one goes with its program, and the other is not begun.
/// </summary>
public sealed class LettingGo(IHostApplicationLifetime life, IWebHostEnvironment place) : IStartupFilter
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
    {
        place.WebRootFileProvider = new Unwatched(place.WebRootFileProvider);
        builder.Use(rest =>
        {
            for (var part = rest.Target; part is not null; part = Behind(part))
            {
                if (part.GetType().GetField("_endpointLimiter", Any)?.GetValue(part) is IDisposable limiter)
                {
                    life.ApplicationStopped.Register(limiter.Dispose);
                }
            }

            return rest;
        });
        next(builder);
    };

    /// <summary>The part of the pipeline that this one hands on to.</summary>
    private static object? Behind(object part) => part.GetType().GetFields(Any).Select(f => f.GetValue(part)).OfType<RequestDelegate>().FirstOrDefault()?.Target;

    private sealed class Unwatched(IFileProvider files) : IFileProvider
    {
        public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

        public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
