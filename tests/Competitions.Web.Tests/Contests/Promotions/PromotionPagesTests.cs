using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Promotions;

public sealed class PromotionPagesTests
{
    private static readonly Dictionary<string, string> Two = new() { ["Top"] = "2" };

    [Fact]
    public async Task The_preview_shows_who_goes_on_and_stores_nothing()
    {
        await using var app = new App();
        await Street(app);
        var organiser = await app.Organiser();

        await organiser.Visit("/events/WELD/promotions/new?Source=event%2FTOWN%2Fworkers&Top=1&Reserves=1&Tie=Widen");

        Assert.Equal(["1 选手甲 95.00 晋级", "2 选手乙 90.00 候补第 1", "2 选手丙 90.00 候补第 1", "4 选手丁 70.00 未晋级"], organiser.Page.QuerySelectorAll("#preview tbody tr").Select(r => $"{Cell(r, 0)} {Cell(r, 1)} {Cell(r, 3)} {Cell(r, 4)}"));
        Assert.Equal(0, await app.WithDb(db => db.PromotionLists.CountAsync()));
    }

    private static string Cell(AngleSharp.Dom.IElement row, int at) => row.Children[at].TextContent.Trim();

    [Theory]
    [InlineData("Widen", "名额 2，末位并列，扩大为 3 人。")]
    [InlineData("Narrow", "第 2 名 2 人并列跨线，按规则都不晋级")]
    [InlineData("Decide", "第 2 名 2 人并列跨线，须先排定先后")]
    public async Task A_tie_at_the_line_is_said_with_what_the_rule_makes_of_it(string tie, string said)
    {
        await using var app = new App();
        await Street(app);

        var organiser = await (await app.Organiser()).Visit($"/events/WELD/promotions/new?Source=event%2FTOWN%2Fworkers&Top=2&Reserves=0&Tie={tie}");

        Assert.StartsWith(said, organiser.Text("#preview .note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_computed_it_finds_no_button_to_confirm_and_is_refused_when_he_forges_it_and_a_leader_changes_nothing()
    {
        await using var app = new App();
        await Street(app);
        var organiser = await app.Organiser();
        var list = await organiser.Compute("WELD", "event/TOWN/workers", Two);
        Assert.Null(organiser.Page.QuerySelector("form#confirm"));
        await organiser.Visit(list + "/confirmation/new");
        await organiser.Submit("form#return", new Dictionary<string, string> { ["Move"] = "Confirm" });
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("另一人确认", organiser.Text(".errsum"), StringComparison.Ordinal);

        var leader = await app.Open(DutyKind.FederationLeader);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Visit("/events/WELD/promotions/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Visit(list + "/edit")).Status);
        await leader.Visit(list);
        Assert.Null(leader.Page.QuerySelector("main a[href$='/edit']"));
        await leader.Submit("form#confirm");
        Assert.Null(leader.Page.QuerySelector("form#publish"));
        Assert.Equal(PromotionStage.Confirmed, (await app.ListAt(list)).Stage);
    }

    [Fact]
    public async Task A_list_sent_back_is_computed_anew_with_another_rule()
    {
        await using var app = new App();
        await Street(app);
        var (organiser, leader) = (await app.Organiser(), await app.Open(DutyKind.FederationLeader));
        var list = await organiser.Compute("WELD", "event/TOWN/workers", Two);
        await leader.Visit(list + "/confirmation/new");
        await leader.Submit("form#return");
        Assert.Equal(HttpStatusCode.Conflict, leader.Status); // a return says why
        await leader.Submit("form#return", new Dictionary<string, string> { ["Why"] = "每单位限一人" });

        await organiser.Visit(list);
        Assert.Contains("每单位限一人", organiser.Text(".note-warn"), StringComparison.Ordinal);
        await organiser.Visit(list + "/edit");
        await organiser.Submit("form#promotion", new Dictionary<string, string> { ["PerUnit"] = "1" });

        Assert.Equal(["选手甲", "选手乙"], (await app.ListAt(list)).Lines.Where(l => l.Stands).Select(l => l.Names));
    }

    [Fact]
    public async Task Equals_at_the_line_are_put_in_order_and_then_confirmed()
    {
        await using var app = new App();
        await Street(app);
        var organiser = await app.Organiser();
        var list = await organiser.Compute("WELD", "event/TOWN/workers", new Dictionary<string, string> { ["Top"] = "2", ["Tie"] = "Decide" });
        var equals = (await app.ListAt(list)).Lines.Where(l => l.Outcome is PromotionOutcome.Undecided).Select(l => l.Id).ToList();

        await organiser.Visit(list + "/settlement/new");
        await organiser.Submit("form#settle", new Dictionary<string, string> { [$"Places[{equals[0]}]"] = "1", [$"Places[{equals[1]}]"] = "1", ["Why"] = "加赛" });
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        await organiser.Submit("form#settle", new Dictionary<string, string> { [$"Places[{equals[0]}]"] = "2", [$"Places[{equals[1]}]"] = "1", ["Why"] = "加赛" });

        Assert.Equal(equals[1], (await app.ListAt(list)).Lines.Single(l => l.Stands && l.Rank == 2).Id);
        var leader = await (await app.Open(DutyKind.FederationLeader)).Visit(list);
        await leader.Submit("form#confirm");
        Assert.Equal(PromotionStage.Confirmed, (await app.ListAt(list)).Stage);
    }

    [Fact]
    public async Task A_mark_corrected_after_the_computation_stops_confirmation_and_publication()
    {
        await using var app = new App();
        await Street(app);
        var (organiser, leader) = (await app.Organiser(), await app.Open(DutyKind.FederationLeader));
        var list = await organiser.Compute("WELD", "event/TOWN/workers", Two);
        await leader.Visit(list);
        await app.WithDb(db => db.Entries.Where(e => e.UnitName.StartsWith("杭州")).ExecuteUpdateAsync(e => e.SetProperty(x => x.Stage, EntryStage.Disqualified)));

        await leader.Submit("form#confirm");

        Assert.Equal((HttpStatusCode.Conflict, PromotionStage.Computed), (leader.Status, (await app.ListAt(list)).Stage));
        Assert.Contains("来源的成绩在计算之后有变动", leader.Body, StringComparison.Ordinal);
        Assert.Null((await leader.Visit(list)).Page.QuerySelector("form#confirm"));
    }

    [Fact]
    public async Task Lines_that_the_rules_refuse_stay_with_their_reasons_and_the_others_are_entered()
    {
        await using var app = new App();
        var (workers, id) = await Street(app);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Code == "WELD");
            var entry = new Entry(of, "workers", workers[0].Memberships[0].OrganisationId, "E1", "test", app.Clock.UtcNow()).With(workers[0].Id, workers[0].Name); // entered by his unit already
            var barred = await db.Entries.SingleAsync(e => e.EventId == id && e.Members.Any(m => m.WorkerId == workers[2].Id));
            db.Add(entry);
            barred.Declared("杭州市技术能手");
            await db.SaveChangesAsync();
        });
        var organiser = await app.Organiser();
        var list = await app.Publish(organiser, "WELD", "event/TOWN/workers", new Dictionary<string, string> { ["Top"] = "3" });

        await organiser.Visit(list);
        await organiser.Submit("form#effect");

        var lines = (await app.ListAt(list)).Lines.Where(l => l.Stands).ToDictionary(l => l.Names);
        Assert.Equal("选手甲已经报名本赛项。", lines["选手甲"].Obstacle);
        Assert.StartsWith("按报名条件不能参赛：申报表声明已获：杭州市技术能手", lines["选手丙"].Obstacle, StringComparison.Ordinal);
        Assert.NotNull(lines["选手乙"].EntryId);
        Assert.Equal(6, await app.Count()); // four of the street, one of the unit, one of the list
    }

    [Fact]
    public async Task No_more_are_entered_than_the_event_has_places()
    {
        await using var app = new App();
        await Street(app, capacity: 2);
        var organiser = await app.Organiser();
        var list = await app.Publish(organiser, "WELD", "event/TOWN/workers", new Dictionary<string, string> { ["Top"] = "3" });

        await organiser.Visit(list);
        await organiser.Submit("form#effect");

        var lines = (await app.ListAt(list)).Lines.Where(l => l.Stands).ToList();
        Assert.Equal((2, "赛项名额 2 个已满。"), (lines.Count(l => l.EntryId is not null), lines.Single(l => l.EntryId is null).Obstacle));
    }

    [Fact]
    public async Task Who_withdraws_leaves_his_place_to_the_reserve_and_after_the_cut_off_to_nobody()
    {
        await using var app = new App();
        var (workers, _) = await Street(app);
        var organiser = await app.Organiser();
        var list = await app.Publish(organiser, "WELD", "event/TOWN/workers", new Dictionary<string, string> { ["Top"] = "1", ["Reserves"] = "3" });
        await organiser.Visit(list);
        await organiser.Submit("form#effect");

        // his unit withdraws the entry: the list knows of it by itself
        await (await app.Unit()).Act("WELD", (await app.EntryOf(workers[0].Id)).Id, "Withdraw", "出国培训");
        var ids = (await app.ListAt(list)).Lines.Select(l => l.Id).ToList();
        Assert.True((await app.ListAt(list)).Lines[0].IsGone);
        Assert.Contains("空出 1 个晋级名额", (await organiser.Visit(list + "?tab=reserve")).Text(".note-warn"), StringComparison.Ordinal);
        Assert.Equal(2, organiser.Page.QuerySelectorAll("form.fill").Length); // two equals: a person chooses

        await organiser.Submit($"form[action$='lines/{ids[1]}/filling']");
        Assert.Equal("选手乙", (await app.EntryOf(workers[1].Id)).Members[0].Name);
        Assert.Equal(EntryStage.TownVetted, (await app.EntryOf(workers[1].Id)).Stage);

        await organiser.Visit($"{list}/lines/{ids[1]}/withdrawal/new");
        await organiser.Submit("form#give-up");
        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status); // it says why
        await organiser.Submit("form#give-up", new Dictionary<string, string> { ["Why"] = "手伤未愈" });
        Assert.Equal(EntryStage.Withdrawn, (await app.EntryOf(workers[1].Id)).Stage);
        app.Clock.Advance(TimeSpan.FromDays(30)); // the contest's first day
        await organiser.Visit(list + "?tab=reserve");
        await organiser.Submit($"form[action$='lines/{ids[2]}/filling']");
        Assert.Contains("已过递补截止", organiser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_list_is_withdrawn_with_a_reason_its_entries_with_it_and_another_may_follow()
    {
        await using var app = new App();
        await Street(app);
        var organiser = await app.Organiser();
        var list = await app.Publish(organiser, "WELD", "event/TOWN/workers", Two);
        await organiser.Visit(list);
        await organiser.Submit("form#effect");
        await organiser.Visit(list + "/moves/new?move=Withdraw");
        await organiser.Submit("form#move");
        Assert.Equal((HttpStatusCode.Conflict, PromotionStage.Published), (organiser.Status, (await app.ListAt(list)).Stage));

        await organiser.Submit("form#move", new Dictionary<string, string> { ["Why"] = "成绩复核有误" });

        Assert.Equal(PromotionStage.Withdrawn, (await app.ListAt(list)).Stage);
        var made = await app.WithDb(db => db.Entries.Where(e => e.PromotedFrom != null).ToListAsync());
        Assert.All(made, e => Assert.Equal((EntryStage.Withdrawn, "晋级名单撤回：成绩复核有误"), (e.Stage, e.History[^1].Why)));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Visit($"/portal/C-WELD/promotions/{list[(list.LastIndexOf('/') + 1)..]}")).Status);

        var next = await app.Publish(organiser, "WELD", "event/TOWN/workers", Two);
        await organiser.Visit(next);
        await organiser.Submit("form#effect");
        Assert.Equal(3, (await app.ListAt(next)).Lines.Count(l => l.EntryId is not null));
    }

