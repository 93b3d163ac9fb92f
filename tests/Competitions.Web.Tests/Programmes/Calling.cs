using Competitions.Data.Programmes;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Programmes;

/// <summary>Calls and applications in a given moment, reached by their own moves: LP calls, its town LP01 recommends, E1 and E2 declare.</summary>
internal static class Calling
{
    public const string Note = "临总工〔2026〕31 号";

    public static TheoryData<string> Kinds => [.. ProgrammeKinds.All];

    /// <summary>Published yesterday, open for ten days, recommended for twenty.</summary>
    /// <param name="places">That the town may recommend.</param>
    /// <param name="reviewDays">From now until experts have to be done; null for no last day.</param>
    /// <param name="rules">What is changed of the preset; without a unit notice unless it says so.</param>
    public static async Task<int> Calls(this App app, string kind = "five-small", int places = 5, int experts = 5, Func<CallRules, CallRules>? rules = null, int? reviewDays = null)
    {
        await app.Organisations();
        List<string> accounts = [];
        for (var n = 1; n <= experts; n++)
        {
            accounts.Add(await app.Expert($"专家{n}"));
        }

        return await app.WithDb(async db =>
        {
            var now = app.Now();
            var preset = (await db.NewestProgrammePresets()).First(p => p.Kind == kind);
            var owner = await db.Organisations.SingleAsync(o => o.Code == "LP");
            var adapted = preset.Rules with { UnitNoticeDays = 0, Pitch = null, Line = new LineRule(3, null, BorderTie.Widen) };
            var call = new Call(
                kind, 2026, rules?.Invoke(adapted) ?? adapted, new Caller(owner.Id, owner.Name, owner.Level), new CallNotice($"2026 年{preset.Name}", "临总工〔2026〕12 号", "", "0571-00000000"),
                new CallWindow(now.AddDays(-1), now.AddDays(10), now.AddDays(20), reviewDays is { } days ? now.AddDays(days) : null), "setup");
            db.Add(call);
            await db.SaveChangesAsync();
            var town = await db.Organisations.SingleAsync(o => o.Code == "LP01");
            db.Add(new CallQuota(call.Id, town.Id, town.Name, 1, places));
            call.Publish(1, "setup", now.AddDays(-2));
            foreach (var expert in await db.Users.Where(u => accounts.Contains(u.Id)).ToListAsync())
            {
                call.Seat(new Reviewer(expert.Id, expert.DisplayName, expert.OrganisationId, expert.WorkerId));
            }

            await db.SaveChangesAsync();
            return call.Id;
        });
    }

    public static DateTime Now(this App app) => app.Clock.GetUtcNow().UtcDateTime;

