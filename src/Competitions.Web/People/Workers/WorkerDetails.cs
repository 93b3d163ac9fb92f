using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers;

/// <summary>One worker as the page shows him; <see cref="Opened"/> is a number that was asked for with a reason, for this answer only.</summary>
public sealed record WorkerDetails(Worker Worker, WorkerRow Row, string Occupation, string Level, int LevelOrder, int Levels, int Age, Dossier Dossier)
{
    public string? OpenedWhat { get; init; }
    public string? Opened { get; init; }

    public bool HasAccount { get; init; }

    /// <summary>Whether the reader may change him, and see his numbers in full.</summary>
    public bool Manages { get; init; }

    /// <summary>Whether the reader grants honours to him.</summary>
    public bool Grants { get; init; }

    /// <summary>He looks at himself.</summary>
    public bool IsMine { get; init; }

    /// <summary>The section that is shown alone, <c>changes</c> for the 变更记录; null for the 总览.</summary>
    public string? Tab { get; init; }

    public IReadOnlyList<DossierChange> Changes { get; init; } = [];

    public string Here => IsMine ? "/my/dossier" : $"/workers/{Worker.Id}";
}

/// <summary>Puts the page of a worker together.</summary>
public sealed class WorkerPages(CompetitionsDb db, Register register, DossierDesk dossiers, MyDuties duties, TimeProvider clock)
{
    public const string Changes = "changes";

    /// <exception cref="Missing">He is no longer in the register.</exception>
    public async Task<WorkerDetails> Mine(int id, string? tab = null) => await Of(Missing.Unless(await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id)), tab, mine: true);

    /// <param name="tab">As the address says; what is no section shows the 总览.</param>
    public async Task<WorkerDetails> Of(Worker worker, string? tab = null, bool mine = false)
    {
        var today = clock.Today();
        var levels = await db.SkillLevels.AsNoTracking().OrderBy(l => l.Order).ToListAsync();
        var occupation = await db.Occupations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == worker.OccupationCode);
        var age = today.Year - worker.BornOn.Year - (worker.BornOn.AddYears(today.Year - worker.BornOn.Year) > today ? 1 : 0);
        var dossier = await dossiers.Of(worker);
        return new WorkerDetails(
            worker, register.Row(worker, today), occupation?.Name ?? "—", levels.FirstOrDefault(l => l.Code == worker.SkillLevelCode)?.Name ?? "未定级",
            levels.FindIndex(l => l.Code == worker.SkillLevelCode) + 1, levels.Count, age, dossier)
        {
            HasAccount = mine || await db.Users.AnyAsync(u => u.WorkerId == worker.Id),
            Manages = !mine && await (await register.Workers(Policies.ManagePeople)).AnyAsync(w => w.Id == worker.Id),
            Grants = !mine && (await duties.Paths(Policies.GrantHonours)).Count > 0,
            IsMine = mine,
            Tab = tab == Changes || dossier.Sections.Any(s => s.Key == tab) ? tab : null,
            Changes = tab == Changes ? await dossiers.Changes(worker.Id) : [],
        };
    }
}
