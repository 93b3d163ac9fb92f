using Competitions.Contests;
using Competitions.Craftsmen;
using Competitions.Data.People;
using Competitions.Honours;
using Competitions.Innovations;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Studios;
using Competitions.Web.Tests.Innovations;
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
            await Called(db, now, account.Id, place);
            await Proposed(db, now, account.Id);
            await Allied(db, now, account.Id, place);
            await Innovated(db, now, account.Id, place);
            await Crafted(db, now, account.Id, place);
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

    /// <summary>A studio of his own body that leads an alliance.</summary>
    private static async Task Allied(Competitions.Data.CompetitionsDb db, DateTime now, string account, Organisation place)
    {
        var (worker, on) = (await db.Workers.FirstAsync(), DateOnly.FromDateTime(now).AddYears(-1));
        var studio = new Studio(
            $"{worker.Name}创新工作室", place.Id, place.Name, new StudioNaming(StudioLevel.District, place.Name, on, "临总工〔2025〕26 号", "", "", account, now), new StudioLeader(worker.Id, worker.Name, "技师", "", on), registered: true);
        db.Add(studio);
        await db.SaveChangesAsync();
        var alliance = new StudioAlliance(new AllianceCharter("电气创新联盟", "电气", "", "临总工〔2025〕41 号", on), new AllianceFounder(place.Id, place.Name), AllianceStudio.Of(studio), on, account, now);
        alliance.Make(AllianceMove.Accept, AllianceStudio.Of(studio), "", on, account, now);
        db.Add(alliance);
        await db.SaveChangesAsync();
    }

    /// <summary>His own proposal, and one of another worker with its paper that says nearly the same.</summary>
    private static async Task Proposed(Competitions.Data.CompetitionsDb db, DateTime now, string account)
    {
        var day = DateOnly.FromDateTime(now.AddHours(8));
        foreach (var worker in await db.Workers.OrderBy(w => w.Id).Take(2).ToListAsync())
        {
            var proposal = new Proposal(
                new Proposer(worker.Id, worker.Name, worker.Memberships[0].OrganisationId, worker.Memberships[0].OrganisationName),
                new InnovationText("焊机送丝软管改造", "送丝软管弯曲处磨损快，断丝后要停机更换。", "加装可调导轮，软管改为整体更换。"), "equipment", new ProposalTerm(day.AddDays(7), day.AddDays(30), "district", 1), account, day, now);
            db.Add(proposal);
            await db.SaveChangesAsync();
            db.Add(new Patent(
                new PatentUnit(worker.Memberships[0].OrganisationId, worker.Memberships[0].OrganisationName, "衡远机电"), PatentKind.Software, "焊接参数记录软件", $"2025R11L012345{worker.Id}", day.AddDays(-30),
                [new Inventor(1, worker.Id, worker.Name, true)], account, day, now));
            db.Add(new ProposalPaper(proposal, "现场照片", "现场.png", "image/png", 100, new string('0', 64), account, now));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A call whose experts review one application, he among them.</summary>
    private static async Task Called(Competitions.Data.CompetitionsDb db, DateTime now, string account, Organisation place)
    {
        var preset = await db.ProgrammePresets.FirstAsync(p => p.Kind == "five-small");
        var call = new Call(
            preset.Kind, 2026, preset.Rules with { UnitNoticeDays = 0 }, new Caller(place.Id, place.Name, place.Level), new CallNotice("2026 年五小成果", "临总工〔2026〕12 号", "面向一线职工", "0571-00000000"),
            new CallWindow(now.AddDays(-30), now.AddDays(-10), now.AddDays(-5)), "setup");
        db.Add(call);
        await db.SaveChangesAsync();
        db.Add(new CallQuota(call.Id, place.Id, place.Name, 1, 5));
        call.Publish(1, "setup", now.AddDays(-31));
        foreach (var expert in (string[])[account, "e2", "e3", "e4", "e5"])
        {
            call.Seat(new Competitions.Programmes.Reviewer(expert, $"专家{expert}", null, null));
        }

        var worker = await db.Workers.FirstAsync();
        var unit = worker.Memberships[0];
        var made = new Application(call, ApplicationChannel.Unit, unit.OrganisationId, unit.OrganisationName, "合箱间隙在线检测改造", "unit", now.AddDays(-20));
        made.Write(call, made.Title, new Answers([new("problem", [["逐点测量用时长"]]), new("category", [["小改造"]])]), [new ApplicationPerson(1, worker.Id, worker.Name, unit.OrganisationId, unit.OrganisationName, "班组长", true, 100)]);
        db.Add(made);
        await db.SaveChangesAsync();
        made.Submit(call, [], [.. call.Rules.Statements.Select(s => s.Key)], new Recommender(place.Id, place.Name), "WX2026-001", "unit", now.AddDays(-19));
        made.PassUnit(call, DateOnly.FromDateTime(now), "unit", now.AddDays(-18));
        made.Recommend(call, "town", now.AddDays(-17), "同意推荐");
        made.Accept(call, "officer", now.AddDays(-16), "");
        call.BeginReview([made], DateOnly.FromDateTime(now), "officer", now);
        await db.SaveChangesAsync();
    }

    /// <summary>A result that was named, the second application, with a spreading record that was sent back.</summary>
    private static async Task Innovated(Competitions.Data.CompetitionsDb db, DateTime now, string account, Organisation place)
    {
        var unit = await db.Organisations.SingleAsync(o => o.Code == "E1");
        var named = await Innovating.Named(db, now, place, unit, await db.Workers.FirstAsync(), "合箱间隙在线检测改造二代");
        var spreading = new Spreading(
            new NamedInnovation(named.Id, "five-small", named.Title, unit.Id, unit.Name), new Adopter(place.Id, place.Name), new Adoption(DateOnly.FromDateTime(now).AddDays(-30), "二车间", 12, "返工减少"),
            Benefit.Of([new BenefitLine(BenefitKind.Saving, "减少返工", 1860, 20, "台")]), new InnovationFile(new string('0', 64), "证明.pdf", "application/pdf", 1), account, DateOnly.FromDateTime(now), now);
        spreading.Make(SpreadingMove.Return, "请核对人数", account, now);
        db.Add(spreading);
        var exhibit = new Exhibit(new NamedInnovation(named.Id, "five-small", named.Title, unit.Id, unit.Name), "小改造", "装备制造", 2026);
        exhibit.Write(new ExhibitText("合箱间隙由人工逐点测量改为在线检测。", "每台需测十六点，约十一分钟。", "在合箱工位加装四路激光测距头。"), null, null);
        exhibit.Agree(true, DateOnly.FromDateTime(now));
        db.Add(exhibit);
        var project = await Innovating.Named(db, now, place, unit, await db.Workers.FirstAsync(), "一线难题快办", "key-project");
        db.Add(new KeyProject(project, await db.Calls.SingleAsync(c => c.Id == project.CallId), new KeyProjectRules("default", 1.2m, 1, 0, 100), 0, account, now));
        var need = new Need(new NeedUnit(unit.Id, unit.Name, place.Id), new NeedText("薄壁件焊接变形", "装备制造", "薄壁箱体焊后变形大，返修率高。", "返修率由 12% 降到 3% 以内。", 50_000, "", DateOnly.FromDateTime(now).AddDays(30)), account, DateOnly.FromDateTime(now), now);
        need.Publish("officer", DateOnly.FromDateTime(now), now);
        var town = await db.Organisations.SingleAsync(o => o.Code == "LP01"); // who publishes does not claim
        need.Claim(new Claimant(town.Id, town.Name, "攻关小组", null), "采用分段退焊和工装刚性固定，先试三件。", 60, account, DateOnly.FromDateTime(now), now);
        db.Add(need);
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

    /// <summary>His title of a craftsman, with a year's check and a case against him.</summary>
    private static async Task Crafted(Competitions.Data.CompetitionsDb db, DateTime now, string account, Organisation place)
    {
        var worker = await db.Workers.FirstAsync();
        var (unit, day) = (worker.Memberships[0], new DateOnly(now.Year - 1, 9, 20));
        var honour = new Honour(HonourKind.Title, "临平工匠", Holder.Of(new HonourPerson(worker.Id, worker.Name), unit.OrganisationId, unit.OrganisationName), new Grantor(place.Id, place.Name, place.Level), new HonourOccasion(null, "工匠评选", "", "", day.Year, null));
        honour.Grant("临总工〔2025〕20 号", day, account, now, register: true);
        db.Add(honour);
        await db.SaveChangesAsync();
        var rules = Competitions.Web.Craftsmen.CraftsmanDesk.Rules;
        var craftsman = Craftsman.Name(new CraftsmanPerson(worker.Id, worker.Name, unit.OrganisationId, unit.OrganisationName), rules, rules.LevelOf("craftsman"), new NamedHonour(honour.Id, null, honour.Name, honour.DocumentNumber!, day), account);
        db.Add(craftsman);
        await db.SaveChangesAsync();
        db.Add(new DutyCheck(craftsman, now.Year - 1, DateOnly.FromDateTime(now)));
        db.Add(new CraftsmanCase(craftsman, rules.Grounds[0], "群众来信反映材料不实", account, now));
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
        RoutePatternParameterPart { Name: "innovation" } => "2",
        RoutePatternParameterPart p when p.ParameterPolicies.Any(c => c.Content == "guid") => Guid.Empty.ToString(),
        RoutePatternParameterPart => "1",
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));
}
