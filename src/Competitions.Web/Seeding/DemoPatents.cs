using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.Web.Shell;

namespace Competitions.Web.Seeding;

/// <summary>Patents of the demo's enterprises at every stage, with fees paid until last year and one that was rewarded. Their serial numbers are beyond those that the office gave.</summary>
internal sealed class DemoPatents(CompetitionsDb db, DemoPeople people, DateTime now)
{
    private const string Keeper = "demo-enterprise";

    public async Task Load()
    {
        var (preset, today) = (await db.NewestPatentRewardPreset(), now.InChina().Date());
        foreach (var line in SeedFiles.Lines("demo/patents.csv"))
        {
            var (unit, applied, on, kind) = (people.Organisations[line["unit"]], SeedFiles.Day(line["applied"]), SeedFiles.Day(line["on"]), Enum.Parse<PatentKind>(line["kind"]));
            var inventors = line["inventors"].Split(' ').Zip(line["frontline"].Split(' '), (who, front) => (Worker: people.Employed[line["unit"]][SeedFiles.Number(who)], Front: front == "1"))
                .Select((i, n) => new Inventor(n + 1, i.Worker.Id, i.Worker.Name, i.Front)).ToList();
            var patent = new Patent(new PatentUnit(unit.Id, unit.Name, line["owner"]), kind, line["title"], PatentNumber.Read(line["number"], kind), applied, inventors, Keeper, today, now);
            Move(patent, Enum.Parse<PatentStage>(line["until"]), on, today);
            while (patent.FeeDueOn is { } due && due < today.AddDays(-20))
            {
                patent.Pay(due.AddDays(-5) > patent.GrantedOn ? due.AddDays(-5) : due, Keeper, today, now);
            }

            if (line["unit"] == "E016")
            {
                patent.Give(preset, null, "demo-district", new DateOnly(2019, 10, 15), now);
            }

            db.Add(patent);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>An invention half a year a step, the others at once.</summary>
    private static void Move(Patent patent, PatentStage until, DateOnly on, DateOnly today)
    {
        var steps = patent.Kind is PatentKind.Invention ? (PatentMove[])[PatentMove.Publish, PatentMove.Examine, PatentMove.Grant] : until is PatentStage.Lapsed ? [PatentMove.Grant, PatentMove.Lapse] : [PatentMove.Grant];
        foreach (var (n, step) in steps.Index())
        {
            if (patent.Stage == until)
            {
                return;
            }

            var last = PatentLifecycle.Next(patent.Stage, step) == until;
            var number = $"CN{patent.ApplicationNumber[4..12]}{(step is PatentMove.Publish ? "A" : patent.Kind is PatentKind.Invention ? "B" : "U")}";
            patent.Make(step, last ? on : patent.AppliedOn.AddMonths(6 * (n + 1)), number, Keeper, today, today.StartInChina(), step is PatentMove.Lapse ? "未按期缴纳年费" : "");
        }
    }
}
