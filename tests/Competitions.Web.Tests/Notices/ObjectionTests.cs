using System.Net;
using System.Text;
using Competitions.Notices;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Notices;

/// <summary>异议: by anybody in his real name, read by who handles it, answered in writing.</summary>
public class ObjectionTests
{
    [Fact]
    public async Task A_stranger_objects_and_learns_by_his_receipt_what_became_of_it()
    {
        await using var app = new App();
        var organiser = await app.Noticed();
        var stranger = await app.Object();
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        var receipt = stranger.Text("#receipt");
        Assert.Equal(12, receipt.Length);
        Assert.Equal(NoticeStage.Suspended, await app.StageOf());
        Assert.Contains("焊工 结果公示：异议待答复", (await organiser.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        Assert.Contains("异议核查中", (await app.Open().Visit("/portal/notices/1")).Text("h1"), StringComparison.Ordinal);
        app.Clock.Stop(Noticing.Free);
        Assert.Null((await organiser.Visit("/events/WELD/honours")).Page.QuerySelector("#award"));
        Assert.Contains("正在核查", organiser.Text("#notice"), StringComparison.Ordinal);

        var officer = await app.Answer(1, ObjectionOutcome.Rejected);

        Assert.Equal(("/notices/1", NoticeStage.Running), (officer.Address, await app.StageOf()));
        Assert.DoesNotContain("异议待答复", (await organiser.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        await app.Open().Visit($"/portal/objections/{receipt}");
        var again = await app.Open().Visit($"/portal/objections/{receipt.ToLowerInvariant()}");
        Assert.Contains("异议不成立", again.Text("h1"), StringComparison.Ordinal);
        Assert.Contains("经调阅计时记录和现场录像", again.Text("#finding"), StringComparison.Ordinal);
        await (await organiser.Visit("/events/WELD/honours")).Submit("#award");
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        Assert.Contains("收到异议 1 件，均已核查并书面答复", (await officer.Visit("/notices/1/slip")).Text(".nslip"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Visit("/portal/objections/AAAAAAAAAAAA")).Status);
    }

    /// <summary>Every page that others reach says nothing of who objected and what he wrote.</summary>
    [Fact]
    public async Task Who_objected_and_what_he_wrote_is_read_by_who_handles_it_and_nobody_else()
    {
        await using var app = new App();
        await app.Noticed();
        var receipt = (await app.Object()).Text("#receipt");
        var of = await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync());
        Browser[] others =
        [
            app.Open(), await app.Open(DutyKind.EventOrganiser, of), await app.Open(DutyKind.ScoringJudge, of), await app.Open(DutyKind.ChiefJudge, of), await app.Open(DutyKind.FederationLeader),
            await app.Open(DutyKind.DisciplineInspector), await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.SystemAdministrator),
        ];
        foreach (var other in others)
        {
            foreach (var address in (string[])["/objections/1", "/notices", "/notices/1", "/portal", "/portal/notices/1", "/portal/C-WELD", "/events/WELD", "/events/WELD/honours", "/audit", "/"])
            {
                await other.Visit(address);
                Assert.True(address is not "/objections/1" || other.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || other.Address.StartsWith("/sign-in", StringComparison.Ordinal), $"{address} {other.Status}");
                foreach (var secret in Noticing.Complaint.Where(c => c.Key != "Agrees").Select(c => c.Value).Append(receipt))
                {
                    Assert.DoesNotContain(secret, other.Body, StringComparison.Ordinal);
                }
            }
        }

        foreach (var handler in (Browser[])[await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.Supervisor, of)])
        {
            await handler.Visit("/objections/1");
            Assert.Contains("计时记录", handler.Text(".obj-text"), StringComparison.Ordinal);
            Assert.Equal("138****5678", handler.Text("#phone"));
            Assert.DoesNotContain("13812345678", handler.Body, StringComparison.Ordinal);
        }

        Assert.Equal(2, await app.WithDb(db => db.Audit.CountAsync(a => a.Act == "objection.read" && a.Thing == "1")));
    }

    [Fact]
    public async Task The_whole_phone_is_shown_for_a_reason_that_stands_in_the_audit()
    {
        await using var app = new App();
        await app.Noticed();
        await app.Object();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await (await officer.Visit("/objections/1")).Submit("#view", new Dictionary<string, string> { ["reason"] = "其他" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.DoesNotContain("13812345678", officer.Body, StringComparison.Ordinal);

        await (await officer.Visit("/objections/1")).Submit("#view", new Dictionary<string, string> { ["note"] = "约定核查时间" });

        Assert.Equal("13812345678", officer.Text("#phone"));
        Assert.Equal("核查时联系异议人：约定核查时间", await app.WithDb(db => db.Audit.Where(a => a.Act == "objection.view-phone").Select(a => a.Why).SingleAsync()));
    }

    [Fact]
    public async Task Name_and_phone_lie_sealed_in_the_database()
    {
        await using var app = new App();
        await app.Noticed();
        await app.Object();
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));

        var bytes = Directory.GetFiles(app.Folder, "competitions.db*").SelectMany(File.ReadAllBytes).ToArray();

        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("运河钢构有限公司")) >= 0); // the search finds what is there
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("顾异议")) < 0);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("13812345678")) < 0);
    }

    [Theory]
    [InlineData("Name", "", HttpStatusCode.BadRequest, "请填写真实姓名")]
    [InlineData("Name", "12", HttpStatusCode.Conflict, "姓名")]
    [InlineData("Phone", "12345", HttpStatusCode.Conflict, "手机号")]
    [InlineData("Unit", "", HttpStatusCode.BadRequest, "请填写所在单位")]
    [InlineData("Text", "不服", HttpStatusCode.Conflict, "请写明异议的事实和理由")]
    [InlineData("Agrees", "false", HttpStatusCode.Conflict, "请先阅读并同意")]
    public async Task What_is_missing_is_said_what_was_typed_is_kept_and_nothing_is_stored(string field, string value, HttpStatusCode status, string said)
    {
        await using var app = new App();
        await app.Noticed();

        var stranger = await app.Object(fields: new Dictionary<string, string>(Noticing.Complaint) { [field] = value });

        Assert.Equal(status, stranger.Status);
        Assert.Contains(said, stranger.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(field is "Unit" ? "" : Noticing.Complaint["Unit"], stranger.Value("[name=Unit]"));
        Assert.Equal((0, NoticeStage.Running), (await app.WithDb(db => db.Objections.CountAsync()), await app.StageOf()));
    }

    [Fact]
    public async Task After_its_last_day_nobody_objects_to_it_any_more_and_is_told_its_days()
    {
        await using var app = new App();
        await app.Noticed();
        app.Clock.Stop(Noticing.LastMinute);
        var late = await app.Open().Visit("/portal/notices/1/objections/new"); // opened in time
        app.Clock.Stop(Noticing.Free);

        await late.Submit("form#objection", Noticing.Complaint);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains($"公示期是 2026-06-01 至 {Noticing.Last}", late.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await late.Visit("/portal/notices/1/objections/new")).Status);
        Assert.Null((await late.Visit("/portal/notices/1")).Page.QuerySelector("a[href$='/objections/new']"));
        Assert.Equal(0, await app.WithDb(db => db.Objections.CountAsync()));
    }

    [Fact]
    public async Task Of_two_at_once_both_are_there_and_the_notice_waits_for_the_answer_to_each()
    {
        await using var app = new App();
        await app.Noticed();
        var both = await Task.WhenAll(app.Object(), app.Object());
        Assert.All(both, b => Assert.Equal(HttpStatusCode.OK, b.Status));
        Assert.Equal(2, both.Select(b => b.Text("#receipt")).Distinct().Count());

        await app.Answer(1, ObjectionOutcome.Rejected);
        Assert.Equal(NoticeStage.Suspended, await app.StageOf());
        await app.Answer(2, ObjectionOutcome.Rejected);
        Assert.Equal(NoticeStage.Running, await app.StageOf());
    }

    [Fact]
    public async Task An_objection_that_is_right_withdraws_the_notice_and_is_answered_once()
    {
        await using var app = new App();
        await app.Noticed();
        await app.Object();
        var (one, other) = (await (await app.Open(DutyKind.FederationOfficer)).Visit("/objections/1"), await (await app.Open(DutyKind.Supervisor, 1)).Visit("/objections/1"));
        var answer = new Dictionary<string, string> { ["Outcome"] = "Upheld", ["Finding"] = "经核查，第二名实操用时录入有误。" };
        await one.Submit("form#answer", answer);
        await other.Submit("form#answer", new Dictionary<string, string>(answer) { ["Outcome"] = "Rejected" });

        Assert.Equal((HttpStatusCode.Conflict, ObjectionOutcome.Upheld, NoticeStage.Withdrawn), (other.Status, await app.WithDb(db => db.Objections.Select(o => o.Outcome).SingleAsync()), await app.StageOf()));
    }
}
