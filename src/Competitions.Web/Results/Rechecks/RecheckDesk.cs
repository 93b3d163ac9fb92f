using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Results;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Rechecks;

/// <summary>Where re-checks are drawn, signed and finished. All of it runs in the queue of the contest, as correction slips do: neither overtakes the other.</summary>
public sealed class RecheckDesk(CompetitionsDb db, EntryDesk entries, MyDuties duties, TimeProvider clock)
{
    public string Me => duties.Account!;

    public async Task<Event> Event(string code) => Missing.Unless(await db.Events.AsNoTracking().WithCode(code));

    public async Task<Recheck> Load(Event of, int id) => Missing.Unless(await db.Rechecks.SingleOrDefaultAsync(r => r.Id == id && r.EventId == of.Id));

    public Task<RecheckField> Field(Event of, string module) => db.FieldOf(of, module, DayOf);

    public static DateOnly DayOf(DateTime at) => at.InChina().Date();

    /// <summary>Top and sample, from a seed of the system's own.</summary>
    /// <exception cref="Refusal">recheck.one-live, and those of <see cref="Recheck"/></exception>
    public Task<Recheck> Start(string code, string module) => InQueue(code, async of =>
    {
        Refusal.Unless(!of.IsMarked, "recheck.codes-open");
        var known = await db.Rechecks.AsNoTracking().IgnoreAutoIncludes().Where(r => r.EventId == of.Id && r.Module == module).Select(r => new { r.Number, r.Stage }).ToListAsync();
        Refusal.Unless(known.TrueForAll(r => r.Stage is RecheckStage.Discarded), "recheck.one-live");
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Lots.SeedBytes));
        var recheck = new Recheck(of, await Field(of, module), known.Select(r => r.Number).DefaultIfEmpty().Max() + 1, seed, Me, clock.UtcNow());
        db.Add(recheck);
        return recheck;
    });

    /// <exception cref="Refusal">Those of <see cref="Recheck.Pass"/></exception>
    public Task<Recheck> Pass(string code, int id, int version, IReadOnlyCollection<string> works, string typed) =>
        Sign(code, id, version, typed, (recheck, now, by) => recheck.Pass(works, now, by, clock.UtcNow()));

    /// <exception cref="Refusal">Those of <see cref="Recheck.Fault"/></exception>
    public Task<Recheck> Fault(string code, int id, int version, string work, decimal right, string why, string typed) =>
        Sign(code, id, version, typed, (recheck, now, by) => recheck.Fault(work, new Points(right), why, now, by, clock.UtcNow()));

    /// <exception cref="Refusal">Those of <see cref="Recheck.Finish"/></exception>
    public Task<Recheck> Finish(string code, int id, int version, string typed) =>
        Sign(code, id, version, typed, (recheck, now, by) => recheck.Finish(now, by, clock.UtcNow()));

    /// <summary>Whether a finding asks for a correction of that work.</summary>
    public async Task<bool> Asks(Event of, int id, string work)
    {
        var recheck = await db.Rechecks.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EventId == of.Id && r.Stage == RecheckStage.Checking);
        return recheck?.Items.FirstOrDefault(i => i.Work == work) is { } item && recheck.Last(work)?.IsWrong == true && recheck.StateOf(item, await Field(of, recheck.Module)) is RecheckState.Wrong or RecheckState.Again;
    }

    /// <summary>A slip that is in force: until the codes are open the re-check goes with it. Call it in the queue, after the line is stored.</summary>
    public async Task Follow(Event of, CorrectionSlip slip, string by, DateTime at)
    {
        if (!of.IsMarked && await db.Rechecks.Live(of).SingleOrDefaultAsync(r => r.Module == slip.Module) is { } live)
        {
            live.Follow(await Field(of, slip.Module), slip.Code, by, at);
        }
    }

    private Task<Recheck> Sign(string code, int id, int version, string typed, Action<Recheck, RecheckField, Signer> act) => InQueue(code, async of =>
    {
        Refusal.Unless(!of.IsMarked, "recheck.codes-open");
        var recheck = await Load(of, id);
        db.Entry(recheck).Property(r => r.Version).OriginalValue = version;
        var name = await db.Users.Where(u => u.Id == Me).Select(u => u.DisplayName).SingleAsync();
        act(recheck, await Field(of, recheck.Module), new Signer(Me, name, typed));
        return recheck;
    });

    private async Task<Recheck> InQueue(string code, Func<Event, Task<Recheck>> act)
    {
        var contest = (await Event(code)).ContestId;
        return await entries.InQueue(contest, async () => await act(await db.Events.AsNoTracking().SingleAsync(e => e.Code == code)));
    }
}
