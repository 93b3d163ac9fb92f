namespace Competitions.Web.Scoring.Boards;

/// <summary>
/// A crowd asks for the same bytes over and over: who asks for a public board that is open already is answered before files, routes,
/// cookies and pages are looked at. Whatever else is asked goes the usual way, where a board is opened or is none.
/// </summary>
internal static class BoardDoor
{
    private const string Start = "/boards/";
    private const string End = "/snapshot";

    public static void UseOpenBoards(this IApplicationBuilder app)
    {
        var (boards, snapshots) = (app.ApplicationServices.GetRequiredService<ScoreboardBroadcaster>(), app.ApplicationServices.GetRequiredService<ScoreboardSnapshots>());
        app.Use(next => context => Asked(context.Request) is { } key && boards.Attended(key) is { } board ? Answer(context, snapshots.Of(board)) : next(context));
    }

    private static Task Answer(HttpContext context, Task<SnapshotBytes> making) =>
        making.IsCompletedSuccessfully ? making.Result.Answer(context) : Later(context, making);

    private static async Task Later(HttpContext context, Task<SnapshotBytes> making) => await (await making).Answer(context);

    private static BoardKey? Asked(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (!HttpMethods.IsGet(request.Method) || !path.StartsWith(Start, StringComparison.Ordinal) || !path.EndsWith(End, StringComparison.Ordinal) || path.Length <= Start.Length + End.Length)
        {
            return null;
        }

        Span<Range> parts = stackalloc Range[4];
        var inside = path.AsSpan()[Start.Length..^End.Length];
        return inside.Split(parts, '/') is 3 ? new BoardKey($"{inside[parts[0]]}", $"{inside[parts[1]]}", $"{inside[parts[2]]}") : null;
    }
}
