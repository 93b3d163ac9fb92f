using System.Net;
using Competitions.Data.Results;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

public class ViolationsTests
{
    private const string Here = "/events/WELD/violations";

    [Fact]
    public async Task One_registers_by_work_code_another_confirms_and_only_then_it_counts()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (judge, chief) = (app.As(floor.Judges[0]), app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")));

        await Register(judge, floor.Works[0].ToLowerInvariant(), ViolationEffect.PointsOff, "5");
        Assert.Contains(floor.Works[0], judge.Text("h1"), StringComparison.Ordinal);
        Assert.Null(judge.Page.QuerySelector("#confirm"));
        Assert.Empty(await Counted(app));

        await (await chief.Visit(judge.Address)).Submit("#confirm");
        var counted = Assert.Single(await Counted(app));
        Assert.Equal((null, floor.Works[0], "practical", ViolationEffect.PointsOff, 5m), (counted.EntryId, counted.Work, counted.Module, counted.Effect, counted.Off.Value)); // the code is sealed: nobody knows whose

        await app.WithDb(db => db.CodeBook.Where(l => l.Work == floor.Works[0]).ExecuteUpdateAsync(l => l.SetProperty(x => x.OpenedAt, app.Clock.GetUtcNow().UtcDateTime)));
        Assert.NotNull((await Counted(app))[0].EntryId);

        await (await chief.Visit($"{judge.Address}/withdrawal/new")).Submit("#withdraw", new Dictionary<string, string> { ["Why"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, chief.Status);
        await chief.Submit("#withdraw", new Dictionary<string, string> { ["Why"] = "录像显示不是本人" });
        Assert.Contains("录像显示不是本人", chief.Text(".hist"), StringComparison.Ordinal);
        Assert.Empty(await Counted(app));
    }

    [Fact]
    public async Task Who_registered_it_does_not_confirm_it_and_a_second_click_is_told()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (chief, supervisor) = (app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")), app.As(await app.Judge(floor.EventId, DutyKind.Supervisor, "supervisor")));
        await Register(chief, floor.Works[0], ViolationEffect.ModuleZero);
        Assert.Null(chief.Page.QuerySelector("#confirm"));

        var token = await chief.Visit($"{chief.Address}");
        await (await supervisor.Visit(chief.Address)).Submit("#confirm");
        Assert.Equal(HttpStatusCode.OK, supervisor.Status);
        Assert.Single(await Counted(app));
        var late = await supervisor.Http.PostAsync($"{token.Address}/confirmation", new FormUrlEncodedContent([new("version", "0"), new("__RequestVerificationToken", supervisor.Value("[name=__RequestVerificationToken]")!)]));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(2, (await app.WithDb(db => db.Violations.AsNoTracking().SingleAsync())).History.Count);
    }

    [Fact]
    public async Task A_judge_sees_what_he_registered_and_no_name_and_the_organiser_a_name_once_it_is_known()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (one, other) = (app.As(floor.Judges[0]), app.As(floor.Judges[1]));
        await Register(one, floor.Works[0], ViolationEffect.Warning);
        var (address, name) = (one.Address, await app.WithDb(db => (from l in db.CodeBook where l.Work == floor.Works[0] join e in db.Entries on l.EntryId equals e.Id select e.Members.Select(m => m.Name).First()).SingleAsync()));
        var organiser = await app.Open(DutyKind.FederationOfficer);

        Assert.Single((await one.Visit(Here)).Texts("#violations tbody tr"));
        Assert.Contains("没有违纪登记", (await other.Visit(Here)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(address)).Status);
        Assert.DoesNotContain(name, (await organiser.Visit(Here)).Body + (await organiser.Visit(address)).Body, StringComparison.Ordinal); // sealed for him too

        await app.WithDb(db => db.CodeBook.Where(l => l.Work == floor.Works[0]).ExecuteUpdateAsync(l => l.SetProperty(x => x.OpenedAt, app.Clock.GetUtcNow().UtcDateTime)));
        Assert.Contains(name, (await organiser.Visit(Here)).Text("#violations"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await one.Visit(Here)).Body + (await one.Visit(address)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(DutyKind.TeamLeader, floor.EventId)).Visit(Here)).Status);
    }

    [Fact]
    public async Task An_admission_number_names_a_competitor_and_what_names_nobody_comes_back_as_typed()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var judge = app.As(floor.Judges[0]);

