using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.Web.Programmes.Moves;
using Competitions.Web.Programmes.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>
/// A believable district and its year, made by the moves that people make. Everybody in it is invented; dates hang on the day
/// of seeding. All of it or nothing.
/// </summary>
public sealed class DemoSeed(CompetitionsDb db, FieldCipher cipher, IPasswordHasher<Account> hasher, UploadStore store, CallNotices notices, CallNaming naming, TimeProvider clock)
{
    /// <summary>The organisation whose code says that the demo is here.</summary>
    public const string Mark = "hz";

    /// <returns>False when it was there already.</returns>
    /// <exception cref="Refusal">seed.not-empty</exception>
    public async Task<bool> Load()
    {
        if (await db.Organisations.AnyAsync(o => o.Code == Mark))
        {
            return false;
        }

        Refusal.Unless(!await db.Organisations.AnyAsync(), "seed.not-empty", "demo");
        await using var all = await db.Database.BeginTransactionAsync();
        var people = new DemoPeople(db, cipher, clock.Today());
        await people.Load();
        var accounts = new DemoAccounts(db, hasher, clock.Today());
        await accounts.Open(people);
        db.ChangeTracker.Clear(); // three thousand workers need not be looked through at each save that follows
        var contests = new DemoContests(db, people, cipher, clock.UtcNow());
        await contests.Load();
        await accounts.Appoint(contests.Events.Values.Where(e => e.Stage is EventStage.Running or EventStage.Suspended or EventStage.Checking or EventStage.Opened || e.Rules.Judges.TrainingNeeded));
        await new DemoJudges(db, clock.UtcNow()).Bring(contests.Events.Values.Where(e => e.Rules.Judges.TrainingNeeded));
        await new DemoProposals(db, people, clock.UtcNow()).Load();
        await new DemoProgrammes(db, people, store, notices, naming, clock.UtcNow()).Load();
        await new DemoStudios(db, people, store, clock.UtcNow()).Load();
        await new DemoCraftsmen(db, people, clock.UtcNow()).Load();
        await new DemoPatents(db, people, clock.UtcNow()).Load();
        await new DemoInnovations(db, people, store, clock.UtcNow()).Load();
        await new DemoProjects(db, people, store, clock.UtcNow()).Load();
        await new DemoBatches(db, clock.UtcNow()).Load();
        await all.CommitAsync();
        return true;
    }
}
