using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers;

/// <summary>One worker as the page shows him; <see cref="Opened"/> is a number that was asked for with a reason, for this answer only.</summary>
public sealed record WorkerDetails(
    Worker Worker, WorkerRow Row, string Occupation, string Level, int LevelOrder, int Levels, int Age, IReadOnlyList<Consent> Consents, bool HasAccount)
{
    public string? OpenedWhat { get; init; }
    public string? Opened { get; init; }

    /// <summary>Whether the reader may change him, and see his numbers in full.</summary>
    public bool Manages { get; init; }

    public static async Task<WorkerDetails> Of(Worker worker, Register register, CompetitionsDb db, TimeProvider clock)
    {
        var today = clock.Today();
        var levels = await db.SkillLevels.AsNoTracking().OrderBy(l => l.Order).ToListAsync();
        var occupation = await db.Occupations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == worker.OccupationCode);
        var age = today.Year - worker.BornOn.Year - (worker.BornOn.AddYears(today.Year - worker.BornOn.Year) > today ? 1 : 0);
        return new WorkerDetails(
            worker, register.Row(worker, today), occupation?.Name ?? "—", levels.FirstOrDefault(l => l.Code == worker.SkillLevelCode)?.Name ?? "未定级",
            levels.FindIndex(l => l.Code == worker.SkillLevelCode) + 1, levels.Count, age,
            await db.Consents.AsNoTracking().Where(c => c.WorkerId == worker.Id).OrderByDescending(c => c.At).ToListAsync(),
            await db.Users.AnyAsync(u => u.WorkerId == worker.Id))
        {
            Manages = await (await register.Workers(Policies.ManagePeople)).AnyAsync(w => w.Id == worker.Id),
        };
    }
}
