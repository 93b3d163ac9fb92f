using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.People;

public class RegisterTests
{
    [Fact]
    public async Task The_list_asks_as_many_questions_for_two_hundred_workers_as_for_two()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Hire(app, 1, 2);
        await officer.Visit("/workers");
        var log = app.CountQueries();
        await officer.Visit("/workers");
        var few = Asked();
        await Hire(app, 3, 200);
        log.Clear();
        await officer.Visit("/workers");

        Assert.Equal((few, 20), (Asked(), officer.Texts("tbody tr").Count));
        Assert.DoesNotContain(log.Commands, c => c.StartsWith("SELECT COUNT(*)\nFROM \"Workers\"", StringComparison.Ordinal)); // 0.8 s in a district of 200,000

        int Asked() => log.Commands.Count(c => !c.Contains("\"Sittings\"", StringComparison.Ordinal) && !c.Contains("\"Occasions\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_organisations_asks_as_many_questions_for_two_hundred_as_for_six()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/organisations");
        var log = app.CountQueries();
        await officer.Visit("/organisations");
        var few = log.Commands.Count(c => c.Contains("\"Organisations\"", StringComparison.Ordinal));
        await app.WithDb(async db =>
        {
            await using var all = await db.Database.BeginTransactionAsync();
            var town = await db.Organisations.SingleAsync(o => o.Code == "LP01");
            await db.StoreOrganisations([.. Enumerable.Range(1, 200).Select(n => new PlacedOrganisation(new Organisation($"N{n}", $"第{n}厂工会", "", OrganisationLevel.Enterprise, "enterprise", new DateOnly(2020, 1, 1)), town))]);
            await all.CommitAsync();
        });
        log.Clear();
        await officer.Visit("/organisations");

        Assert.Equal((few, 20), (log.Commands.Count(c => c.Contains("\"Organisations\"", StringComparison.Ordinal)), officer.Texts("tbody tr").Count));
    }

    /// <summary>The quick count against the plain one, over every kind of membership.</summary>
    [Fact]
    public async Task The_number_of_members_is_that_of_counting_them_one_by_one()
    {
        await using var app = new App();
        await app.Organisations();
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        await app.WithDb(async db =>
        {
            var units = await db.Organisations.ToDictionaryAsync(o => o.Code);
            var (past, soon) = (today.AddYears(-3), today.AddDays(10));
            db.AddRange(
                One(1).Join(units["E1"], past),
                One(2).Join(units["E1"], past).Leave(today), // his last day is today
                One(3).Join(units["E1"], past).Leave(today.AddDays(-1)),
                One(4).Join(units["E1"], past).Join(units["E2"], soon), // goes from one to the other, within reach of both
                One(5).Join(units["E1"], past).Join(units["XE"], soon), // leaves the district
                One(6).Join(units["XE"], past),
                One(7).Join(units["E1"], soon),
                One(8).Join(units["E1"], past).Join(units["E1"], today.AddYears(-1)),
                One(9).Join(units["E2"], past).BroughtBy(1));
            var import = new Batch("workers-import", "", "", "名册.xlsx", "a", app.Clock.UtcNow());
            import.Begin("a", app.Clock.UtcNow(), app.Clock.UtcNow().AddHours(1));
            db.Add(import);
            await db.SaveChangesAsync();
        });

        foreach (var codes in (string[][])[["LP"], ["E1"], ["E2"], ["LP01"], ["E1", "E2"], ["XS"], ["E1", "XS"], []])
        {
            var (quick, plain) = await app.WithDb(async db =>
            {
                var paths = await db.Organisations.Where(o => codes.Contains(o.Code)).Select(o => o.Path).ToListAsync();
                var within = (await db.Organisations.ToListAsync()).Where(o => paths.Any(p => o.Path.StartsWith(p, StringComparison.Ordinal))).Select(o => o.Id).ToHashSet();
                return (await db.CountMembers(paths, today), (await db.Workers.ToListAsync()).Count(w => w.Memberships.Any(m => (m.To is null || m.To >= today) && within.Contains(m.OrganisationId))));
            });
            Assert.Equal((string.Join('+', codes), plain), (string.Join('+', codes), quick));
        }

        static Worker One(int n) => new($"职工{n}", IdKind.Passport, new SealedField([1], $"{n:D64}"), Sex.Male, new DateOnly(1990, 1, 1));
    }

    private static Task Hire(App app, int from, int to) => app.WithDb(async db =>
    {
        var units = await db.Organisations.Where(o => o.Code == "E1" || o.Code == "E2").ToListAsync();
        db.AddRange(Enumerable.Range(from, to - from + 1).Select(n => new Worker($"职工{n}", IdKind.ResidentCard,
            app.Services.GetRequiredService<FieldCipher>().Seal("worker.id-number", WorkerImportTests.Id(n)),
            Sex.Male, new DateOnly(1990, 1, 1)).Join(units[n % 2], new DateOnly(2020, 1, 1))));
        await db.SaveChangesAsync();
    });
}
