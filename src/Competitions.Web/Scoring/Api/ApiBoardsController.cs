using Competitions.Scoring;
using Competitions.Web.Scoring.Boards;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Scoring.Api;

public sealed record ApiBoardModule(string Code, string Name, decimal Full);

/// <param name="Number">参赛编号.</param>
/// <param name="Name">Null while the codes are sealed.</param>
/// <param name="Rank">Null while nothing of it was marked.</param>
/// <param name="Points">By the module's code, as marked.</param>
public sealed record ApiBoardRow(string Number, string? Name, string? Unit, int? Rank, decimal? Total, IReadOnlyDictionary<string, decimal> Points);

/// <param name="Version">Grows with every change of what is shown.</param>
public sealed record ApiBoard(
    string Event, string Title, string Round, string Group, bool Frozen, long Version, IReadOnlyList<ApiBoardModule> Modules, IReadOnlyList<ApiBoardRow> Rows);

/// <summary>The public board as data: what is released, and nothing else.</summary>
[ApiController, Route("api/v1/boards/{code}/{round}/{group}"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiBoardsController(ScoreboardBroadcaster boards) : ControllerBase
{
    [HttpGet(""), EndpointSummary("公开的榜，现在的样子"), ProducesResponseType<ApiBoard>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Show(string code, string round, string group)
    {
        var board = await boards.Attend(new BoardKey(code, round, group));
        return new Tagged(new ApiBoard(
            code, board.Title, board.Round, board.Group, board.Frozen, board.Version,
            [.. board.Modules.Select(m => new ApiBoardModule(m.Code, m.Name, m.Full.Value))], [.. board.Rows.Select(r => Of(r, board))]));
    }

    private static ApiBoardRow Of(BoardRow row, BoardSnapshot board)
    {
        var (name, marked) = (board.Names.GetValueOrDefault(row.Label), row.Parts.Count > 0);
        return new ApiBoardRow(
            WorkBook.NumberOf(row.Label), name?.Name, name?.Unit, marked ? row.Rank : null, marked ? row.Total.Value : null,
            board.Modules.Where(m => row.Parts.ContainsKey(m.Code)).ToDictionary(m => m.Code, m => row.Parts[m.Code].Value));
    }
}
