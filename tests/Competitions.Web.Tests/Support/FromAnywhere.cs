using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Competitions.Web.Tests.Support;

/// <summary>Who sends this header comes from another address with each request: what is limited by address does not stop a walk over everything.</summary>
public sealed class FromAnywhere : IStartupFilter
{
    public const string Header = "X-From-Anywhere";

    private int _last;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
    {
        builder.Use((context, rest) =>
        {
            if (context.Request.Headers.ContainsKey(Header))
            {
                var n = Interlocked.Increment(ref _last);
                context.Connection.RemoteIpAddress = new IPAddress([10, (byte)(n >> 16), (byte)(n >> 8), (byte)n]);
            }

            return rest(context);
        });
        next(builder);
    };
}
