using System.Net;
using Competitions.Contests;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Notices;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>From a published result to certificates that anybody can verify, by the pages.</summary>
public class EventHonoursTests
{
    private static readonly (decimal, decimal)[] Ten = [.. Enumerable.Range(0, 10).Select(n => (90m - n, 95m - n))];

    [Fact]
    public async Task A_published_result_goes_on_to_honours_a_document_and_certificates_that_can_be_verified()
    {
        await using var app = new App();
        app.Clock.Stop(Noticing.Monday);
        var organiser = await app.Opened(Ten);
        await app.Publish(organiser);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        await organiser.GiveNotice();
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        app.Clock.Stop(Noticing.Free);

        await (await organiser.Visit("/events/WELD/honours")).Submit("#award");

        Assert.Equal(EventStage.Honoured, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
        Assert.Equal(["一等奖 第 1 名", "二等奖 第 2 名", "二等奖 第 3 名", "三等奖 第 4 名", "三等奖 第 5 名", "三等奖 第 6 名"], organiser.Texts("#honours td:nth-child(2)").Select(t => t.Replace(" 奖项", "", StringComparison.Ordinal)));

        await organiser.Visit("/events/WELD/honours/decree/new");
        await organiser.Submit("#decree", new Dictionary<string, string> { ["DocumentNumber"] = "" });
        Assert.Contains("请填写文件号", organiser.Text(".errsum"), StringComparison.Ordinal);
        await organiser.Submit("#decree", new Dictionary<string, string> { ["DocumentNumber"] = Awarded.Document });
        await organiser.Visit("/honours/new?event=WELD&holder=Organisation");
        await organiser.Submit("#honour", new Dictionary<string, string> { ["Organisation"] = "E1" });
        Assert.Equal((HttpStatusCode.OK, "/events/WELD/honours"), (organiser.Status, organiser.Address));
        await organiser.Visit("/events/WELD/honours/decree/new");
        await organiser.Submit("#decree", new Dictionary<string, string> { ["DocumentNumber"] = Awarded.Document });

        await organiser.Visit("/certificate-orders/new?event=WELD");
        await organiser.Submit("#order", new Dictionary<string, string> { ["Series"] = Awarded.Series });
        await organiser.Finished(organiser.Address);
        Assert.Equal("Succeeded", organiser.Ended());
        var first = await app.WithDb(db => db.Certificates.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync());
        Assert.Equal((7, "一等奖·第一名", "临平衡远机电有限公司工会"), (first.Count, first[0].Text.Award, first[6].Text.Addressee));
        var stranger = await app.Open().Visit($"/verify/{first[0].Token}");
        Assert.Equal(("证书有效", "选**"), (stranger.Text(".res h2"), stranger.Text("#holder")));
    }

    [Fact]
    public async Task Without_a_published_result_nothing_is_honoured_and_the_event_stays_where_it_is()
    {
        await using var app = new App();
        var organiser = await app.Opened(Ten);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        if (organiser.Status is HttpStatusCode.OK)
        {
            await organiser.GiveNotice();
            await (await organiser.Visit("/events/WELD/honours")).Submit("#award");
        }

        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.NotEqual(EventStage.Honoured, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
        Assert.Equal(0, await app.WithDb(db => db.Honours.CountAsync()));
    }

    /// <summary>The corrected result is published after the honours were given: first and second change, with their certificates.</summary>
    [Fact]
    public async Task A_corrected_result_withdraws_what_no_longer_stands_and_its_certificates_and_makes_the_new()
    {
        await using var app = new App();
        app.Clock.Stop(Noticing.Monday);
        var organiser = await app.Opened(Ten);
        var published = await app.Publish(organiser);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        await organiser.GiveNotice();
        app.Clock.Stop(Noticing.Free);
        await (await organiser.Visit("/events/WELD/honours")).Submit("#award");
        await app.Grant();
        await app.Issue([.. await app.WithDb(db => db.Honours.OrderBy(h => h.Id).Select(h => h.Id).ToListAsync())]);
        await app.Mark("0002", "practical", 99);

        await app.Publish(organiser, new Dictionary<string, string> { ["Why"] = "实操成绩录入差错" }, Podium.Id(published));

        var honours = await app.WithDb(db => db.Honours.AsNoTracking().OrderBy(h => h.Id).ToListAsync());
        Assert.Equal(["选手01 一等奖", "选手02 二等奖"], honours.Where(h => h.Stage is HonourStage.Withdrawn).Select(h => $"{h.HolderName} {h.Name}").Order());
        Assert.Equal(["选手01 二等奖", "选手02 一等奖"], honours.Where(h => h.Stage is HonourStage.Approved).Select(h => $"{h.HolderName} {h.Name}").Order());
        var certificates = await app.WithDb(db => db.Certificates.AsNoTracking().Where(c => c.Stage == CertificateStage.Withdrawn).ToListAsync());
        Assert.Equal(2, certificates.Count);
        Assert.All(certificates, c => Assert.Contains("实操成绩录入差错", c.Why, StringComparison.Ordinal));
        Assert.Equal("证书已撤销", (await app.Open().Visit($"/verify/{certificates[0].Token}")).Text(".res h2"));
    }

    [Fact]
    public async Task Coaches_of_the_winners_are_honoured_once_each()
    {
        await using var app = new App();
        await app.Registering();
        var (shen, lu, coach) = (await app.Worker("沈嘉禾", 1), await app.Worker("陆一鸣", 2), await app.Worker("钱教练", 3));
        var entries = await app.WithDb(async db =>
        {
            var (of, unit) = (await db.Events.SingleAsync(), shen.Memberships[0]);
            Entry[] made = [.. new[] { shen, lu }.Select(w => new Entry(of, "workers", unit.OrganisationId, unit.OrganisationName, "test", app.Clock.GetUtcNow().UtcDateTime).With(w.Id, w.Name).With(coach.Id, coach.Name, EntryRole.Coach))];
            db.AddRange(made);
            await db.SaveChangesAsync();
            return made.Select(e => e.Id).ToList();
        });
        await app.Award(Awarded.Line(shen, 1, "一等奖") with { EntryId = entries[0] }, Awarded.Line(lu, 2, "二等奖") with { EntryId = entries[1] });
        var officer = await app.Open(DutyKind.FederationOfficer);

        for (var n = 0; n < 2; n++)
        {
            await officer.Visit("/events/WELD/honours/coaches/new");
            await officer.Submit("#coaches");
        }

        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // all are known
        Assert.Equal(["钱教练"], await app.WithDb(db => db.Honours.Where(h => h.HolderKind == HolderKind.Coach).Select(h => h.HolderName).ToListAsync()));
    }
}
