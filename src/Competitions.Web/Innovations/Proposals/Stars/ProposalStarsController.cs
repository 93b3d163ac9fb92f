using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals.Stars;

public sealed record StarRow(int Rank, string Name, string UnitName, int Stars, int Proposals);

public sealed record StarsPage(DateOnly Month, bool IsLast, IReadOnlyList<StarRow> Rows);

/// <summary>月度星榜: the stars that proposals earned in a month, by worker. What was earned for adoption is not earned again with the effect.</summary>
[Route("proposal-stars"), Authorize(Policies.ReadProposals)]
public sealed class ProposalStarsController(CompetitionsDb db, ProposalDesk desk, TimeProvider clock) : Controller
{
    private const int Most = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? month)
    {
        var today = clock.Today();
        var first = DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is >= 2000 and <= 2100 && asked <= today ? asked : new DateOnly(today.Year, today.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var adopted = (await db.ProposalPresets.AsNoTracking().ToListAsync()).ToDictionary(p => (p.Code, p.Version), p => p.Rules.AdoptedStars);
        var rows = await (await desk.Visible()).AsNoTracking().Where(p => p.AdoptedOn >= first && p.AdoptedOn <= last || p.ConfirmedOn >= first && p.ConfirmedOn <= last)
            .Select(p => new { p.WorkerId, p.WorkerName, p.UnitName, p.AdoptedOn, p.ConfirmedOn, p.Stars, p.PresetCode, p.PresetVersion }).ToListAsync();
        var people = rows.GroupBy(p => p.WorkerId)
            .Select(g => (g.Last().WorkerName, g.Last().UnitName, Stars: g.Sum(p => StarsOf.Month(first, p.AdoptedOn, p.ConfirmedOn, p.Stars, adopted[(p.PresetCode, p.PresetVersion)])), Count: g.Count()))
            .Where(p => p.Stars > 0).OrderByDescending(p => p.Stars).ThenBy(p => p.WorkerName, StringComparer.Ordinal).ToList();
        return View(new StarsPage(first, first.AddMonths(1) > today, [.. people.Take(Most).Select(p => new StarRow(people.Count(o => o.Stars > p.Stars) + 1, p.WorkerName, p.UnitName, p.Stars, p.Count))]));
    }
}
