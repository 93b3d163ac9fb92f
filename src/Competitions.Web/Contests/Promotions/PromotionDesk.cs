using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Promotions;

/// <summary>What a list came to when it took effect.</summary>
public sealed record PromotionEffect(int Entered, int NotEntered);

/// <summary>
/// What a published list does to entries: it makes them, and a place that is given up passes to the reserve. All of it runs in
/// the queue of the contest, so that two who press at once make each entry once.
/// </summary>
public sealed class PromotionDesk(CompetitionsDb db, EntryDesk desk, PromotedEntries entries)
{
    public async Task<PromotionList> Load(Event of, int id) =>
        Missing.Unless(await db.PromotionLists.SingleOrDefaultAsync(l => l.Id == id && l.EventId == of.Id));

    public Task<PromotionEffect> TakeEffect(EntryPlace place, int id) => desk.InQueue(place.Contest.Id, async () =>
    {
        var list = await Load(place.Event, id);
        Refusal.Unless(list.Stage is PromotionStage.Published, "promotion.not-published");
        return await Enter(place, list);
    });

    /// <summary>A place is given up; what was entered by it is withdrawn.</summary>
    public Task GiveUp(EntryPlace place, int id, int line, string why) => desk.InQueue(place.Contest.Id, async () =>
    {
        var list = await Load(place.Event, id);
        var found = list.Lines.SingleOrDefault(l => l.Id == line) ?? throw new Refusal("promotion.no-such-line");
        if (list.Round is null && found is { Stands: true, EntryId: { } entry })
        {
            Refusal.Unless(why.Trim().Length > 0, "promotion.reason-missing");
            await desk.Withdraw(await db.Entries.SingleAsync(e => e.Id == entry), place.Event, place.Me, why); // it gives the place up, too
            return;
        }

        list.GiveUp(line, place.Me, place.Now, why);
    });

    /// <summary>The next in reserve moves up, and is entered at once.</summary>
    public Task<PromotionEffect> Fill(EntryPlace place, int id, int line) => desk.InQueue(place.Contest.Id, async () =>
    {
        var list = await Load(place.Event, id);
        Refusal.Unless(list.Round is null ? place.CanSubstitute : !await HasBegun(place.Event, list.Round), "promotion.cut-off-passed");
        list.Fill(line, place.Me, place.Now, "");
        await db.SaveChangesAsync();
        return await Enter(place, list);
    });

    /// <summary>The whole list, after it was published; its entries go with it.</summary>
    public Task Withdraw(EntryPlace place, int id, string why) => desk.InQueue(place.Contest.Id, async () =>
    {
        var list = await Load(place.Event, id);
        list.Withdraw(place.Me, place.Now, why);
        if (list.Round is not null)
        {
            Refusal.Unless(!await HasBegun(place.Event, list.Round), "promotion.entries-begun", list.Lines.Count(l => l.Stands));
            return;
        }

        var ids = list.Lines.Where(l => l is { Stands: true, EntryId: not null }).Select(l => l.EntryId!.Value).ToList();
        var made = await db.Entries.Where(e => ids.Contains(e.Id)).ToListAsync();
        var begun = made.Count(e => EntryLifecycle.Alive.Contains(e.Stage) && EntryLifecycle.Next(e.Stage, EntryMove.Withdraw) is null);
        Refusal.Unless(begun == 0, "promotion.entries-begun", begun);
        foreach (var entry in made.Where(e => EntryLifecycle.Next(e.Stage, EntryMove.Withdraw) is not null))
        {
            entry.Make(EntryMove.Withdraw, place.Me, place.Now, $"晋级名单撤回：{why.Trim()}");
        }

        await db.SaveChangesAsync();
        await desk.FillFreePlaces(place.Event, place.Me);
    });

    /// <summary>Lines that stand and have no entry yet, one by one: what the rules refuse stays with its reason, and the next is tried.</summary>
    private async Task<PromotionEffect> Enter(EntryPlace place, PromotionList list)
    {
        var (id, lines) = (list.Id, list.Lines.Where(l => l is { Stands: true, EntryId: null }).ToList());
        List<(int Line, int? Entry, string Why)> made = [];
        foreach (var line in lines)
        {
            made.Add(list.Round is null ? await entries.Make(place, list, line) : await entries.Keep(line));
        }

        db.ChangeTracker.Clear(); // an entry that was refused leaves nothing behind
        list = await Load(place.Event, id);
        foreach (var (line, entry, why) in made)
        {
            if (entry is { } known)
            {
                list.Entered(line, known, place.Me, place.Now);
            }
            else
            {
                list.NotEntered(line, why, place.Me, place.Now);
            }
        }

        await db.SaveChangesAsync();
        return new PromotionEffect(made.Count(m => m.Entry is not null), made.Count(m => m.Entry is null));
    }

    private async Task<bool> HasBegun(Event of, string round)
    {
        var modules = of.Modules.Where(m => m.Round == round).Select(m => m.Code).ToList();
        return await db.Sessions.AnyAsync(s => s.EventId == of.Id && modules.Contains(s.Module) && s.Stage != SessionStage.Planned);
    }
}
