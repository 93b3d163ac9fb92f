using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Competitions.Web.Scoring.Boards;
using Competitions.Web.Scoring.Marking;
using Competitions.Web.Scoring.Marks;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Competitions.Web.Scoring;

/// <summary>The path of a mark, put together: the one place of the program where something outlives a request.</summary>
public static class ScoringServices
{
    /// <summary>A viewer says two words: anything longer is no viewer.</summary>
    private const int LongestMessage = 4 * 1024;

    public static IServiceCollection AddMarking(this IServiceCollection services)
    {
        services.AddSingleton<MarkingFloors>().AddScoped<Scoretaking>().AddScoped<MarkingDesk>().AddScoped<MarkingStates>().AddScoped<WorkSeats>().AddScoped<Overviews.OverviewDesk>().AddScoped<Overviews.Sheets.SheetDesk>()
            .AddSingleton<MarkWriter>().AddHostedService(s => s.GetRequiredService<MarkWriter>())
            .AddSingleton<BoardKeeper>().AddSingleton<ScoreboardBroadcaster>().AddHostedService(s => s.GetRequiredService<ScoreboardBroadcaster>())
            .AddSingleton<ScoreboardSnapshots>()
            .AddScoped<BoardPages>().AddScoped<JuryDesk>();
        services.AddSignalR(o =>
        {
            (o.MaximumReceiveMessageSize, o.MaximumParallelInvocationsPerClient, o.StreamBufferCapacity) = (LongestMessage, 1, 1);
            o.AddFilter<FewWords>();
        }).AddJsonProtocol(o => o.PayloadSerializerOptions.Converters.Add(new PointsAsText()));
        return services;
    }

    /// <summary>A page of another house opens no connection here, whatever cookies its reader has.</summary>
    public static void UseOwnOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (!context.Request.Path.StartsWithSegments("/live") || origin.Length == 0 || Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value)
        {
            return next();
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    public static void MapBoards(this IEndpointRouteBuilder routes)
    {
        routes.MapBoard<ScoreboardHub>(ScoreboardHub.Path);
        routes.MapBoard<JuryBoardHub>(JuryBoardHub.Path);
    }

    /// <summary>As <c>MapHub</c> does it, with a count of bytes before the hub.</summary>
    private static void MapBoard<THub>(this IEndpointRouteBuilder routes, string path) where THub : Hub
    {
        var options = new HttpConnectionDispatcherOptions();
        Transport(options);
        routes.MapConnections(path, options, viewer => viewer.UseFewBytes().UseHub<THub>()).Add(endpoint =>
        {
            Array.ForEach(typeof(THub).GetCustomAttributes(inherit: true), endpoint.Metadata.Add);
            endpoint.Metadata.Add(new HubMetadata(typeof(THub)));
        });
    }

    private static void Transport(HttpConnectionDispatcherOptions o)
    {
        o.TransportSendTimeout = TimeSpan.FromSeconds(5); // who does not read is cut off
        (o.ApplicationMaxBufferSize, o.TransportMaxBufferSize) = (LongestMessage, 64 * 1024);
        o.CloseOnAuthenticationExpiration = true;
    }

    /// <summary>With all its places, as it stands on the page: 85.00.</summary>
    private sealed class PointsAsText : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
