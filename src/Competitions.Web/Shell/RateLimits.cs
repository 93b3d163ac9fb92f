using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Shell;

/// <summary>How often one address may try what a stranger may try at all; more is answered with 429.</summary>
public static class RateLimits
{
    public const string Activation = "activation";
    public const int ActivationsAMinute = 30;

    public static void Configure(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Activation, context => RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions { PermitLimit = ActivationsAMinute, Window = TimeSpan.FromMinutes(1) }));
    }
}
