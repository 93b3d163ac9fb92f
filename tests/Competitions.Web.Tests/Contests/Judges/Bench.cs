using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Judges;

/// <summary>The event WELD before its start, two entries of E1 and E2 (选手一, 选手二), a scoring judge, and who organises it.</summary>
internal sealed class Bench(App app, int eventId, string anna, Browser organiser)
{
    public int EventId { get; } = eventId;
    public string Anna { get; } = anna;
    public Browser Organiser { get; } = organiser;

    /// <param name="strict">The rules ask for a qualification and a training.</param>
    public static async Task<Bench> Open(App app, bool strict = false)
    {
        var id = await app.Ready(2);
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE EntryMembers SET Name = replace(replace(Name, '01', '一'), '02', '二')")); // a name has no figures
        if (strict)
        {
            await app.WithDb(async db =>
            {
                var of = await db.Events.SingleAsync();
                of.Compose(of.Rules with { Judges = new JudgeRules { LeastGrade = QualificationGrade.Senior, TrainingNeeded = true } }, [.. of.Rounds], [.. of.Groups], [.. of.Modules]);
                return await db.SaveChangesAsync();
            });
        }

        return new Bench(app, id, await app.Judge(id, DutyKind.ScoringJudge, "anna"), await app.Open(DutyKind.FederationOfficer));
    }

    /// <summary>By the page, past its disabled boxes; the panel is made, or changed where it is there.</summary>
    public async Task Seat(bool edit = false)
    {
        var panel = edit ? await app.WithDb(db => db.Panels.Select(p => p.Id).SingleAsync()) : 0;
        await Organiser.Visit(edit ? $"/events/WELD/panels/{panel}/edit" : "/events/WELD/panels/new?module=practical");
        await Organiser.Submit("#panel", new Dictionary<string, string> { ["Judges"] = Anna, ["Name"] = "实操组" }, forged: true);
    }

    public Task SeatDirectly(string account) => app.WithDb(async db =>
    {
        var panel = await db.Panels.FirstOrDefaultAsync() ?? db.Add(new Panel(await db.Events.SingleAsync(), "practical", "实操组", [])).Entity;
        panel.Seat(account, account, leads: false);
        return await db.SaveChangesAsync();
    });

    public Task Declares(string account, string? person, int? unit = null, Relation relation = Relation.Kin) => app.WithDb(async db =>
    {
        db.Add(new Declaration(EventId, account, new DeclaredRelation(relation, person, unit, unit is null ? null : "某单位", "说明"), app.Clock.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync();
    });

    /// <summary>Anna has all that strict rules ask for, her certificate until that day.</summary>
    public Task Brings(DateOnly until) => app.WithDb(async db =>
    {
        var (now, record) = (app.Clock.GetUtcNow().UtcDateTime, new JudgeRecord(EventId, Anna));
        record.Qualify(new Qualification(QualificationKind.SeniorAssessor, "演示 001", until, "test", now));
        record.SignTraining(DateOnly.FromDateTime(now), "评判规则", 4, DateOnly.FromDateTime(now), now);
        db.Add(record);
        return await db.SaveChangesAsync();
    });

    public Task<List<string>> Seated() => app.WithDb(db => db.Panels.SelectMany(p => p.Judges).Select(j => j.Account).ToListAsync());
}
