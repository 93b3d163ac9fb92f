using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Judges;

/// <param name="Declared">How many of his declarations hold.</param>
/// <param name="Asks">He waits for an answer.</param>
public sealed record JudgeRow(EventJudge Judge, JudgeStanding Standing, int Declared, bool Asks, IReadOnlyList<string> Panels, string Against);

public sealed record JudgesPage(Event Event, IReadOnlyList<JudgeRow> Rows, string Me);

public sealed record JudgePage(Event Event, JudgeRow Row, IReadOnlyList<Declaration> Declarations, IReadOnlyList<Recusal> Recusals, IReadOnlyDictionary<string, string> Names, bool IsMe)
{
    public string NameOf(string? account) => account is null ? "" : Names.GetValueOrDefault(account, account);
}

/// <summary>裁判名册: everybody who judges in the event, what he brings and what stands against it.</summary>
[Route("events/{code}/judges"), Authorize(Policies.Appoint)]
public sealed class JudgesController(CompetitionsDb db, JudgeDesk desk, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var of = await desk.Event(code);
        return View(new JudgesPage(of, await Rows(of, await db.JudgesOf(of.Id, clock.Today())), desk.Me));
    }

    /// <param name="id">His account.</param>
    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string code, string id)
    {
        var of = await desk.Event(code);
        var row = (await Rows(of, [await desk.Judge(of, id)]))[0];
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.EventId == of.Id && d.Account == id).OrderBy(d => d.EndedAt != null).ThenBy(d => d.Id).ToListAsync();
        var recusals = await db.Recusals.AsNoTracking().Where(r => r.EventId == of.Id && r.Account == id).OrderByDescending(r => r.Id).ToListAsync();
        var record = row.Standing.Record;
        var named = (record?.Trainings.Select(t => t.By) ?? []).Append(record?.Qualification?.By).Concat(recusals.Select(r => r.ClosedBy)).Distinct().ToList();
        var names = await db.Users.Where(u => named.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return View(new JudgePage(of, row, declarations, recusals, names, id == desk.Me));
    }

    private async Task<IReadOnlyList<JudgeRow>> Rows(Event of, IReadOnlyList<EventJudge> judges)
    {
        var accounts = judges.Select(j => j.Account).ToList();
        var standings = await db.StandingsOf(of, accounts, clock.Today());
        var declared = await db.Declarations.Where(d => d.EventId == of.Id && d.EndedAt == null && accounts.Contains(d.Account)).GroupBy(d => d.Account).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var asks = (await db.Recusals.Where(r => r.EventId == of.Id && r.Stage == RecusalStage.Asked && accounts.Contains(r.Account)).Select(r => r.Account).ToListAsync()).ToHashSet();
        var panels = await db.Panels.AsNoTracking().Where(p => p.EventId == of.Id).OrderBy(p => p.Id).ToListAsync();
        return [.. judges.Select(j => new JudgeRow(
            j, standings[j.Account], declared.GetValueOrDefault(j.Account), asks.Contains(j.Account), [.. panels.Where(p => p.Has(j.Account)).Select(p => p.Name)],
            standings[j.Account].Against([.. panels.Where(p => p.Has(j.Account)).Select(p => p.Id), 0], j.Account == desk.Me)))];
    }
}
