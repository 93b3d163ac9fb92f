using Competitions.Data;
using Competitions.Data.Honours;
using Competitions.Honours;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours;

/// <summary>What a result did to the register.</summary>
public sealed record AwardingOutcome(int Added, int Ended);

/// <summary>What stands on an honour ends with it: a room registers this, and is called before the change is stored.</summary>
public interface IHonourEnding
{
    Task Ended(Honour honour, string by, string why, DateTime at);
}

/// <summary>Where honours are made and ended, whichever door they come by; a certificate goes with its honour.</summary>
public sealed class HonourDesk(CompetitionsDb db, TimeProvider clock, IEnumerable<IHonourEnding>? rooms = null)
{
    /// <summary>
    /// Brings the register to what the published result says, all or nothing: what no longer stands ends with its reason, what is new is
    /// approved. The same result again changes nothing. Call it in the caller's transaction where there is one.
    /// </summary>
    /// <param name="why">Why what no longer stands ends: 成绩更正 …</param>
    public async Task<AwardingOutcome> Award(AwardingEvent of, IReadOnlyList<AwardedLine> lines, string by, string why)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        await db.Events.Where(e => e.Id == of.EventId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version)); // two at once: the second waits and finds it done
        var held = await db.HeldTitles([.. lines.SelectMany(l => l.Competitors).Select(c => c.Person.WorkerId)], exceptEvent: of.EventId);
        var standing = await db.Honours.Where(h => h.EventId == of.EventId && h.SourceKey != null).ToListAsync();
        var (gone, added) = Awarding.Compare(standing, Awarding.Of(of, lines, (worker, title) => held[worker].Contains(title)));
        foreach (var honour in gone)
        {
            await End(honour, by, why);
        }

        await db.SaveChangesAsync(); // keys are given back before others take them
        db.AddRange(added.Select(h => h.ApprovedWithTheEvent(by, clock.UtcNow())));
        await db.SaveChangesAsync();
        await (own?.CommitAsync() ?? Task.CompletedTask);
        return new AwardingOutcome(added.Count, gone.Count);
    }

    /// <summary>It stands no longer, and its certificate is worth nothing from now on.</summary>
    public async Task End(Honour honour, string by, string why)
    {
        honour.End(by, clock.UtcNow(), why);
        (await db.Certificates.SingleOrDefaultAsync(c => c.LivingOf == honour.Id))?.Withdraw(why, clock.UtcNow());
        foreach (var room in rooms ?? [])
        {
            await room.Ended(honour, by, why, clock.UtcNow());
        }
    }

    /// <summary>Stores a new one. What a worker holds already is refused by its name; two at once, and the constraint decides.</summary>
    /// <exception cref="Refusal">honour.title-held</exception>
    public async Task Add(Honour honour)
    {
        await MustBeFree(honour);
        db.Add(honour);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (honour.TitleKey is not null && db.Honours.Any(h => h.TitleKey == honour.TitleKey))
        {
            throw new Refusal("honour.title-held", honour.HolderName, honour.Name);
        }
    }

    private async Task MustBeFree(Honour honour) =>
        Refusal.Unless(honour.TitleKey is null || !await db.Honours.AnyAsync(h => h.TitleKey == honour.TitleKey), "honour.title-held", honour.HolderName, honour.Name);
}
