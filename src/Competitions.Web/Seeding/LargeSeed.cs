using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>A district of 200,000 invented workers in 8 towns and 2,000 enterprises, for load work.</summary>
public sealed class LargeSeed(IServiceScopeFactory scopes, FieldCipher cipher, TimeProvider clock)
{
    public const int Workers = 200_000;
    public const string Mark = "BIG";

    private const int Towns = 8;
    private const int Enterprises = 2000;
    private const int Batch = 5000;

    /// <param name="workers">Fewer in tests.</param>
    /// <returns>False when it was there already.</returns>
    /// <exception cref="Refusal">seed.not-empty</exception>
    public async Task<bool> Load(Action<int> progress, int workers = Workers)
    {
        var units = new List<Organisation>();
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
            if (await db.Organisations.AnyAsync(o => o.Code == Mark) && await db.Workers.CountAsync() >= workers)
            {
                return false;
            }

            Refusal.Unless(!await db.Organisations.AnyAsync(), "seed.not-empty", "large");
            units.AddRange(await Units(db));
        }

        var people = new InventedPeople(200_000);
        for (var done = 0; done < workers; done += Batch)
        {
            await using var scope = scopes.CreateAsyncScope();
            await Store(scope.ServiceProvider.GetRequiredService<CompetitionsDb>(),
                [.. Enumerable.Range(done, Math.Min(Batch, workers - done)).Select(i => Hired(people, units[i % units.Count]))]);
            progress(Math.Min(done + Batch, workers));
        }

        return true;
    }

    private static async Task Store(CompetitionsDb db, IReadOnlyList<Worker> workers)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        await db.StoreWorkers(workers);
        await all.CommitAsync();
    }

    private Worker Hired(InventedPeople people, Organisation unit)
    {
        var today = clock.Today();
        var joined = today.AddDays(-30 - people.Below(4000));
        return DemoPeople.Registered(cipher, people.Next(today)).Join(unit, joined < unit.From ? unit.From : joined)
            .Skilled("6-31-01-03", people.Below(2) == 0 ? "senior" : "intermediate", null, today.Year - 5)
            .Employed(people.Below(9) == 0, new DateOnly(today.Year - 1, 1 + people.Below(12), 1));
    }

    private static async Task<IReadOnlyList<Organisation>> Units(CompetitionsDb db)
    {
        var from = new DateOnly(2015, 1, 1);
        Organisation district = new(Mark, "演示大区总工会", "演示大区", OrganisationLevel.District, "federation", from);
        var towns = Enumerable.Range(1, Towns).Select(i => new Organisation($"BT{i:D2}", $"第{i}演示镇总工会", $"第{i}演示镇", OrganisationLevel.Town, "town", from)).ToList();
        var units = Enumerable.Range(1, Enterprises).Select(i => new Organisation($"BE{i:D5}", $"演示企业{i:D5}有限公司工会", $"演示企业{i:D5}", OrganisationLevel.Enterprise, "enterprise", from)).ToList();
        db.AddRange([district, .. towns, .. units]);
        await db.SaveChangesAsync();
        district.PlaceUnder(null);
        towns.ForEach(t => t.PlaceUnder(district));
        for (var i = 0; i < units.Count; i++)
        {
            units[i].PlaceUnder(towns[i % Towns]);
        }

        await db.SaveChangesAsync();
        return units;
    }
}
