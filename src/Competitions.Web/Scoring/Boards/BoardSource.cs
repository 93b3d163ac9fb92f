using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Boards;

/// <summary>A board as it was made, and the ledger's line up to which it may follow.</summary>
/// <param name="Until">Null while it is live.</param>
internal sealed record MadeBoard(Board Board, BoardSnapshot Face, string Stamp, long? Until);

/// <summary>What a board is made of, read from the database: what it may show, its works with their rows, and their names once they are open.</summary>
internal static class BoardSource
{
    /// <summary>More lines than a board can have between two changes of what it may show.</summary>
    public const long Epoch = 1_000_000_000;

    /// <exception cref="Missing">No such event, round or group, or it is still a draft.</exception>
    public static async Task<string> StampOf(CompetitionsDb db, BoardKey key)
    {
        var of = Missing.Unless(await db.StampOf(key.Event));
        var release = await db.BoardReleases.Where(r => r.EventCode == key.Event && r.Round == key.Round).Select(r => (int?)r.Version).SingleOrDefaultAsync();
        var opened = await db.CodeBook.CountAsync(l => l.EventCode == key.Event && l.OpenedAt != null);
        return $"{of}/{release ?? 0}/{opened}";
    }

    public static async Task<MadeBoard> Make(CompetitionsDb db, BoardKey key)
    {
        var stamp = await StampOf(db, key);
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Code == key.Event);
        var (round, group) = (Missing.Unless(of.Rounds.FirstOrDefault(r => r.Code == key.Round)), Missing.Unless(of.Groups.FirstOrDefault(g => g.Code == key.Group)));
        Missing.Unless(of.Stage is EventStage.Draft ? null : of);
        var release = await db.BoardReleases.AsNoTracking().SingleOrDefaultAsync(r => r.EventCode == key.Event && r.Round == key.Round);
        var plan = await db.PlanOf(of, key.Round);
        var shown = plan.Modules.Where(m => key.Jury || release?.Modules.Contains(m.Code) == true).ToList();
        var board = new Board(plan, shown.Select(m => m.Code).ToHashSet(), start: stamp.Split('/').Sum(long.Parse) * Epoch);
        var names = await Enter(db, board, of, key, shown);
        var face = new BoardSnapshot(key, of.Title, round.Name, group.Name, [.. shown.Select(m => new BoardModule(m.Code, m.Name, m.Full, m.Weight * 100))], names, !key.Jury && release?.FrozenAt is not null, board.Version, []);
        return new MadeBoard(board, face, stamp, key.Jury ? null : release?.FrozenAt);
    }

    /// <summary>Puts the works on the board, each under its entry's row, and gives the names of the rows that are open.</summary>
    private static async Task<IReadOnlyDictionary<string, BoardName>> Enter(CompetitionsDb db, Board board, Event of, BoardKey key, List<PlannedModule> shown)
    {
        var (modules, rows) = (shown.ConvertAll(m => m.Code), WorkBook.RowsOf(key.Round));
        var lines = await (
            from row in db.CodeBook.AsNoTracking()
            where row.EventCode == of.Code && row.Module == rows
            join entry in db.Entries on row.EntryId equals entry.Id
            where entry.Group == key.Group
            join work in db.CodeBook on new { row.EventCode, row.EntryId } equals new { work.EventCode, work.EntryId }
            where modules.Contains(work.Module)
            orderby row.Work
            select new { Row = row.Work, work.Work, work.Module }).ToListAsync();
        lines.ForEach(l => board.Enter(l.Work, l.Module, l.Row));
        return await Names(db, of, key, rows);
    }

    private static async Task<IReadOnlyDictionary<string, BoardName>> Names(CompetitionsDb db, Event of, BoardKey key, string rows)
    {
        var open = await (
            from row in db.CodeBook.AsNoTracking()
            where row.EventCode == of.Code && row.Module == rows && row.OpenedAt != null
            join entry in db.Entries on row.EntryId equals entry.Id
            where entry.Group == key.Group
            select new
            {
                row.Work, entry.TeamName, entry.UnitName, Published = entry.Consents.Any(c => c.Kind == ConsentKind.Publication),
                Names = entry.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name).ToList(),
            }).ToListAsync();
        return open.ToDictionary(r => r.Work, r => new BoardName(
            string.Join('、', r.Names.Select(n => key.Jury || r.Published ? n : PersonName.Mask(n))), r.TeamName is { Length: > 0 } team ? $"{team} · {r.UnitName}" : r.UnitName));
    }
}
