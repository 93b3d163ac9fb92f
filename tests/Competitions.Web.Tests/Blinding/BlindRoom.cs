using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Competitions.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Blinding;

/// <summary>The event WELD before its key is made, three judges in a panel of each module, a re-check asked for; everybody at a window.</summary>
internal sealed class BlindRoom : IAsyncDisposable
{
    private readonly App _app;

    private BlindRoom(App app) => (_app, Address, Screens) = (app, app.Address, new Screens(app));

    public Uri Address { get; }
    public Screens Screens { get; }
    public IPage Organiser { get; private set; } = null!;
    public IPage Keeper { get; private set; } = null!;
    public IPage Supervisor { get; private set; } = null!;
    public IPage Chief { get; private set; } = null!;
    public IPage Clerk { get; private set; } = null!;

    /// <summary>The halves of the key as the two were shown them.</summary>
    public string OwnHalf { get; private set; } = "";
    public string OtherHalf { get; private set; } = "";

    public static async Task<BlindRoom> Open(App app, int entries)
    {
        var sealedEvent = await SealedEvent.Open(app, entries);
        foreach (var (duty, name) in ((DutyKind, string)[])
        [
            (DutyKind.ScoringJudge, "judge1"), (DutyKind.ScoringJudge, "judge2"), (DutyKind.ScoringJudge, "judge3"),
            (DutyKind.ChiefJudge, "chief"), (DutyKind.ScoreClerk, "clerk"), (DutyKind.Supervisor, "arbiter"),
        ])
        {
            await app.Judge(sealedEvent.Id, duty, name);
        }

        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == sealedEvent.Id);
            var rules = of.Rules with { RequiresRecheck = true, NoticeDays = 2, Prizes = [new("一等奖", 0.2m), new("二等奖", 0.2m), new("三等奖", 0.2m)] };
            of.Compose(rules, [.. of.Rounds], [.. of.Groups], [.. of.Modules]);
            foreach (var module in of.Modules)
            {
                var panel = new Panel(of, module.Code, $"{module.Name}组", []);
                (await db.Users.Where(u => u.UserName!.StartsWith("judge")).ToListAsync()).ForEach(u => panel.Seat(u.Id, u.DisplayName, leads: false));
                db.Add(panel);
            }

            foreach (var year in Enumerable.Range(app.Clock.GetUtcNow().Year, 2).Except(await db.CalendarDays.Select(d => d.On.Year).ToListAsync()))
            {
                db.Add(new CalendarDay(new DateOnly(year, 1, 1), CalendarDayKind.Off, "元旦")); // arranged, whenever the test runs
            }

            await db.SaveChangesAsync();
        });
        await app.Open(DutyKind.FederationOfficer);
        var room = new BlindRoom(app);
        room.Organiser = await room.Screens.Of("FederationOfficer@LP");
        (room.Keeper, room.Supervisor) = (await room.Screens.Of(SealedEvent.Keeper), await room.Screens.Of(SealedEvent.Supervisor, 1024, 768));
        (room.Chief, room.Clerk) = (await room.Screens.Of("chief"), await room.Screens.Of("clerk"));
        return room;
    }

    public async Task MakeKey()
    {
        await Press(Keeper, "/events/WELD/codes", "#make-key button");
        OwnHalf = await Keeper.InnerTextAsync("[data-half]");
        await Press(Supervisor, "/events/WELD/codes", "#take-half button");
        OtherHalf = await Supervisor.InnerTextAsync("[data-half]");
    }

    /// <summary>Opens a page and presses a button of it, which is not refused.</summary>
    public async Task Press(IPage page, string address, string button)
    {
        await Screens.Visit(page, address);
        Assert.True((await Screens.Send(page, button)).Status < 400, $"{address} {button}");
    }

    /// <summary>The one who signs writes his name.</summary>
    public static async Task Sign(IPage page, string name, string form)
    {
        await page.FillAsync($"{form} #Name", name);
        Assert.True((await Screens.Send(page, $"{form} button[type=submit]")).Status < 400, $"{page.Url} {form}");
    }

    /// <summary>The supervisor signs in on the encryption judge's page.</summary>
    public async Task Witness(params (string Field, string Value)[] more)
    {
        foreach (var (field, value) in more.Append(("#Witness", SealedEvent.Supervisor)).Append(("#Password", SealedEvent.Password)))
        {
            await Keeper.FillAsync(field, value);
        }
    }

    /// <summary>From the organiser's form: computed, held against the figures, confirmed by the chief judge, published.</summary>
    public async Task Result((int Competitor, string Total)[] expected, Dictionary<int, string> numbers)
    {
        await Screens.Send(Organiser, "#compute");
        await Screens.Computed(Organiser);
        var rows = Organiser.Locator("#sheet tbody tr");
        await Expect(rows).ToHaveCountAsync(expected.Length);
        foreach (var (place, row) in expected.Index())
        {
            await Expect(rows.Nth(place)).ToHaveAttributeAsync("data-number", numbers[row.Competitor]);
            await Expect(rows.Nth(place)).ToContainTextAsync($"选手{row.Competitor:00}");
            await Expect(rows.Nth(place).Locator(".res-place")).ToHaveTextAsync($"{place + 1}");
            await Expect(rows.Nth(place).Locator(".res-total")).ToHaveTextAsync(row.Total);
        }

        var result = new Uri(Organiser.Url).AbsolutePath;
        await Press(Chief, result, "#confirm button");
        await Press(Organiser, result, "#publish button");
    }

    public Task<int> Panel(string module) => _app.WithDb(db => db.Panels.Where(p => p.Module == module).Select(p => p.Id).SingleAsync());

    public ValueTask DisposeAsync() => Screens.DisposeAsync();
}
