using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Results;
using Competitions.Results;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>An event of the demo in the middle of its re-check: sheets confirmed by the clerk and locked by the chief judge, half of what was drawn looked through.</summary>
internal sealed class DemoRechecks(CompetitionsDb db)
{
    private const string Clerk = "demo-clerk";
    private const string Chief = "demo-chief";
    private const string Supervisor = "demo-supervisor";

    public async Task Check(Event of, DateTime at)
    {
        var names = await db.Users.Where(u => u.Id == Clerk || u.Id == Chief || u.Id == Supervisor).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        await Lock(of, names, at);
        var read = await db.ReadSheets(of, Day);
        foreach (var module in of.Modules.Where(m => m.Way is not ModuleWay.Sitting))
        {
            var field = RecheckQueries.Field(read, module.Code);
            var recheck = new Recheck(of, field, 1, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Lots.SeedBytes)), Supervisor, at.AddMinutes(30));
            recheck.Pass([.. recheck.Items.Take(recheck.Items.Count / 2).Select(i => i.Work)], field, new Signer(Supervisor, names[Supervisor], names[Supervisor]), at.AddMinutes(50));
            db.Add(recheck);
        }

        await db.SaveChangesAsync();
    }

    private async Task Lock(Event of, Dictionary<string, string> names, DateTime at)
    {
        var head = await db.LedgerHeads.SingleAsync(h => h.EventCode == of.Code);
        foreach (var sheet in (await db.ReadSheets(of, Day)).Sheets)
        {
            var confirmed = SheetConfirmation.Confirm(sheet, new Signer(Clerk, names[Clerk], names[Clerk]), sheet.Sequence, [], at);
            db.Add(confirmed);
            db.Add(SheetLock.Lock(sheet, [confirmed], Chief, names[Chief], at.AddMinutes(12)));
            head.Take(sheet.Sheet, marks: false);
        }

        await db.SaveChangesAsync();
    }

    private static DateOnly Day(DateTime at) => at.InChina().Date();
}
