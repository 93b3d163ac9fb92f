using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class MyDataTests
{
    [Fact]
    public async Task A_worker_sees_his_record_masked_and_who_saw_his_number()
    {
        await using var app = new App();
        var (officer, code) = await ActivationTests.Given(app);
        var own = await ActivationTests.Activate(app, code);
        var (id, number) = (await app.WithDb(db => db.Workers.Select(w => w.Id).SingleAsync()), WorkersTests.Typed["IdNumber"]);

        await own.Visit("/my/data");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.DoesNotContain(number, own.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(number[^4..], own.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("还没有人看过", own.Body, StringComparison.Ordinal);

        await (await officer.Visit($"/workers/{id}")).Submit("#view", new Dictionary<string, string> { ["what"] = "id-number", ["reason"] = "本人申请更正" });
        Assert.Contains("查看证件号码 本人申请更正", (await own.Visit("/my/data")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_goes_to_his_union_and_its_answer_comes_back_and_no_other_union_sees_it()
    {
        await using var app = new App();
        var (officer, code) = await ActivationTests.Given(app);
        var own = await ActivationTests.Activate(app, code);
        await (await own.Visit("/my/corrections/new")).Submit("#correction", new Dictionary<string, string> { ["Field"] = "Skill", ["Text"] = "短" });
        Assert.Equal((HttpStatusCode.BadRequest, "Skill"), (own.Status, own.Value("#Field")));
        await own.Submit("#correction", new Dictionary<string, string> { ["Text"] = "等级已升为高级工" });
        Assert.Contains("待答复", own.Text("main"), StringComparison.Ordinal);

        var foreign = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit("/corrections");
        Assert.DoesNotContain("等级已升为高级工", foreign.Body, StringComparison.Ordinal);
        Assert.Contains("职工资料更正申请待答复", (await officer.Visit("/")).Body, StringComparison.Ordinal);
        await (await officer.Visit("/corrections")).Submit("[data-answer]", new Dictionary<string, string> { ["corrected"] = "false", ["answer"] = "" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // a no needs its reason
        var token = foreign.Value("[name=__RequestVerificationToken]")!;
        var request = await app.WithDb(db => db.CorrectionRequests.Select(r => r.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.Http.PostAsync($"/corrections/{request}/answers", new FormUrlEncodedContent(new Dictionary<string, string> { ["corrected"] = "true", ["__RequestVerificationToken"] = token }))).StatusCode);

        await (await officer.Visit("/corrections")).Submit("[data-answer]", new Dictionary<string, string> { ["corrected"] = "true", ["answer"] = "证书已核对" });
        await own.Visit("/my/data");
        Assert.Contains("答复：证书已核对", own.Text("main"), StringComparison.Ordinal);
        Assert.Contains("已更正", own.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_names_its_text_is_withdrawn_as_easily_and_both_times_stay()
    {
        await using var app = new App();
        var (_, code) = await ActivationTests.Given(app);
        var own = await ActivationTests.Activate(app, code);
        await own.Submit("#give-Publication");
        await own.Submit("#give-Processing");
        Assert.Equal(["Processing 2026-1", "Publication 2026-1"], (await app.WithDb(db => db.Consents.Select(c => new { c.Kind, c.TextVersion }).ToListAsync())).Select(c => $"{c.Kind} {c.TextVersion}").Order());

        await own.Submit("#end-Publication");
        var withdrawn = await app.WithDb(db => db.Consents.SingleAsync(c => c.Kind == ConsentKind.Publication));
        Assert.NotNull(withdrawn.WithdrawnAt);
        Assert.Null(own.Page.QuerySelector("#end-Publication"));
        await own.Submit("#give-Publication");
        Assert.Equal(2, await app.WithDb(db => db.Consents.CountAsync(c => c.Kind == ConsentKind.Publication)));
    }

    [Fact]
    public async Task A_consent_to_words_that_were_not_shown_is_none()
    {
        await using var app = new App();
        var (_, code) = await ActivationTests.Given(app);
        var own = await ActivationTests.Activate(app, code);
        await own.Submit("#give-Publication", new Dictionary<string, string> { ["version"] = "2020-1" });
        Assert.Equal((HttpStatusCode.Conflict, 0), (own.Status, await app.WithDb(db => db.Consents.CountAsync())));
    }

    [Fact]
    public async Task A_competitor_has_his_ticket_on_his_telephone_and_nobody_elses()
    {
        await using var app = new App();
        await app.Ready(2);
        var entries = await app.WithDb(db => db.Entries.OrderBy(e => e.Id).ToListAsync());
        var own = await MyEntriesTests.Account(app, await app.WithDb(db => db.Workers.SingleAsync(w => w.Id == entries[0].Members[0].WorkerId)));

        await own.Visit($"/my/entries/{entries[0].Id}/ticket");
        Assert.Equal((HttpStatusCode.OK, "0001"), (own.Status, own.Text(".ticket .number")));
        Assert.NotNull(own.Page.QuerySelector(".ticket-qr svg"));
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit($"/my/entries/{entries[1].Id}/ticket")).Status);
        Assert.Contains("/ticket", (await own.Visit($"/my/entries/{entries[0].Id}")).Body, StringComparison.Ordinal);

        await app.WithDb(async db =>
        {
            (await db.Entries.SingleAsync(e => e.Id == entries[0].Id)).Make(EntryMove.Withdraw, "test", app.Clock.GetUtcNow().UtcDateTime, "出差");
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit($"/my/entries/{entries[0].Id}/ticket")).Status);
    }
}
