using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Schemes;
using Competitions.Schemes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Schemes;

/// <summary>An event with what it is marked by.</summary>
/// <param name="Newest">Null where it has none yet.</param>
/// <param name="Edits">Whether the caller may change it.</param>
public sealed record SchemePlace(Event Event, MarkingScheme? Newest, bool Edits)
{
    public IReadOnlyList<EventModule> Modules => [.. Event.Modules.Where(m => m.Way is ModuleWay.Aspects)];

    public bool CanEdit => Edits && !Event.IsMarked && Modules.Count > 0;

    public bool NeedsReason => Newest is { IsLocked: true };

    public string Address => $"/events/{Event.Code}/scheme";

    public string NameOf(string module) => Event.Modules.FirstOrDefault(m => m.Code == module)?.Name ?? module;

    /// <summary>What a writer says that he has seen.</summary>
    public string Basis => $"{Newest?.Number ?? 0}.{Newest?.Version ?? 0}";

    /// <exception cref="Refusal">scheme.marked, scheme.no-aspect-modules</exception>
    public void MustBeOpen()
    {
        Refusal.Unless(!Event.IsMarked, "scheme.marked");
        Refusal.Unless(Modules.Count > 0, "scheme.no-aspect-modules");
    }

    /// <summary>Where a criterion was marked until now: by its name, else by its letter; with one module there is no choice.</summary>
    public string? ModuleOf(Criterion criterion) =>
        Modules.Count == 1 ? Modules[0].Code
        : Newest is null ? null
        : (Newest.Content.Criteria.FirstOrDefault(c => c.Name == criterion.Name) ?? Newest.Content.Criteria.FirstOrDefault(c => c.Code == criterion.Code)) is { } known
            && Newest.Modules.TryGetValue(known.Code, out var module) && Modules.Any(m => m.Code == module) ? module : null;
}

/// <summary>The desk at which an event's scheme is written, whichever door it comes by: the editor or a workbook.</summary>
public sealed class SchemeDesk(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    public async Task<SchemePlace> At(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var owner = await (from c in db.Contests where c.Id == of.ContestId join o in db.Organisations on c.OrganisationId equals o.Id select o.Path).SingleAsync();
        var edits = (await duties.Events(Policies.EditScheme)).Contains(of.Id) || (await duties.Paths(Policies.EditScheme)).Reach(owner);
        return new SchemePlace(of, await db.MarkingSchemes.Newest(of.Id), edits);
    }

    /// <param name="basis">What the writer saw: <see cref="SchemePlace.Basis"/>.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else wrote since, or marking started.</exception>
    public async Task<MarkingScheme> Write(SchemePlace place, WrittenScheme written, string? basis, string by, string why)
    {
        place.MustBeOpen();
        var (of, newest, now) = (place.Event, place.Newest, clock.UtcNow());
        if (basis != place.Basis)
        {
            throw new DbUpdateConcurrencyException();
        }

        var made = newest is null ? MarkingScheme.First(of.Id, written, of.AspectModules, by, now) : newest.Write(written, of.AspectModules, by, now, why);
        if (made.Id == 0)
        {
            db.Add(made);
        }

        if (of.HasStarted)
        {
            made.Lock(by, now);
        }

        await Save(of.Id, made.Number);
        return made;
    }

    private async Task Save(int eventId, int number)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException problem) when (problem is not DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await db.MarkingSchemes.AnyAsync(s => s.EventId == eventId && s.Number == number))
            {
                throw new DbUpdateConcurrencyException("Another one made this version.", problem);
            }

            throw;
        }
    }
}
