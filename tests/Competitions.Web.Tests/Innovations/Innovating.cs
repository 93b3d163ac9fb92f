using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>Results that were named, reached by their own moves, and what is done with them again and again.</summary>
internal static class Innovating
{
    /// <summary>Of a worker of that unit, called for by LP, its honours in the register; its id.</summary>
    public static async Task<int> Named(this App app, string title = "合箱间隙在线检测改造", string kind = "five-small", string unit = "E1")
    {
        await app.Organisations();
        var worker = await app.Worker("沈嘉禾", title.GetHashCode(StringComparison.Ordinal), unit);
        return await app.WithDb(async db => (await Named(
            db, app.Now(), await db.Organisations.SingleAsync(o => o.Code == "LP"), await db.Organisations.SingleAsync(o => o.Code == unit), worker, title, kind)).Id);
    }

    public static async Task<Application> Named(CompetitionsDb db, DateTime now, Organisation owner, Organisation unit, Worker worker, string title, string kind = "five-small")
    {
        var preset = (await db.NewestProgrammePresets()).First(p => p.Kind == kind);
        var rules = preset.Rules with { UnitNoticeDays = 0, Pitch = null, FewestExperts = 1, Opinions = [], Line = new LineRule(3, null) };
        var call = new Call(
            kind, 2026, rules, new Caller(owner.Id, owner.Name, owner.Level), new CallNotice($"2026 年{preset.Name}", "临总工〔2026〕2 号", "", "0571-00000000"), new CallWindow(now.AddDays(-60), now.AddDays(-40), now.AddDays(-35)), "setup");
        db.Add(call);
        await db.SaveChangesAsync();
        call.Publish(1, "setup", now.AddDays(-61));
        call.Seat(new Reviewer("an-expert", "专家", null, null));
        var made = new Application(call, ApplicationChannel.Unit, unit.Id, unit.Name, title, "unit", now.AddDays(-50));
        made.Write(call, title, Calling.Example(call, now.AddDays(-60)), [new ApplicationPerson(1, worker.Id, worker.Name, unit.Id, unit.Name, "班组长", true, rules.Persons.WithShares ? 100 : 0)]);
        db.Add(made);
        await db.SaveChangesAsync();
        made.Submit(call, [], [.. rules.Statements.Select(s => s.Key)], new Recommender(owner.Id, owner.Name), call.NumberOf(1), "unit", now.AddDays(-50));
        made.PassUnit(call, DateOnly.FromDateTime(now), "unit", now.AddDays(-49));
        made.Recommend(call, "town", now.AddDays(-48), "");
        made.Accept(call, "officer", now.AddDays(-47), "");
        call.BeginReview([made], DateOnly.FromDateTime(now), "officer", now.AddDays(-30));
        var sheet = new ReviewSheet(call, made, "an-expert");
        sheet.Write(call, [.. rules.Rubric.Select(r => new ReviewItem(r.Key, r.Most, ""))], now.AddDays(-29));
        sheet.Submit(call, now.AddDays(-29));
        db.Add(sheet);
        call.Rank([made], [sheet], "officer", now.AddDays(-28));
        call.Approve([made], "leader", now.AddDays(-27));
        call.GiveNotice([made], "officer", now.AddDays(-26));
        call.Name([made], "临总工〔2026〕31 号", DateOnly.FromDateTime(now.AddDays(-10)), "officer", now.AddDays(-10));
        foreach (var honour in ProgrammeHonours.Of(call, made, (_, _) => false))
        {
            honour.ApprovedWithTheEvent("officer", now.AddDays(-10));
            honour.Grant(call.DecisionDocument, call.NamedOn!.Value, "officer", now.AddDays(-10));
            db.Add(honour);
        }

        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>E1's officer registers that E2 uses it, with a benefit of 20 × 1,860 and its proof.</summary>
    public static async Task<Browser> Spreads(this App app, int result, string adopter = "杭州艺澜服饰有限公司工会", IReadOnlyDictionary<string, string>? other = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Adopter"] = adopter, ["From"] = $"{app.Now().AddDays(-40):yyyy-MM-dd}", ["Site"] = "二车间", ["Trained"] = "12",
            ["Lines[0].What"] = "减少返工", ["Lines[0].UnitValue"] = "1860", ["Lines[0].Quantity"] = "20", ["Lines[0].QuantityUnit"] = "台",
        };
        foreach (var (name, value) in other ?? new Dictionary<string, string>())
        {
            fields[name] = value;
        }

        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/innovations/{result}/spreadings/new");
        return await officer.Upload("#spreading", "Paper", "证明.png", PicturesTests.Png, fields);
    }

    public static Task<Spreading> Spreading(this App app) => app.WithDb(db => db.Spreadings.AsNoTracking().OrderByDescending(s => s.Id).FirstAsync());

    /// <summary>E2 and then LP confirm the youngest record.</summary>
    public static async Task Confirmed(this App app)
    {
        var id = (await app.Spreading()).Id;
        await (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/spreadings/{id}")).Submit("#confirmadoption");
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/spreadings/{id}")).Submit("#confirm");
    }
}
