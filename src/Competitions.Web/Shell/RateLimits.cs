using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Shell;

/// <summary>How often one address may try what a stranger may try at all; more is answered with 429.</summary>
public static class RateLimits
{
    public const string Activation = "activation";
    public const int ActivationsAMinute = 30;

    /// <summary>A second person's password on somebody's page: a ceremony needs a few, who guesses many.</summary>
    public const string Witness = "witness";
    public const int WitnessesAMinute = 30;

    /// <summary>Certificates checked from one address: an office behind one address at work, and nobody who tries codes.</summary>
    public const string Verification = "verification";
    public const int VerificationsAMinute = 60;

    /// <summary>Objections filed or looked after from one address: nobody floods a notice or tries receipts.</summary>
    public const string Objection = "objection";
    public const int ObjectionsAMinute = 20;

    /// <summary>A system that keeps a copy asks a few times a minute; one that loads all of a district asks a few hundred times, once.</summary>
    public const string Api = "api";
    public const int ApiCallsAMinute = 600;

    /// <summary>Passwords and codes from one address: a hall of competitors who begin at once signs in, and who tries names against passwords does not get far.</summary>
    public const string SignIn = "sign-in";
    public const int SignInsAMinute = 240;

    public static void Configure(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        foreach (var (name, most) in (ReadOnlySpan<(string, int)>)[
            (Activation, ActivationsAMinute), (Witness, WitnessesAMinute), (Verification, VerificationsAMinute), (Objection, ObjectionsAMinute), (Api, ApiCallsAMinute), (SignIn, SignInsAMinute)])
        {
            limits.AddPolicy(name, context => RateLimitPartition.GetFixedWindowLimiter(
                $"{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
        }
    }
}