    /// <summary>An account with the duty of an expert at LP, working in that unit; its id.</summary>
    public static async Task<string> Expert(this App app, string name, string? unit = null) => await app.WithDb(async db =>
    {
        var home = unit is null ? null : (int?)await db.Organisations.Where(o => o.Code == unit).Select(o => o.Id).SingleAsync();
        var account = new Competitions.Data.People.Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, SecurityStamp = "test", OrganisationId = home };
        db.Add(account);
        await db.SaveChangesAsync();
        db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "LP"), account.Id, DutyKind.ReviewExpert, new DateOnly(2020, 1, 1), null, "test"));
        await db.SaveChangesAsync();
        return account.Id;
    });

    /// <summary>An application of that unit, whole, and as far as <paramref name="until"/>; its id.</summary>
    public static async Task<int> Declares(this App app, int callId, string title, ApplicationStage until, string unit = "E1", string author = "沈嘉禾")
    {
        var worker = await app.Worker(author, $"{title}{callId}".GetHashCode(StringComparison.Ordinal), unit);
        return await app.WithDb(async db =>
        {
            var (call, place, now) = (await db.Calls.SingleAsync(c => c.Id == callId), await db.Organisations.SingleAsync(o => o.Code == unit), app.Now());
            var made = new Application(call, ApplicationChannel.Unit, place.Id, place.Name, title, $"{unit}-officer", now);
            made.Write(call, title, Example(call, now), [new ApplicationPerson(1, worker.Id, worker.Name, place.Id, place.Name, "班组长", true, call.Rules.Persons.WithShares ? 100 : 0)]);
            db.Add(made);
            await db.SaveChangesAsync();
            foreach (var paper in call.Rules.Papers.Where(p => p.IsRequired))
            {
                db.Add(new ApplicationPaper(made, paper.Title, $"{paper.Title}.pdf", "application/pdf", 1, new string('0', 64), "test", now));
            }

            var town = await db.Organisations.SingleAsync(o => o.Code == "LP01");
            foreach (var stage in new[] { ApplicationStage.Submitted, ApplicationStage.UnitPassed, ApplicationStage.Recommended, ApplicationStage.Accepted }.TakeWhile(s => s <= until || (s is ApplicationStage.Recommended && until >= s)))
            {
                switch (stage)
                {
                    case ApplicationStage.Submitted:
                        made.Submit(call, [], [.. call.Rules.Statements.Select(s => s.Key)], new Recommender(town.Id, town.Name), call.NumberOf(await db.TakeNumber(callId)), $"{unit}-officer", now);
                        break;
                    case ApplicationStage.UnitPassed:
                        made.PassUnit(call, DateOnly.FromDateTime(now), $"{unit}-officer", now);
                        break;
                    case ApplicationStage.Recommended:
                        made.Recommend(call, "town-officer", now, "同意推荐");
                        await db.TakePlace(callId, town.Id);
                        break;
                    default:
                        made.Accept(call, "officer", now, "");
                        break;
                }
            }

            await db.SaveChangesAsync();
            return made.Id;
        });
    }

    /// <summary>An answer to every question that must be answered: the first option, no to what excludes, a day a month ago.</summary>
    public static Answers Example(Call call, DateTime now) => new(call.Fields.Where(f => f.IsRequired).Select(f => KeyValuePair.Create(f.Key, Example(f, now))));

    public static Task<Application> Application(this App app, int id) => app.WithDb(db => db.Applications.SingleAsync(a => a.Id == id));

    public static Task<Call> Call(this App app, int id) => app.WithDb(db => db.Calls.SingleAsync(c => c.Id == id));

    /// <summary>The days of declaring and recommending go by, and the officer begins the review.</summary>
    public static async Task<Browser> BeginsReview(this App app, int callId)
    {
        app.Clock.Advance(TimeSpan.FromDays(21));
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit($"/calls/{callId}");
        return await officer.Submit("form:has([value=BeginReview])");
    }

    /// <summary>Every expert of the call hands in this much of each full mark, in per cent, for an application.</summary>
    public static Task Scores(this App app, int callId, int applicationId, decimal share) => app.WithDb(async db =>
    {
        var (call, application) = (await db.Calls.SingleAsync(c => c.Id == callId), await db.Applications.SingleAsync(a => a.Id == applicationId));
        foreach (var reviewer in call.Reviewers.Where(r => application.BarOf(r) is ReviewBar.None))
        {
            var sheet = new ReviewSheet(call, application, reviewer.AccountId);
            sheet.Write(call, [.. call.Rules.Rubric.Select(r => new ReviewItem(r.Key, r.Most * share / 100, ""))], app.Now());
            sheet.Submit(call, app.Now());
            db.Add(sheet);
        }

        await db.SaveChangesAsync();
    });

    private static IReadOnlyList<IReadOnlyList<string>> Example(FormField field, DateTime now)
    {
        var day = now.AddDays(-30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return field.Kind switch
        {
            FieldKind.Date => [[day]],
            FieldKind.Number => [["12"]],
            FieldKind.Choice or FieldKind.Choices => [[field.Options[0]]],
            FieldKind.YesNo => [["否"]],
            FieldKind.Table => [[.. field.Columns.Select(c => c.IsNumber ? "12" : c.Name == "完成日期" ? now.AddDays(90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : c.Options is { Count: > 0 } options ? options[0] : $"{c.Name}内容")]],
            _ => [[$"{field.Label}的内容"]],
        };
    }
}
