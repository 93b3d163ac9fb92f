using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>What the judges of the demo gave, line by line through the ledger's head, and what of it the public may see.</summary>
internal sealed class DemoMarks(CompetitionsDb db)
{
    /// <summary>One panel for each module that is not sat: all scoring judges of the demo, or the floor judge where process sheets are kept.</summary>
    public async Task Seat(Event of)
    {
        foreach (var module in of.Modules.Where(m => m.Way is not ModuleWay.Sitting))
        {
            var panel = new Panel(of, module.Code, $"{module.Name}裁判组", []);
            foreach (var judge in module.Way is ModuleWay.ProcessSheet ? DemoAccounts.OnFloor : DemoAccounts.Judges)
            {
                panel.Seat(judge.Account, judge.Name, judge.Leads);
            }

            db.Add(panel);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Works of these entries between two times; of an event that goes on a third is done, a third half done, a third untouched.</summary>
    /// <param name="drawn">Works whose code books are sealed.</param>
    public async Task Give(Event of, IReadOnlyList<int> entries, IReadOnlyDictionary<(int Entry, string Module), string> drawn, DateTime from, DateTime to, bool going)
    {
        var plan = await db.PlanOf(of, of.Rounds[0].Code);
        var works = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code && entries.Contains(l.EntryId)).ToDictionaryAsync(l => (l.EntryId, l.Module), l => l.Work);
        drawn.ToList().ForEach(d => works.Add(d.Key, d.Value));
        var sheets = entries.Index().Where(e => !going || e.Index % 3 < 2)
            .SelectMany(e => of.Modules.Where(m => m.Way is not ModuleWay.Sitting).Select(m => new InventedSheet(works[(e.Item, m.Code)], m.Code, of.Code, e.Index))).ToList();
        var given = sheets.SelectMany(s => s.Marks(plan, half: going && s.Place % 3 == 1, disputed: going && s.Place == 0)).ToList();
        var head = await db.LedgerHeads.SingleAsync(h => h.EventCode == of.Code);
        var lines = given.Select((mark, i) => At(from + (to - from) * i / given.Count) is var at
            ? head.Append(new GivenMark(mark.Id, mark.Work, mark.Item, mark.Value, at), mark.Judge, new Sheet(mark.Module, at.InChina().Date()), at) : throw new InvalidOperationException()).ToList();
        await db.SaveChangesAsync();
        await db.AppendMarks(lines);
    }

    /// <summary>All modules are shown; of what is being checked the public sees the board as it stood before the last tenth.</summary>
    public async Task Show(Event of)
    {
        var release = new BoardRelease(of.Code, of.Rounds[0].Code);
        of.Modules.Select(m => m.Code).ToList().ForEach(release.Release);
        if (of.Stage is EventStage.Checking)
        {
            release.Freeze(await db.Marks.Where(m => m.EventCode == of.Code).MaxAsync(m => m.Sequence) * 9 / 10);
        }

        db.Add(release);
        await db.SaveChangesAsync();
    }

    private static DateTime At(DateTime exact) => new(exact.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
}
