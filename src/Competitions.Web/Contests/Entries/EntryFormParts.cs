using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries;

/// <summary>A worker as he is offered for an entry.</summary>
public sealed record WorkerChoice
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Where he is a member today.</summary>
    public required int UnitId { get; init; }

    public required string UnitName { get; init; }

    public string? LevelName { get; init; }

    /// <summary>An event of the contest that he is entered in already.</summary>
    public string? OtherEvent { get; init; }
}

/// <summary>What the form shows beside what is typed in it.</summary>
public sealed record EntryFormPage(EntryPlace Place, IReadOnlyDictionary<int, WorkerChoice> People, IReadOnlyList<WorkerChoice> Found);

/// <summary>Reads and writes the form of an entry; only workers within the caller's scope are found or taken.</summary>
public sealed class EntryFormParts(CompetitionsDb db, EntryDesk desk)
{
    private const int Shown = 10;

    public async Task<EntryFormPage> For(string code, EntryForm form)
    {
        var place = await desk.At(code);
        var picked = form.Members.Select(m => m.WorkerId).ToList();
        var people = await Choices(place).Where(w => picked.Contains(w.Id)).ToDictionaryAsync(w => w.Id);
        var found = string.IsNullOrWhiteSpace(form.Search) ? [] : await Choices(place).Where(w => w.Name.Contains(form.Search.Trim())).OrderBy(w => w.Name).ThenBy(w => w.Id).Take(Shown).ToListAsync();
        return new EntryFormPage(place, people, found);
    }

    /// <summary>The people of the form, each within the caller's scope.</summary>
    /// <exception cref="Refusal">entry.not-your-worker, entry.no-competitor</exception>
    public async Task<IReadOnlyDictionary<int, WorkerChoice>> People(EntryPlace place, EntryForm form)
    {
        var picked = form.Members.Select(m => m.WorkerId).Distinct().ToList();
        var people = await Choices(place).Where(w => picked.Contains(w.Id)).ToDictionaryAsync(w => w.Id);
        Refusal.Unless(people.Count == picked.Count, "entry.not-your-worker");
        Refusal.Unless(form.Members.Any(m => m.Role is EntryRole.Competitor), "entry.no-competitor");
        return people;
    }

    /// <summary>Writes the form into the entry: who is no longer in it leaves, who is new joins.</summary>
    public static void Fill(Entry entry, EntryForm form, IReadOnlyDictionary<int, WorkerChoice> people, DateTime now)
    {
        foreach (var gone in entry.Members.Where(m => !form.Members.Exists(f => f.WorkerId == m.WorkerId && f.Role == m.Role)).ToList())
        {
            entry.Without(gone.WorkerId, gone.Role);
        }

        foreach (var member in form.Members.Where(f => entry.Members.All(m => m.WorkerId != f.WorkerId || m.Role != f.Role)))
        {
            entry.With(member.WorkerId, people[member.WorkerId].Name, member.Role);
        }

        entry.Stated(form.TeamName, form.CleanRecord).Declared(form.DeclaredTitles);
        foreach (var signed in form.Members.Where(m => m.HasPaper && m.Role is EntryRole.Competitor && entry.Consents.All(c => c.WorkerId != m.WorkerId || c.TextVersion != ConsentTexts.Version)))
        {
            foreach (var kind in Enum.GetValues<ConsentKind>())
            {
                entry.Consent(signed.WorkerId, kind, ConsentTexts.Version, now, himself: false);
            }
        }
    }

    public IQueryable<WorkerChoice> Choices(EntryPlace place) =>
        from worker in db.Workers
        from membership in worker.Memberships
        where membership.From <= place.Today && (membership.To == null || membership.To >= place.Today)
        join unit in db.Organisations.Within(place.Paths, o => o.Path) on membership.OrganisationId equals unit.Id
        select new WorkerChoice
        {
            Id = worker.Id, Name = worker.Name, UnitId = unit.Id, UnitName = unit.Name,
            LevelName = db.SkillLevels.Where(l => l.Code == worker.SkillLevelCode).Select(l => l.Name).FirstOrDefault(),
            OtherEvent = db.Entries.Where(e => e.ContestId == place.Contest.Id && EntryLifecycle.Alive.Contains(e.Stage) && e.Members.Any(m => m.WorkerId == worker.Id && m.Role == EntryRole.Competitor))
                .Select(e => db.Events.Where(x => x.Id == e.EventId).Select(x => x.Title).First()).FirstOrDefault(),
        };
}
