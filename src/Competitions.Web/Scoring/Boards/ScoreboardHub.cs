using Competitions.Scoring;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Competitions.Web.Scoring.Boards;

public interface IScoreboardClient
{
    /// <summary>Apply it when <c>from</c> is the version you show, leave it when <c>to</c> is not newer, else fetch the snapshot.</summary>
    Task BoardMoved(BoardPush push);
}

/// <summary>What the audience listens to.</summary>
[Authorize(Policies.Public)]
public sealed class ScoreboardHub(ScoreboardBroadcaster boards) : Hub<IScoreboardClient>
{
    public const string Path = "/live/boards/{code}";

    /// <summary>The version on the server now, after joining: a page that shows an older one fetches the snapshot at once.</summary>
    public Task<long> Watch(string round, string group) => boards.Join(this, new BoardKey(this.Event(), round, group));
}

/// <summary>What the jury of an event listens to: all modules, whether released or not.</summary>
[Authorize(Policies.WatchJury)]
public sealed class JuryBoardHub(ScoreboardBroadcaster boards) : Hub<IScoreboardClient>
{
    public const string Path = "/live/events/{code}/board";

    public Task<long> Watch(string round, string group) => boards.Join(this, new BoardKey(this.Event(), round, group, Jury: true));
}

internal static class BoardHubs
{
    /// <summary>The event that the connection was opened for; its policy was held against it.</summary>
    public static string Event(this Hub hub) => (string)hub.Context.GetHttpContext()!.Request.RouteValues["code"]!;

    /// <exception cref="HubException">There is no such board.</exception>
    public static async Task<long> Join(this ScoreboardBroadcaster boards, Hub hub, BoardKey key)
    {
        try
        {
            var board = await boards.Attend(key);
            await hub.Groups.AddToGroupAsync(hub.Context.ConnectionId, $"{key}");
            return (await boards.Attend(key)) is var now && now.Version >= board.Version ? now.Version : board.Version;
        }
        catch (Shell.Missing)
        {
            throw new HubException("no-such-board");
        }
    }
}