        await Register(judge, "9999", ViolationEffect.Warning);
        Assert.Equal((HttpStatusCode.Conflict, "9999"), (judge.Status, judge.Value("#Subject")));
        await judge.Submit("#violation", new Dictionary<string, string> { ["Subject"] = "0002", ["Effect"] = "ModuleZero" });
        Assert.Contains("必须写明是哪个模块", judge.Text("[role=alert]"), StringComparison.Ordinal);
        await judge.Submit("#violation", new Dictionary<string, string> { ["Effect"] = "PointsOff", ["Module"] = "practical", ["Off"] = "1e309" });
        Assert.Equal(HttpStatusCode.BadRequest, judge.Status);
        await judge.Submit("#violation", new Dictionary<string, string> { ["Off"] = "5,5" });
        Assert.Equal(HttpStatusCode.BadRequest, judge.Status);
        await judge.Submit("#violation", new Dictionary<string, string> { ["Off"] = "100.5" });
        Assert.Equal(HttpStatusCode.Conflict, judge.Status);
        await judge.Submit("#violation", new Dictionary<string, string> { ["Effect"] = "Cancelled", ["Off"] = "", ["HappenedAt"] = "2999-01-01T00:00" });
        Assert.Contains("不能晚于现在", judge.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Violations.CountAsync()));

        await (await judge.Visit($"{Here}/new")).Submit("#violation", new Dictionary<string, string> { ["Subject"] = "0002", ["Effect"] = "Cancelled", ["What"] = "冒名顶替" });
        var stored = await app.WithDb(db => db.Violations.AsNoTracking().SingleAsync());
        Assert.Equal(("准考证 0002", await app.WithDb(db => db.Entries.Where(e => e.AdmissionNumber == "0002").Select(e => (int?)e.Id).SingleAsync())), (stored.Label, stored.EntryId));
    }

    [Fact]
    public async Task A_judge_of_the_event_is_warned_by_name_and_does_not_rule_on_himself()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var chiefs = await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief");
        var (supervisor, chief) = (app.As(await app.Judge(floor.EventId, DutyKind.Supervisor, "supervisor")), app.As(chiefs));
        await (await supervisor.Visit($"{Here}/new")).Submit("#violation", new Dictionary<string, string> { ["Part"] = "Judge", ["Account"] = chiefs, ["Effect"] = "Talk", ["What"] = "拒绝签字" });

        Assert.Contains("chief", supervisor.Text("h1"), StringComparison.Ordinal);
        Assert.Null((await chief.Visit(supervisor.Address)).Page.QuerySelector("#confirm"));
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit(supervisor.Address)).Submit("#confirm");
        Assert.Equal(ViolationStage.Confirmed, await app.WithDb(db => db.Violations.Select(v => v.Stage).SingleAsync()));

        var stranger = await app.Judge(await app.Registering("LATHE"), DutyKind.ScoringJudge, "stranger");
        await (await supervisor.Visit($"{Here}/new")).Submit("#violation", new Dictionary<string, string> { ["Part"] = "Judge", ["Account"] = stranger, ["What"] = "x" }, forged: true);
        Assert.Equal(HttpStatusCode.Conflict, supervisor.Status);
    }

    [Fact]
    public async Task The_list_is_filtered_by_its_address_and_takes_as_many_queries_for_ten_as_for_one()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var chief = app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief"));
        await Register(chief, floor.Works[0], ViolationEffect.Warning);
        await chief.Visit(Here);
        using var log = app.CountQueries();
        await chief.Visit(Here);
        var one = log.Count;
        foreach (var n in Enumerable.Range(0, 9))
        {
            await Register(chief, floor.Works[n % 3], ViolationEffect.None);
        }

        log.Clear();
        Assert.Equal(10, (await chief.Visit(Here)).Texts("#violations tbody tr").Count);
        Assert.Equal(one, log.Count);
        Assert.Equal(4, (await chief.Visit($"{Here}?q={floor.Works[0]}")).Texts("#violations tbody tr").Count);
        Assert.Equal(10, (await chief.Visit($"{Here}?stage=Registered&module=practical&part=Competitor")).Texts("#violations tbody tr").Count);
        Assert.Contains("没有符合条件", (await chief.Visit($"{Here}?stage=Confirmed")).Text("main"), StringComparison.Ordinal);
    }

    private static async Task Register(Browser by, string subject, ViolationEffect effect, string off = "") =>
        await (await by.Visit($"{Here}/new")).Submit("#violation", new Dictionary<string, string> { ["Subject"] = subject, ["Effect"] = $"{effect}", ["Off"] = off, ["What"] = "工件上留有可识别身份的标记" });

    private static Task<List<ConfirmedViolation>> Counted(App app) => app.WithDb(db => db.ConfirmedViolations("WELD"));
}
