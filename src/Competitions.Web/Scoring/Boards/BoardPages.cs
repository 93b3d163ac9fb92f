using System.Text;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Boards;

/// <summary>Another board one may go to from here.</summary>
public sealed record BoardTab(string Name, string Address, bool IsHere, bool Frozen = false);

/// <param name="Face">The table as its snapshot has it, made once a version.</param>
/// <param name="Events">Of the same contest with something to show; empty on the jury's page.</param>
/// <param name="Parts">Rounds and groups of this event; empty where there is one of each.</param>
public sealed record BoardPage(Contest Contest, Event Event, BoardSnapshot Board, IHtmlContent Face, IReadOnlyList<BoardTab> Events, IReadOnlyList<BoardTab> Parts);

/// <summary>What stands around a board, and its first paint.</summary>
public sealed class BoardPages(CompetitionsDb db, ScoreboardBroadcaster boards, ScoreboardSnapshots snapshots)
{
    /// <param name="round">Null for the last one of which something is released, or the first.</param>
    /// <param name="group">Null for the first.</param>
    /// <exception cref="Missing">No such board, or its event is still a draft.</exception>
    public async Task<BoardPage> Of(string code, string? round, string? group, bool jury)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        Missing.Unless(of.Stage is EventStage.Draft || of.Rounds.Count == 0 || of.Groups.Count == 0 ? null : of);
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var shown = await (
            from e in db.Events
            where e.ContestId == of.ContestId && e.Stage != EventStage.Draft
            join release in db.BoardReleases on e.Code equals release.EventCode
            orderby e.Id
            select new { e.Code, e.Title, release.Round, release.Modules, Frozen = release.FrozenAt != null }).AsNoTracking().ToListAsync();
        var open = shown.Where(s => s.Modules.Count > 0).ToList();
        var key = new BoardKey(code, round ?? of.Rounds.LastOrDefault(r => open.Any(s => s.Code == code && s.Round == r.Code))?.Code ?? of.Rounds[0].Code, group ?? of.Groups[0].Code, jury);
        var board = await boards.Attend(key);
        var tabs = jury ? [] : open.Select(s => (s.Code, s.Title)).Append((of.Code, of.Title)).Distinct().Select(e => new BoardTab(e.Title, $"/boards/{e.Code}", e.Code == code, open.Any(s => s.Code == e.Code && s.Frozen))).ToList();
        var parts = of.Rounds.SelectMany(r => of.Groups.Select(g => new BoardTab(
            of.Groups.Count == 1 ? r.Name : of.Rounds.Count == 1 ? g.Name : $"{r.Name} · {g.Name}", (board with { Key = key with { Round = r.Code, Group = g.Code } }).Address, r.Code == key.Round && g.Code == key.Group))).ToList();
        var face = new HtmlString(Encoding.UTF8.GetString((await snapshots.Of(board)).Plain));
        return new BoardPage(contest, of, board, face, tabs.Count > 1 ? tabs : [], parts.Count > 1 ? parts : []);
    }
}
