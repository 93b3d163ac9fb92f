using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Results;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Results of the demo: added up by the score clerk, confirmed by the chief judge, published by the officer; one is corrected.</summary>
internal sealed class DemoResults(CompetitionsDb db)
{
    private const string Clerk = "demo-clerk";
    private const string Chief = "demo-chief";

    public async Task Tell(Event of, DateTime at, bool publish, bool correct)
    {
        foreach (var group in of.Groups)
        {
            var result = await Computed(of, group.Code, 1, at, publish);
            if (publish && correct)
            {
                await Mend(of, result, at.AddHours(1));
                await Computed(of, group.Code, 2, at.AddHours(2), publish, result);
            }
        }
    }

    private async Task<Result> Computed(Event of, string group, int number, DateTime at, bool publish, Result? corrects = null)
    {
        var round = of.Rounds.MaxBy(r => r.Order)!.Code;
        var read = await db.BasisOf(of, round, group, []);
        var result = new Result(of, round, group, number, corrects, corrects is null ? "" : "实操成绩复核时发现一处录入差错，见更正单 G-01。");
        result.Compute(read.Basis, read.Sum(), Clerk, at);
        db.Add(result);
        if (publish)
        {
            result.Confirm(Chief, at.AddMinutes(25), result.Seal);
            result.Publish(of, DemoContests.Officer, at.AddMinutes(50), result.Seal, corrects);
        }

        await db.SaveChangesAsync();
        return result;
    }

    /// <summary>A slip: a judge's mark of the fourth place is another one.</summary>
    private async Task Mend(Event of, Result result, DateTime at)
    {
        var entry = result.Lines.First(l => l.Rank >= 4).EntryId;
        var module = of.Modules.Last(m => m.Way is ModuleWay.Panel).Code;
        var work = await db.CodeBook.Where(l => l.EventCode == of.Code && l.Module == module && l.EntryId == entry).Select(l => l.Work).SingleAsync();
        var (head, judge) = (await db.LedgerHeads.SingleAsync(h => h.EventCode == of.Code), DemoAccounts.Judges.First().Account);
        head.Take(marks: true);
        foreach (var account in DemoAccounts.Judges.Select(j => j.Account))
        {
            db.Add(head.Append(new GivenMark(Guid.NewGuid(), work, MarkItem.Panel, account == judge ? 86 : 85, at, Slip: "G-01"), account, new Sheet(module, at.InChina().Date()), at));
        }

        head.Take(marks: false);
        await db.SaveChangesAsync();
    }
}
