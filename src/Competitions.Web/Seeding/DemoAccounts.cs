using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Competitions.Web.Seeding;

/// <summary>One account for every duty (actors.md §3.2), all with the password that the sign-in page of Development knows.</summary>
internal sealed class DemoAccounts(CompetitionsDb db, IPasswordHasher<Account> hasher, DateOnly today)
{
    /// <summary>Who acts for the bodies that no account of the demo stands for.</summary>
    public const string Others = "demo-others";

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Lines = SeedFiles.Lines("demo/accounts.csv");

    /// <summary>Those who mark, as a panel seats them.</summary>
    public static IEnumerable<PanelJudge> Judges => With(DutyKind.ScoringJudge);

    public static IEnumerable<PanelJudge> OnFloor => With(DutyKind.FloorJudge);

    public async Task Open(DemoPeople people)
    {
        var password = hasher.HashPassword(new Account { DisplayName = "" }, SignInController.DemoPassword);
        foreach (var line in Lines)
        {
            var worker = line["worker-of"].Length > 0 ? people.Employed[line["worker-of"]][line["duty"] is nameof(DutyKind.Worker) ? 0 : 1] : null;
            var name = line["user"];
            db.Add(new Account
            {
                Id = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = worker?.Name ?? line["name"], WorkerId = worker?.Id,
                PasswordHash = password, SecurityStamp = name, LockoutEnabled = true,
                OrganisationId = people.Organisations[line["unit"].Length > 0 ? line["unit"] : line["place"] is "event" ? "LP" : line["place"]].Id,
            });
        }

        // bodies without an account of their own in the demo still have somebody who writes; he never signs in
        db.Add(new Account { Id = Others, UserName = Others, NormalizedUserName = Others.ToUpperInvariant(), DisplayName = "单位经办人", SecurityStamp = Others, LockoutEnabled = true, OrganisationId = people.Organisations["LP"].Id });
        await db.SaveChangesAsync();
        foreach (var line in Lines.Where(l => l["place"] != "event"))
        {
            db.Add(Duty.At(people.Organisations[line["place"]], line["user"], Enum.Parse<DutyKind>(line["duty"]), today.AddYears(-1), null, "demo-security"));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The duties of the contest's day, in each of these events.</summary>
    public async Task Appoint(IEnumerable<Event> events)
    {
        foreach (var @event in events)
        {
            db.AddRange(Lines.Where(l => l["place"] == "event")
                .Select(l => Duty.In(@event.Id, l["user"], Enum.Parse<DutyKind>(l["duty"]), today.AddDays(-60), today.AddDays(120), "demo-security")));
        }

        await db.SaveChangesAsync();
    }

    private static IEnumerable<PanelJudge> With(DutyKind duty) =>
        Lines.Where(l => l["duty"] == $"{duty}").Select((l, i) => new PanelJudge(l["user"], l["name"], Leads: i == 0));
}
