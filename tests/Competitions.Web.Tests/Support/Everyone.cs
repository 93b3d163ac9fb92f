using Competitions.Contests;
using Competitions.Data.People;
using Competitions.Honours;
using Competitions.Notices;
using Competitions.People;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Support;

/// <summary>An account that holds every duty there is, so that no policy hides what is tested, and the addresses of all that it can open.</summary>
public static class Everyone
{
    /// <summary>The contest C-WELD with the event WELD in preparation, two entries, a session with their seats; the account's id.</summary>
    public static async Task<string> With(App app)
    {
        var of = await app.Ready(2);
        return await app.WithDb(async db =>
        {
            var account = new Account { Id = "1", UserName = "everyone", NormalizedUserName = "EVERYONE", DisplayName = "全职责", SecurityStamp = "test", WorkerId = await db.Workers.Select(w => w.Id).FirstAsync() };
            db.Add(account);
            await db.SaveChangesAsync();
            var place = await db.Organisations.SingleAsync(o => o.Code == "LP");
            foreach (var kind in Enum.GetValues<DutyKind>())
            {
                db.Add(Duty.IsOfAnEvent(kind) ? Duty.In(of, account.Id, kind, new DateOnly(2020, 1, 1), null, account.Id) : Duty.At(place, account.Id, kind, new DateOnly(2020, 1, 1), null, account.Id));
            }

            var session = new Session(await db.Events.SingleAsync(), "practical", "第一场", "一号实训室", app.Clock.GetUtcNow().UtcDateTime.AddDays(7), 240);
            db.Add(session);
            await db.SaveChangesAsync();
            foreach (var entry in await db.Entries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync())
            {
                var seat = new Seat(session.Id, $"{entry:00}", "焊机");
                seat.Assign(entry);
                db.Add(seat);
            }

            var now = app.Clock.GetUtcNow().UtcDateTime;
            db.Add(new Declaration(of, account.Id, new DeclaredRelation(Relation.Kin, "李言毅", null, null, "表亲"), now));
            db.Add(new Recusal(await db.Events.SingleAsync(), null, account.Id, "受聘为一家企业的技术顾问", now));
            await db.SaveChangesAsync();
            await Honoured(db, now, account.Id, place);
            await Noticed(db, app, account.Id, place);
            return account.Id;
        });
    }

    /// <summary>A notice that somebody objected to.</summary>
    private static async Task Noticed(Competitions.Data.CompetitionsDb db, App app, string account, Organisation place)
    {
        var (now, cipher) = (app.Clock.GetUtcNow().UtcDateTime, app.Services.GetRequiredService<Competitions.Data.FieldCipher>());
        var day = DateOnly.FromDateTime(now.AddHours(8));
        var notice = new PublicNotice(
            new NoticeSource(NoticeOf.EventResults, 0), new NoticePublisher(place.Id, place.Name), new NoticeText("焊工结果公示", "", "0571-00000000"), new NoticeList([new("名次"), new("姓名", true)], [["1", "选*"]]),
            new NoticePeriod(day, day.AddDays(7), 5, false), account, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        db.Add(notice.Dispute(new Objector(cipher.Seal("objection.name", "顾异议"), cipher.Seal("objection.phone", "13812345678"), "衡远机电", "v1"), "第一名的用时与大屏不一致，请核对。", "1", day, now));
        await db.SaveChangesAsync();
    }

    /// <summary>A granted honour of his with its certificate.</summary>
    private static async Task Honoured(Competitions.Data.CompetitionsDb db, DateTime now, string account, Organisation place)
    {
        var worker = await db.Workers.FirstAsync();
        var honour = new Honour(
            HonourKind.Prize, "一等奖", Holder.Of(new HonourPerson(worker.Id, worker.Name), worker.Memberships[0].OrganisationId, worker.Memberships[0].OrganisationName), new Grantor(place.Id, place.Name, place.Level),
            new HonourOccasion(null, "争霸赛", "焊工", "职工组", 2026, 1));
        honour.Grant("临总工〔2026〕18 号", DateOnly.FromDateTime(now).AddDays(-1), account, now, register: true);
        db.Add(honour);
        await db.SaveChangesAsync();
        var day = DateOnly.FromDateTime(now);
        db.Add(new Certificate(honour, new CertificateNumber("临总工赛证", day.Year, 1), CertificateTexts.Of(honour, day), CertificateToken.Random(), account, now));
        db.Add(new Stamp(place.Id, "证书专用章", new string('0', 64), account, now));
        await db.SaveChangesAsync();
    }

    /// <summary>Every action of the program but the error page.</summary>
    public static List<RouteEndpoint> Actions(App app)
    {
        _ = app.Address;
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<ControllerActionDescriptor>() is { ControllerName: not "Error" })];
    }

    public static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    /// <summary>All pages; files, streams and what only a script or a system asks for are left out.</summary>
    public static IEnumerable<string> Pages(App app) => Actions(app).Where(r => Methods(r).Contains("GET")).Select(Address)
        .Where(a => !a.StartsWith("/api/", StringComparison.Ordinal) && !Path.HasExtension(a) && !a.EndsWith("/rows", StringComparison.Ordinal) && !a.EndsWith("/clock", StringComparison.Ordinal)).Distinct();

    /// <summary>The route with what is there: the contest C-WELD, the event WELD, the organisation LP, the first of everything else.</summary>
    public static string Address(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart { Name: "organisation" } => "LP",
        RoutePatternParameterPart { Name: "contest" } => "C-WELD",
        RoutePatternParameterPart { Name: "code" } => "WELD",
        RoutePatternParameterPart p when p.ParameterPolicies.Any(c => c.Content == "guid") => Guid.Empty.ToString(),
        RoutePatternParameterPart => "1",
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));
}
