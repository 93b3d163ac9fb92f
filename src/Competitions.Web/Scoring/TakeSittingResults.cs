using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring;

/// <summary>
/// Brings the points of a theory sitting into the event's ledger, as a mark of the competitor's work in that module. The
/// mark's id is made with the sitting, so running twice, or on two nodes, appends it once.
/// </summary>
public sealed class TakeSittingResults(CompetitionsDb db, TimeProvider clock) : IJob
{
    public const string Aspect = "sitting";
    public const string Purpose = "module:";
    private const int AtOnce = 100;

    /// <summary>What an occasion says when it is sat for a module.</summary>
    public static string PurposeOf(string eventCode, string module) => $"{Purpose}{eventCode}/{module}";

    /// <summary>The event's and the module's code; null when the occasion is for something else.</summary>
    public static (string Event, string Module)? ModuleOf(string purpose) =>
        purpose.StartsWith(Purpose, StringComparison.Ordinal) && purpose[Purpose.Length..].Split('/') is [var code, var module] ? (code, module) : null;

    public async Task Run(CancellationToken stop)
    {
        var waiting = await (
            from sitting in db.Sittings.AsNoTracking()
            where sitting.Stage == SittingStage.HandedIn && !db.Marks.Any(m => m.Id == sitting.ResultId)
            join occasion in db.Occasions.AsNoTracking() on sitting.OccasionId equals occasion.Id
            where occasion.Purpose.StartsWith(Purpose)
            orderby sitting.HandedInAt
            select new { Sitting = sitting, occasion.Purpose, occasion.PaperId }).Take(AtOnce).ToListAsync(stop);
        foreach (var result in waiting)
        {
            if (ModuleOf(result.Purpose) is var (code, module))
            {
                await Append(result.Sitting, result.PaperId, code, module, stop);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Waits while the event is not running or its sheet is locked: the next run asks again.</summary>
    private async Task Append(Sitting sitting, int paperId, string code, string moduleCode, CancellationToken stop)
    {
        var found = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Code == code, stop);
        var module = found?.Modules.SingleOrDefault(m => m.Code == moduleCode && m.Way is ModuleWay.Sitting);
        var entry = found is null ? null : await db.Entries.AsNoTracking().Where(e => e.EventId == found.Id && EntryLifecycle.Placed.Contains(e.Stage))
            .Where(e => e.Members.Any(m => m.WorkerId == sitting.WorkerId && m.Role == EntryRole.Competitor)).Select(e => (int?)e.Id).FirstOrDefaultAsync(stop);
        if (found is not { Stage: EventStage.Running } || module is null || entry is null)
        {
            return;
        }

        var head = await db.LedgerHeads.SingleOrDefaultAsync(h => h.EventCode == code, stop) ?? Opened(code);
        var total = (await db.Papers.AsNoTracking().SingleAsync(p => p.Id == paperId, stop)).Total;
        var value = Points.Rounded(sitting.Points!.Value.Value * module.FullMark / total.Value, 2).Value;
        try
        {
            var given = new GivenMark(sitting.ResultId, await WorkOf(code, module, entry.Value, stop), Aspect, value, new DateTimeOffset(sitting.HandedInAt!.Value));
            db.Add(head.Append(given, Aspect, new Sheet(moduleCode, sitting.HandedInAt.Value.InChina().Date()), clock.UtcNow()));
            await db.SaveChangesAsync(stop);
        }
        catch (Refusal locked) when (locked.Code == "marks.locked")
        {
            // a correction slip is the way after a lock
        }
        catch (DbUpdateException)
        {
            // another line, or another node with this very result, came first: the next run sees what is there
        }
    }

    private LedgerHead Opened(string code)
    {
        var head = new LedgerHead(code);
        head.Take(marks: true);
        db.Add(head);
        return head;
    }

    private async Task<string> WorkOf(string code, EventModule module, int entry, CancellationToken stop)
    {
        var known = await db.CodeBook.Where(l => l.EventCode == code && l.Module == module.Code && l.EntryId == entry).Select(l => l.Work).SingleOrDefaultAsync(stop);
        if (known is not null)
        {
            return known;
        }

        var (work, line) = CodeBookLine.For(code, module.Code, entry, module.Layers, Work.CodeFrom(RandomNumberGenerator.GetBytes(Work.CodeLength)), clock.UtcNow());
        db.AddRange(work, line);
        return work.Code;
    }
}
