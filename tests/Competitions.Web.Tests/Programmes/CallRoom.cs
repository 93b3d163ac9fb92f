using System.Globalization;
using System.Text.RegularExpressions;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Programmes;

/// <summary>Who plays in a call, each at a window: officer and leader of LP, the officer of its town LP01 and of E1 below it, five experts.</summary>
internal sealed class CallRoom : IAsyncDisposable
{
    private const int ExpertsAsked = 5;

    private static readonly string[] Workers = ["沈嘉禾", "钱若言", "顾清和", "陆景书", "沈知予"];
    private static readonly byte[] Paper = "%PDF-1.4\n%%EOF\n"u8.ToArray();

    private readonly App _app;
    private readonly string _kind;
    private readonly List<IPage> _experts = [];
    private int _call;

    private CallRoom(App app, string kind) => (_app, _kind, Screens) = (app, kind, new Screens(app));

    public Screens Screens { get; }
    public IPage Officer { get; private set; } = null!;
    public IPage Leader { get; private set; } = null!;
    public IPage Town { get; private set; } = null!;
    public IPage Unit { get; private set; } = null!;

    public static async Task<CallRoom> Open(App app, string kind)
    {
        app.Clock.Stop(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc)); // a year whose holidays are known to its end
        await app.Organisations();
        foreach (var (duty, at) in new[] { (DutyKind.FederationOfficer, "LP"), (DutyKind.FederationLeader, "LP"), (DutyKind.TownOfficer, "LP01"), (DutyKind.EnterpriseOfficer, "E1") })
        {
            await app.Open(duty, at);
        }

        foreach (var (name, n) in Workers.Select((name, n) => (name, n)))
        {
            await app.Worker(name, n + 1);
        }

        await app.WithDb(async db =>
        {
            (await db.Workers.ToListAsync()).ForEach(w => w.Skilled("6-18-02-04", "senior", null, 2010));
            return await db.SaveChangesAsync();
        });

        var room = new CallRoom(app, kind);
        room.Officer = await room.Screens.Of("FederationOfficer@LP");
        room.Leader = await room.Screens.Of("FederationLeader@LP");
        room.Town = await room.Screens.Of("TownOfficer@LP01", 1024);
        room.Unit = await room.Screens.Of("EnterpriseOfficer@E1");
        for (var n = 1; n <= ExpertsAsked; n++)
        {
            await app.Expert($"专家{n}");
            room._experts.Add(await room.Screens.Of($"专家{n}", 1024));
        }

