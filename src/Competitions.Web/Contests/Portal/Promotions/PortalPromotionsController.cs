using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.Promotions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Portal.Promotions;

/// <summary>A line as anybody may see it: who goes on or waits, by a masked name; neither mark nor number.</summary>
public sealed record PortalLine(int Rank, string Names, string Unit, string Mark, string Words);

public sealed record PortalPromotion(string Contest, string ContestCode, string Event, string Group, string Source, string Rule, DateTime PublishedAt, IReadOnlyList<PortalLine> Lines);

[Route("portal/{contest}/promotions"), Authorize(Policies.Public)]
public sealed class PortalPromotionsController(CompetitionsDb db) : Controller
{
    /// <summary>Only what is published; what was withdrawn is not there any more.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string contest, int id)
    {
        var found = Missing.Unless(await (
            from l in db.PromotionLists.AsNoTracking()
            join e in db.Events on l.EventId equals e.Id
            join held in db.Contests on e.ContestId equals held.Id
            where l.Id == id && held.Code == contest && l.Stage == PromotionStage.Published && e.Stage != EventStage.Draft
            select new { List = l, Event = e, held.Name }).SingleOrDefaultAsync());
        var (list, of) = (found.List, found.Event);
        var to = list.Round is { } round ? of.Rounds.Where(r => r.Code == round).Select(r => $"{of.Title} · {r.Name}").FirstOrDefault() ?? of.Title : of.Title;
        return View(new PortalPromotion(
            found.Name, contest, to, of.Groups.Where(g => g.Code == list.Group).Select(g => g.Name).FirstOrDefault() ?? "", list.SourceTitle, list.Rule.InWords(), list.PublishedAt!.Value,
            [.. list.Lines.Where(l => l.Outcome is not PromotionOutcome.Out).OrderBy(l => l.Order).Select(Masked)]));
    }

    private static PortalLine Masked(PromotionLine line) => line.Said() is var (mark, words)
        ? new PortalLine(line.Rank, string.Join('、', line.Names.Split('、').Select(PersonName.Mask)), line.UnitName, mark, words)
        : throw new InvalidOperationException();
}