    [Fact]
    public async Task Another_organisations_lists_and_sources_do_not_open()
    {
        await using var app = new App();
        await Street(app);
        var organiser = await app.Organiser();
        var list = await organiser.Compute("WELD", "event/TOWN/workers", Two);
        await app.Registering("SEW", "XS");
        var other = await app.Open(DutyKind.FederationOfficer, "XS");

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Visit(list)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(list.Replace("/WELD/", "/SEW/", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Unit()).Visit(list)).Status);
        await other.Visit("/events/SEW/promotions/new");
        Assert.Empty(other.Texts("option")); // no contest of another district is offered
        await organiser.Visit("/events/WELD/promotions/new");
        await organiser.Submit("form#promotion", new Dictionary<string, string> { ["Source"] = "event/SEW/workers" }, forged: true);
        Assert.Equal((HttpStatusCode.Conflict, 1), (organiser.Status, await app.WithDb(db => db.PromotionLists.CountAsync())));
    }

    [Fact]
    public async Task The_lists_page_asks_the_same_number_of_questions_for_one_list_and_for_ten()
    {
        await using var app = new App();
        await Street(app);
        var organiser = await app.Organiser();
        await organiser.Compute("WELD", "event/TOWN/workers", Two);
        await organiser.Visit("/events/WELD/promotions");
        using var log = app.CountQueries();
        await organiser.Visit("/events/WELD/promotions");
        var one = log.Count;
        for (var n = 0; n < 9; n++)
        {
            await organiser.Compute("WELD", "event/TOWN/workers", Two);
        }

        log.Clear();
        await organiser.Visit("/events/WELD/promotions");

        Assert.Equal(10, organiser.Page.QuerySelectorAll("#lists tbody tr").Length);
        Assert.InRange(log.Count, 1, one + 3); // the program's own jobs ask now and then, too
    }

    /// <summary>A street's event that is over, with four competitors, the second and third equal; and the district's, in registration.</summary>
    internal static async Task<(Worker[] Workers, int Id)> Street(App app, int capacity = 30)
    {
        await app.Organisations();
        Worker[] workers = [await app.Registered("选手甲", 1), await app.Registered("选手乙", 2, "E2"), await app.Registered("选手丙", 3), await app.Registered("选手丁", 4)];
        var id = await app.Held("TOWN", "LP01", (workers[0], 95), (workers[1], 90), (workers[2], 90), (workers[3], 70));
        await app.Registering("WELD", capacity: capacity);
        return (workers, id);
    }
}
