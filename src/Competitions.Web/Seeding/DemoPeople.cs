using Competitions.Data;
using Competitions.People;

namespace Competitions.Web.Seeding;

/// <summary>The demo's organisations and the workers of its enterprises.</summary>
internal sealed class DemoPeople(CompetitionsDb db, FieldCipher cipher, DateOnly today)
{
    public const int Workers = 3000;

    private const string Electrician = "6-31-01-03";
    private static readonly string[] Levels = ["apprentice", "junior", "intermediate", "intermediate", "senior", "senior", "senior", "technician", "senior-technician"];

    private readonly Dictionary<int, Organisation> _byId = [];

    public Dictionary<string, Organisation> Organisations { get; } = [];

    /// <summary>Of an enterprise's code, those who work there now.</summary>
    public Dictionary<string, List<Worker>> Employed { get; } = [];

    /// <summary>Where a worker is employed.</summary>
    public Organisation UnitOf(Worker worker) => _byId[worker.MembershipOn(today)!.OrganisationId];

    public async Task Load()
    {
        var lines = SeedFiles.Lines("demo/organisations.csv");
        foreach (var line in lines)
        {
            var organisation = new Organisation(
                line["code"], line["name"], line["shortName"], Enum.Parse<OrganisationLevel>(line["level"]), line["type"], SeedFiles.Day(line["from"]),
                line["until"].Length == 0 ? null : SeedFiles.Day(line["until"]));
            Organisations.Add(organisation.Code, organisation);
        }

        db.AddRange(Organisations.Values);
        await db.SaveChangesAsync();
        foreach (var line in lines)
        {
            _byId.Add(Organisations[line["code"]].Id, Organisations[line["code"]]);
            Organisations[line["code"]].PlaceUnder(line["parent"].Length == 0 ? null : Organisations[line["parent"]]);
        }

        await db.SaveChangesAsync();
        await Hire([.. lines.Where(l => l["level"] == "Enterprise")]);
    }

    private async Task Hire(IReadOnlyList<IReadOnlyDictionary<string, string>> enterprises)
    {
        var people = new InventedPeople(990101);
        for (var i = 0; i < enterprises.Count; i++)
        {
            var (code, trades) = (enterprises[i]["code"], (string[])[Electrician, .. enterprises[i]["trades"].Split(' ')]);
            var size = Workers / enterprises.Count + (i % 5 - 2) * 20;
            Employed[code] = [.. Enumerable.Range(0, size).Select(_ => Hired(people, Organisations[code], trades, Organisations[enterprises[(i + 7) % enterprises.Count]["code"]]))];
        }

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(Employed.Values.SelectMany(w => w));
        await db.SaveChangesAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    private Worker Hired(InventedPeople people, Organisation unit, string[] trades, Organisation before)
    {
        var person = people.Next(today);
        var worker = Registered(cipher, person);
        var years = Math.Max(1, Math.Min(today.Year - person.BornOn.Year - 18, people.Below(20)));
        var joined = Later(today.AddDays(-30 - people.Below(years * 365)), unit.From);
        if (people.Below(12) == 0 && before.From < joined.AddDays(-400) && person.BornOn.AddYears(20) < joined)
        {
            worker.Join(before, joined.AddDays(-400));
        }

        worker.Join(unit, joined, $"{unit.Code}-{people.Below(1_000_000):D6}");
        var skilled = people.Below(5) > 0 && person.BornOn.AddYears(20) < today;
        var level = skilled ? people.One(Levels) : null;
        worker.Skilled(people.One(trades), level, level is null ? null : $"S{today.Year - people.Below(years)}{people.Below(1_000_000):D6}", today.Year - years);

        // one in twelve has paid in for less than half a year
        var insured = people.Below(12) == 0 ? today.AddMonths(-1 - people.Below(5)) : Earlier(today.AddMonths(-7 - people.Below(12)), joined);
        return worker.Employed(people.Below(9) == 0, new DateOnly(insured.Year, insured.Month, 1));
    }

    public static Worker Registered(FieldCipher cipher, InventedPerson person)
    {
        var number = IdNumber.Read(IdKind.ResidentCard, person.IdNumber);
        return new Worker(PersonName.Read(person.Name).Value, number.Kind, cipher.Seal("worker.id-number", number.Value), number.Sex, number.BornOn!.Value)
            .Reachable(cipher.Seal("worker.phone", PhoneNumber.Read(person.Phone).Value));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
