using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries;

/// <summary>
/// The desk at which entries are taken, passed on and let go, whichever door they come by: a page, the worker himself, a workbook.
/// Whatever counts places or other entries runs in the queue of its contest.
/// </summary>
public sealed class EntryDesk(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    /// <exception cref="Missing">No such event, or it is still a draft of others.</exception>
    public async Task<EntryPlace> At(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var (contest, ownerPath) = await Held(of);
        var vetted = await duties.Paths(Policies.Enter);
        var entered = (await duties.Events(Policies.Enter)).Contains(of.Id) ? [.. vetted, .. await PathsLed(of)] : vetted;
        var organises = (await duties.Paths(Policies.Organise)).Reach(ownerPath) || (await duties.Events(Policies.Organise)).Contains(of.Id);
        if (of.Stage is EventStage.Draft && !organises)
        {
            throw new Missing();
        }

        return new EntryPlace(of, contest, duties.Account!, clock.UtcNow(), clock.Today(), organises, entered, vetted, await duties.Paths(DutyKind.TownOfficer));
    }

    private async Task<(Contest Contest, string OwnerPath)> Held(Event of)
    {
        var held = await db.Contests.AsNoTracking().AsSingleQuery().Where(c => c.Id == of.ContestId).Select(c => new { Contest = c, Path = db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Path).First() }).SingleAsync();
        return (held.Contest, held.Path);
    }

    /// <summary>A team leader's units in the event: his own, and those whose entries name him as their leader.</summary>
    private async Task<List<string>> PathsLed(Event of)
    {
        var (today, worker) = (clock.Today(), await db.Users.Where(u => u.Id == duties.Account).Select(u => u.WorkerId).SingleOrDefaultAsync());
        return worker is null ? [] : await db.Organisations.Where(o =>
            db.Workers.Any(w => w.Id == worker && w.Memberships.Any(m => m.OrganisationId == o.Id && m.From <= today && (m.To == null || m.To >= today)))
            || db.Entries.Any(e => e.EventId == of.Id && e.UnitId == o.Id && e.Members.Any(m => m.WorkerId == worker && m.Role == EntryRole.Leader)))
            .Select(o => o.Path).ToListAsync();
    }

    /// <summary>The organiser sees every entry but others' drafts, everybody else those of his units.</summary>
    public IQueryable<Entry> Visible(EntryPlace place)
    {
        var units = db.Organisations.Within(place.Paths, o => o.Path).Select(o => o.Id);
        return place.IsOrganiser
            ? db.Entries.Where(e => e.EventId == place.Event.Id && (e.Stage != EntryStage.Draft || units.Contains(e.UnitId)))
            : db.Entries.Where(e => e.EventId == place.Event.Id && units.Contains(e.UnitId));
    }

    public async Task<Entry> Load(EntryPlace place, int id) => Missing.Unless(await Visible(place).SingleOrDefaultAsync(e => e.Id == id));

    public Task<string> PathOf(int unitId) => db.Organisations.Where(o => o.Id == unitId).Select(o => o.Path).SingleAsync();

    /// <summary>One writer of a contest's entries at a time: what is counted inside holds.</summary>
    public async Task<T> InQueue<T>(int contestId, Func<Task<T>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Queue(contestId);
        var done = await act();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return done;
    }

    public Task InQueue(int contestId, Func<Task> act) => InQueue<object?>(contestId, async () =>
    {
        await act();
        return null;
    });

    /// <summary>Handed in by its unit it has the unit's word already; without a town above the unit that step falls away.</summary>
    public async Task Submit(Entry entry, EventGroup group, EntryRules rules, string by, bool byUnit)
    {
        entry.Submit(group, by, clock.UtcNow());
        if (byUnit)
        {
            await PassUnit(entry, rules, by, "单位报送");
        }
    }

    public async Task PassUnit(Entry entry, EntryRules rules, string by, string why)
    {
        entry.Make(EntryMove.PassUnit, by, clock.UtcNow(), why);
        if (!rules.TownVets || !await db.TownsAbove(entry.UnitId).AnyAsync())
        {
            entry.Make(EntryMove.PassTown, by, clock.UtcNow(), "无须镇街审核");
        }
    }

    /// <summary>One step on for an entry; call it in the queue. Without a free place it joins the waiting list.</summary>
    public async Task Pass(Entry entry, Event of, string by, string why)
    {
        var now = clock.UtcNow();
        switch (Vetting.Passing(entry.Stage))
        {
            case EntryMove.PassUnit:
                await PassUnit(entry, of.Rules.Entry, by, why);
                break;
            case EntryMove.Accept when await db.FreePlaces(of, but: entry.Id) > 0:
                entry.Accept(await db.NextAdmissionNumber(of.Id), by, now, why);
                break;
            case EntryMove.Accept when entry.Stage is EntryStage.TownVetted:
                entry.PutOnWaitingList(by, now);
                break;
            case EntryMove.Accept:
                throw new Refusal("entry.no-free-place", of.Capacity);
            default:
                entry.Make(EntryMove.PassTown, by, now, why);
                break;
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A reviewer's act on one entry; call it in the queue, after it is known to be his.</summary>
    public async Task Decide(Entry entry, Event of, VettingAct act, string by, string why)
    {
        switch (act)
        {
            case VettingAct.Pass:
                await Pass(entry, of, by, why);
                break;
            case VettingAct.Return:
                entry.Make(EntryMove.Return, by, clock.UtcNow(), why);
                break;
            case VettingAct.Refuse:
                entry.Make(EntryMove.Refuse, by, clock.UtcNow(), why);
                await LeavePromotion(entry, by, why);
                break;
            default:
                entry.PutOnWaitingList(by, clock.UtcNow());
                break;
        }
    }

    /// <summary>Lets an entry go and gives its place, if it had one, to the first on the waiting list; call it in the queue.</summary>
    public async Task Withdraw(Entry entry, Event of, string by, string why)
    {
        Refusal.Unless(of.Stage is EventStage.Registration or EventStage.Vetting or EventStage.Ready or EventStage.Postponed, "entry.not-yet-withdrawable");
        entry.Make(EntryMove.Withdraw, by, clock.UtcNow(), why);
        await db.SaveChangesAsync();
        if (!await LeavePromotion(entry, by, why))
        {
            await FillFreePlaces(of, by);
        }
    }

    /// <summary>Who came by a promotion list gives his place on it up.</summary>
    /// <returns>True when the list's reserve waits for the place.</returns>
    private async Task<bool> LeavePromotion(Entry entry, string by, string why)
    {
        var lists = await db.PromotionLists.Where(l => l.Stage == PromotionStage.Published && l.Lines.Any(x => x.EntryId == entry.Id && !x.IsGone)).ToListAsync();
        foreach (var list in lists)
        {
            list.GiveUp(list.Lines.First(l => l.EntryId == entry.Id && l.Stands).Id, by, clock.UtcNow(), why);
        }

        await db.SaveChangesAsync();
        return lists.Exists(l => l.Round is null && l.NextReserves.Count > 0);
    }

    /// <summary>The first of the waiting list moves up into each place that is free; call it in the queue.</summary>
    public async Task<int> FillFreePlaces(Event of, string by)
    {
        var free = await db.FreePlaces(of);
        var next = free <= 0 ? [] : await db.Entries.Where(e => e.EventId == of.Id && e.Stage == EntryStage.Waiting)
            .OrderBy(e => e.WaitingSince).ThenBy(e => e.Id).Take(free).ToListAsync();
        foreach (var entry in Vetting.InTurn(next))
        {
            entry.Accept(await db.NextAdmissionNumber(of.Id), by, clock.UtcNow(), "名额空出，按候补次序递补");
            await db.SaveChangesAsync();
        }

        return next.Count;
    }

    /// <summary>The event does not take place: all that have not begun are let go, and their workers may enter another one.</summary>
    public async Task<int> Release(Event of, string by, string why)
    {
        var entries = await db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Alive.Contains(e.Stage)).ToListAsync();
        var released = entries.Where(e => EntryLifecycle.Next(e.Stage, EntryMove.Release) is not null).ToList();
        released.ForEach(e => e.Make(EntryMove.Release, by, clock.UtcNow(), why));
        return released.Count;
    }
}
