using Competitions.Contests;
using Competitions.Data.Contests;
using Competitions.Data.WorkingDays;
using Competitions.Web.Seeding;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Seeding;

public sealed class ReferenceSeedTests : IDisposable
{
    private readonly App _app = new();

    [Fact]
    public async Task Every_environment_begins_with_dictionaries_calendar_and_presets()
    {
        await _app.WithDb(async db =>
        {
            Assert.Equal(["apprentice", "junior", "intermediate", "senior", "technician", "senior-technician", "special-technician", "chief-technician"],
                await db.SkillLevels.OrderBy(l => l.Order).Select(l => l.Code).ToListAsync());
            Assert.True(await db.Occupations.CountAsync() >= 60);
            Assert.All(await db.Occupations.ToListAsync(), o => Assert.Matches(@"^\d-\d\d-\d\d-\d\d$", o.Code));
            Assert.Equal("电工", (await db.Occupations.SingleAsync(o => o.Code == "6-31-01-03")).Name);
            Assert.Equal("焊工", (await db.Occupations.SingleAsync(o => o.Code == "6-18-02-04")).Name);
            Assert.Equal(new DateOnly(2026, 10, 8), (await db.WorkingDays()).After(new DateOnly(2026, 9, 30), 1));
            Assert.Empty(await db.Organisations.ToListAsync());
        });
    }

    [Fact]
    public async Task Presets_carry_the_numbers_of_the_field()
    {
        var presets = (await _app.WithDb(db => db.NewestPresets())).ToDictionary(p => p.Code);
        var district = presets["district"];
        Assert.Equal([30m, 70m], district.Modules.Select(m => m.Weight));
        Assert.Equal(5, district.Rules.TrimFrom);
        Assert.Equal([0.10m, 0.20m, 0.30m], district.Rules.Prizes.Select(p => p.Share));
        var national = presets["national"].Rules;
        Assert.Equal((3, 30m, 15m, 5m, 120), (national.Layers, national.RecheckTop, national.RecheckSample, national.RecheckErrorLimit, national.AppealMinutes));
        var worlds = presets["worldskills"];
        Assert.Equal(("700", 2m), (worlds.Rules.Scale, worlds.Rules.MedalTolerance));
        Assert.All(worlds.Modules, m => Assert.Equal(ModuleWay.Aspects, m.Way));
        Assert.All(presets.Values, p => Assert.Equal((p.Code, p.Version), (p.Rules.PresetCode, p.Rules.PresetVersion)));
    }

    [Fact]
    public async Task Every_preset_makes_an_event_whose_rounds_are_worth_a_hundred()
    {
        var presets = await _app.WithDb(db => db.NewestPresets());
        Assert.All(presets, p =>
        {
            var made = new Event(1, "E-1", new EventText("试", "6-31-01-03", "电工", null, false, p.Capacity, p.FewestEntries), p);
            Assert.All(made.Rounds, r => Assert.Equal(100m, made.Modules.Where(m => m.Round == r.Code).Sum(m => m.Weight)));
            Assert.DoesNotContain(made.Lacks(new EventFacts(0)), l => l.Where is not ("paper" or "scheme"));
        });
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        await _app.WithDb(async db =>
        {
            var before = await Counts(db);
            await ReferenceSeed.Load(db);
            Assert.Equal(before, await Counts(db));
        });
    }

    [Fact]
    public async Task A_changed_preset_is_a_new_version_and_the_old_one_stays()
    {
        var file = await File.ReadAllTextAsync(Repository.File("seed/reference/presets/district.json"));
        await _app.WithDb(async db =>
        {
            await ReferenceSeed.Presets(db, [file.Replace("\"appealMinutes\": 120", "\"appealMinutes\": 90", StringComparison.Ordinal)]);
            await db.SaveChangesAsync();
            await ReferenceSeed.Presets(db, [file.Replace("\"appealMinutes\": 120", "\"appealMinutes\": 90", StringComparison.Ordinal)]);
            await db.SaveChangesAsync();
            var versions = await db.RulePresets.AsNoTracking().Where(p => p.Code == "district").OrderBy(p => p.Version).ToListAsync();
            Assert.Equal([120, 90], versions.Select(p => p.Rules.AppealMinutes));
            Assert.Equal([1, 2], versions.Select(p => p.Rules.PresetVersion));
        });
    }

    public void Dispose() => _app.Dispose();

    private static async Task<(int, int, int, int)> Counts(Competitions.Data.CompetitionsDb db) =>
        (await db.Occupations.CountAsync(), await db.CalendarDays.CountAsync(), await db.RulePresets.CountAsync(), await db.OrganisationTypes.CountAsync());
}