        return room;
    }

    /// <summary>From the preset of its kind: dates, quotas of the town, experts, published; the days of declaring have begun.</summary>
    public async Task MakeCall()
    {
        var preset = await _app.WithDb(async db => (await Competitions.Data.Programmes.ProgrammeQueries.NewestProgrammePresets(db)).First(p => p.Kind == _kind));
        await Officer.GotoAsync($"/calls/new?preset={preset.Code}");
        await Officer.FillAsync("[name=Document]", "临总工〔2026〕12 号");
        await Officer.FillAsync("[name=Contact]", "经济技术部 0571-00000000");
        await Screens.Look(Officer);
        await Officer.ClickAsync("#call .btn-primary");
        await Expect(Officer).ToHaveURLAsync(new Regex("/calls/[0-9]+/quotas"));
        _call = int.Parse(new Uri(Officer.Url).Segments[2].Trim('/'), CultureInfo.InvariantCulture);
        await Officer.GetByLabel("东湖街道总工会 至少").FillAsync("0");
        await Officer.GetByLabel("东湖街道总工会 至多").FillAsync("5");

        await Officer.ClickAsync("#quotas .btn-primary");
        await Officer.GotoAsync($"/calls/{_call}/reviewers");
        for (var n = 0; n < ExpertsAsked; n++)
        {
            await Screens.Send(Officer, "#experts button:text-is('加入') >> nth=0");
            await Expect(Officer.Locator("#experts button:text-is('移出')")).ToHaveCountAsync(n + 1);
        }

        await Officer.GotoAsync($"/calls/{_call}");
        await Screens.Send(Officer, "[value=Publish]");
        await Expect(Officer.Locator("h1 .st")).ToHaveTextAsync("申报推荐");
        _app.Clock.Advance(TimeSpan.FromDays(4));
    }

    /// <summary>The unit declares: its own worker, an answer to every question, every paper, every statement. Its id.</summary>
    public async Task<int> Declare(string title, string who)
    {
        await Unit.GotoAsync($"/calls/{_call}");
        await Unit.ClickAsync("a[href$='/applications/new']");
        await Unit.FillAsync("[name=Title]", title);
        await Unit.ClickAsync("#application .btn-primary");
        await Expect(Unit).ToHaveURLAsync(new Regex("/applications/[0-9]+/edit"));
        var id = int.Parse(new Uri(Unit.Url).Segments[2].Trim('/'), CultureInfo.InvariantCulture);
        var call = await _app.Call(_call);
        await Join(who);
        foreach (var mate in Workers.TakeLast(2).Take(call.Rules.Persons.Fewest - 1))
        {
            await Join(mate);
        }

        if (call.Rules.Persons.WithShares)
        {
            await Unit.FillAsync("[name='People[0].Share']", "100");
        }

        foreach (var field in call.Fields.Where(f => f.IsRequired))
        {
            await Answer(field);
        }

        await Screens.Look(Unit);
        await Unit.ClickAsync("#application .form-acts .btn-primary");
        await Screens.Arrives(Unit, $"/applications/{id}");
        foreach (var paper in call.Rules.Papers.Where(p => p.IsRequired))
        {
            await Unit.SelectOptionAsync("#attach [name=title]", paper.Title);
            await Unit.SetInputFilesAsync("#attach [name=file]", new FilePayload { Name = "证明.pdf", MimeType = "application/pdf", Buffer = Paper });
            await Screens.Send(Unit, "#attach button[type=submit]");
            await Expect(Unit.Locator("#papers .files")).ToContainTextAsync(paper.Title);
        }

        await HandIn(id);
        return id;
    }

    /// <summary>All statements accepted, and handed in.</summary>
    public async Task HandIn(int id)
    {
        await Unit.GotoAsync($"/applications/{id}");
        Assert.Empty(await Unit.Locator("#lacks").AllInnerTextsAsync());
        foreach (var statement in await Unit.Locator("#submission [name=accepted]").AllAsync())
        {
            await statement.CheckAsync();
        }

        await Screens.Send(Unit, "#submission button");
        await Expect(Unit.Locator("h1 .st")).ToHaveTextAsync("待单位审核");
    }

    /// <summary>Published in the unit for its days, then passed.</summary>
    public async Task PassUnit(params int[] applications)
    {
        foreach (var id in applications)
        {
            await Unit.GotoAsync($"/applications/{id}/moves/new?move=GiveUnitNotice");
            await Unit.FillAsync("[name=Place]", "厂区公告栏");
            await Screens.Send(Unit, "#move .btn-primary");
            await Expect(Unit.Locator("h1 .st")).ToHaveTextAsync("单位公示中");
        }

        _app.Clock.Advance(TimeSpan.FromDays(10)); // five working days and what lies between
        foreach (var id in applications)
        {
            await Move(Unit, id, "PassUnit", "公示无异议，同意申报。");
        }
    }

    public async Task Recommend(params int[] applications)
    {
        foreach (var id in applications)
        {
            await Screens.Visit(Town, $"/applications/{id}");
            await Move(Town, id, "Recommend", "同意推荐。");
        }
    }

    /// <summary>Whoever the rules ask has said his word, and the formal check found it in order.</summary>
    public async Task Accept(params int[] applications)
    {
        foreach (var id in applications)
        {
            var call = await _app.Call(_call);
            foreach (var body in (await _app.Application(id)).OpinionsNeeded(call.Rules))
            {
                await Officer.GotoAsync($"/applications/{id}/opinions/new?body={Uri.EscapeDataString(body)}");
                await Officer.FillAsync("#opinion [name=Text]", "未发现问题。");
                await Screens.Send(Officer, "#opinion .btn-primary");
            }

            await Move(Officer, id, "Accept", "材料齐全。");
        }
    }

    public async Task BeginReview()
    {
        _app.Clock.Advance((await _app.Call(_call)).RecommendBy.AddDays(1) - _app.Clock.GetUtcNow().UtcDateTime);
        await Officer.GotoAsync($"/calls/{_call}");
        await Screens.Send(Officer, "[value=BeginReview]");
        await Expect(Officer.Locator("h1 .st")).ToHaveTextAsync("专家评审");
    }

    /// <summary>Every expert gives each so much of the full marks, in per cent; where the rules have a pitch, once more after it.</summary>
    public async Task Score(int first, int share, int? second = null, int secondShare = 0)
    {
        var shares = new Dictionary<int, int> { [first] = share };
        if (second is { } other)
        {
            shares[other] = secondShare;
        }

        await Round(shares);
        if ((await _app.Call(_call)).Rules.Pitch is not null)
        {
            await Officer.GotoAsync($"/calls/{_call}");
            await Screens.Send(Officer, "[value=Shortlist]");
            await Expect(Officer.Locator("h1 .st")).ToHaveTextAsync("现场路演");
            await Round(shares);
        }
    }

    /// <summary>Ranked by the officer, approved by the leader.</summary>
    public async Task Decide()
    {
        await Officer.GotoAsync($"/calls/{_call}");
        await Screens.Send(Officer, "[value=Rank]");
        await Expect(Officer.Locator("h1 .st")).ToHaveTextAsync("待审定");
        await Screens.Visit(Leader, $"/calls/{_call}/approval/new");
        await Screens.Send(Leader, "#approval [value=true]");
        await Expect(Leader.Locator("h1 .st")).ToHaveTextAsync("已审定");
    }

    /// <summary>On the portal for everybody.</summary>
    public async Task Notice()
    {
        await Officer.GotoAsync($"/calls/{_call}/notice/new");
        await Screens.Send(Officer, "#notice .btn-primary");
        await Officer.GotoAsync($"/calls/{_call}");
        await Expect(Officer.Locator("h1 .st")).ToHaveTextAsync("公示");
        var id = await StandingNotice();
        await using var anybody = await Chromium.Window(_app.Address, width: 390, height: 844);
        var page = await anybody.NewPageAsync();
        await Screens.Visit(page, $"/portal/notices/{id}");
        await Expect(page.Locator("h1")).ToContainTextAsync("公示");
    }

    /// <summary>Its days are over without an objection: named, and in the register.</summary>
    public async Task Name()
    {
        _app.Clock.Advance(TimeSpan.FromDays(20));
        await Officer.GotoAsync($"/calls/{_call}");
        await Officer.ClickAsync("a[href$='move=Name']");
        await Officer.FillAsync("#move [name=Document]", Calling.Note);
        await Screens.Send(Officer, "#move .btn-primary");
        await Expect(Officer.Locator("h1 .st")).ToHaveTextAsync("已命名");
    }

    /// <summary>Made by the officer, verified by anybody on a phone.</summary>
    public async Task Certify(int honourId)
    {
        await Officer.GotoAsync($"/certificate-orders/new?honour={honourId}");
        await Screens.Send(Officer, "#order button[type=submit]");
        await Screens.Arrives(Officer, "/certificates/1");
        await using var anybody = await Chromium.Window(_app.Address, width: 390, height: 844);
        var page = await anybody.NewPageAsync();
        await Screens.Visit(page, $"/verify/{await _app.WithDb(db => db.Certificates.Select(c => c.Token).SingleAsync())}");
        await Expect(page.Locator(".res h2")).ToHaveTextAsync("证书有效");
    }

    /// <summary>Somebody objects in his own name, at the portal. His receipt.</summary>
    public async Task<string> Object(string name, string text)
    {
        await using var anybody = await Chromium.Window(_app.Address, width: 390, height: 844);
        var page = await anybody.NewPageAsync();
        await page.GotoAsync($"/portal/notices/{await StandingNotice()}/objections/new");
        await page.FillAsync("[name=Name]", name);
        await page.FillAsync("[name=Phone]", "13812345678");
        await page.FillAsync("[name=Unit]", "衡远机电");
        await page.FillAsync("[name=Text]", text);
        await page.CheckAsync("[name=Agrees]");
        await Screens.Send(page, "#objection .btn-primary");
        return await _app.WithDb(db => db.Objections.Select(o => o.Receipt).SingleAsync());
    }

    /// <summary>The officer finds it right, and the notice is withdrawn.</summary>
    public async Task Uphold(string finding)
    {
        var id = await _app.WithDb(db => db.Objections.Select(o => o.Id).SingleAsync());
        await Officer.GotoAsync($"/objections/{id}");
        await Officer.CheckAsync("[name=Outcome][value=Upheld]");
        await Officer.FillAsync("[name=Finding]", finding);
        await Screens.Send(Officer, "#answer .btn-primary");
    }

    /// <summary>A move with its word, over the page that asks for it.</summary>
    public static async Task Move(IPage page, int id, string move, string why)
    {
        await page.GotoAsync($"/applications/{id}");
        await page.ClickAsync($"a[href$='move={move}']");
        await page.FillAsync("#move [name=Why]", why);
        await Screens.Send(page, "#move .form-acts button");
        await Screens.Arrives(page, $"/applications/{id}");
    }

    public ValueTask DisposeAsync() => Screens.DisposeAsync();

    private Task<int> StandingNotice() => _app.WithDb(db => db.PublicNotices.OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync());

    private async Task Join(string who)
    {
        await Unit.FillAsync("#Search", who);
        await Screens.Send(Unit, "[name=find]");
        await Screens.Send(Unit, ".found [name=Add]");
        await Expect(Unit.Locator(".picked")).ToContainTextAsync(who);
    }

    private async Task Answer(FormField field)
    {
        var name = $"[name='answers.{field.Key}']";
        switch (field.Kind)
        {
            case FieldKind.Choice:
                await Unit.SelectOptionAsync(name, field.Options[0]);
                break;
            case FieldKind.Choices:
                await Unit.CheckAsync($"{name} >> nth=0");
                break;
            case FieldKind.YesNo:
                await Unit.CheckAsync($"{name}[value='{(field.Key == "front-line" ? "是" : "否")}']");
                break;
            case FieldKind.Table:
                for (var c = 0; c < field.Columns.Count; c++)
                {
                    await Unit.FillAsync($"[name='answers.{field.Key}.{c}'] >> nth=0", field.Columns[c].IsNumber ? "12" : field.Columns[c].Name == "完成日期" ? _app.Now().AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "如证明");
                }

                break;
            case FieldKind.Points:
                for (var n = 0; n < Math.Min(3, field.Most); n++)
                {
                    await Unit.FillAsync($"{name} >> nth={n}", $"{field.Label}之{n + 1}");
                }

                break;
            case FieldKind.Date:
                await Unit.FillAsync(name, _app.Now().AddMonths(-13).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                await Unit.FillAsync(name, field.Key == "in-trade-since" ? "2010" : field.Kind is FieldKind.Number ? "12" : $"{field.Label}：按规范完成，数据见证明。");
                break;
        }
    }

    private Task Round(Dictionary<int, int> shares) => Task.WhenAll(_experts.Select(async expert =>
    {
        await Screens.Visit(expert, "/reviews");
        var rubric = (await _app.Call(_call)).Rules.Rubric;
        foreach (var (id, share) in shares)
        {
            var code = (await _app.Application(id)).BlindCode!;
            await expert.GotoAsync("/reviews");
            await expert.Locator("tr").Filter(new() { HasText = (await _app.Call(_call)).Rules.IsBlind && (await _app.Call(_call)).Stage is CallStage.Reviewing ? code : (await _app.Application(id)).Title }).Locator("a").First.ClickAsync();
            await expert.WaitForSelectorAsync("#review");
            for (var i = 0; i < rubric.Count; i++)
            {
                await expert.FillAsync($"[name='Items[{i}].Points']", (rubric[i].Most * share / 100).ToString("0.#", CultureInfo.InvariantCulture));
            }

            await Screens.Send(expert, "[data-hand-in]");
        }
    }));
}
