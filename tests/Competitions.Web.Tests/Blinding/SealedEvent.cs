using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Blinding;

/// <summary>The event WELD with its practical module under three layers that are drawn and sealed; everybody signed in, and the two who keep the codes.</summary>
internal sealed class SealedEvent(App app, int id, string keeper, string watcher)
{
    public const string Code = "WELD";
    public const string Password = "Codes-2026-pass";
    public const string Keeper = "keeper";
    public const string Supervisor = "watcher";

    public int Id { get; } = id;
    public Browser Judge { get; } = app.As(keeper);
    public Browser Watcher { get; } = app.As(watcher);
    public string KeeperId { get; } = keeper;
    public string WatcherId { get; } = watcher;

    /// <summary>The halves as the two were shown them.</summary>
    public string OwnHalf { get; private set; } = "";
    public string OtherHalf { get; private set; } = "";

    public static async Task<SealedEvent> Open(App app, int entries = 4, int layers = 3)
    {
        var id = await app.Ready(entries);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == id);
            of.Compose(of.Rules with { SealedCodes = true }, [.. of.Rounds], [.. of.Groups], [.. of.Modules.Select(m => m.Code == "practical" ? m with { Layers = layers } : m)]);
            (await db.Entries.ToListAsync()).ForEach(e => e.Make(EntryMove.SignIn, "test", app.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        });
        return new SealedEvent(app, id, await Person(app, id, Keeper, DutyKind.EncryptionJudge), await Person(app, id, Supervisor, DutyKind.Supervisor));
    }

    /// <summary>With the key made and halved.</summary>
    public async Task<SealedEvent> WithKey()
    {
        OwnHalf = (await (await Judge.Visit($"/events/{Code}/codes")).Submit("#make-key")).Text("[data-half]");
        OtherHalf = (await (await Watcher.Visit($"/events/{Code}/codes")).Submit("#take-half")).Text("[data-half]");
        return this;
    }

    /// <summary>Started, and every layer promised, drawn and sealed, one after the other.</summary>
    public async Task<SealedEvent> Drawn()
    {
        await WithKey();
        await (await (await app.Organiser()).Visit($"/events/{Code}")).Submit("#Start");
        for (var layer = 1; (await Judge.Visit($"/events/{Code}/codes")).Page.QuerySelector("form.commit") is not null; layer++)
        {
            await Promise();
            await Draw($"第{layer}签");
            await Seal();
        }

        return this;
    }

    public async Task<Browser> Promise() => await (await Judge.Visit($"/events/{Code}/codes")).Submit("form.commit");

    /// <summary>From the page of the draw.</summary>
    public async Task<Browser> Draw(string word)
    {
        await Judge.Visit(Judge.Page.QuerySelector("a[href$='/result/new']")!.GetAttribute("href")!);
        return await Judge.Submit("form#result", Witnessed(("Word", word)));
    }

    public async Task<Browser> Seal()
    {
        await Judge.Visit(Judge.Page.QuerySelector("a[href$='/seal/new']")!.GetAttribute("href")!);
        return await Judge.Submit("form#seal", Witnessed());
    }

    public async Task<Browser> Finish() => await (await (await app.Organiser()).Visit($"/events/{Code}")).Submit("#Finish");

    public async Task<Browser> Unseal(params (string Name, string Value)[] other) =>
        await (await Judge.Visit($"/events/{Code}/opening/new")).Submit("form#open", Typed(other));

    /// <summary>What both type for the opening.</summary>
    public Dictionary<string, string> Typed(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string> { ["OwnPassword"] = Password, ["OwnHalf"] = OwnHalf, ["Witness"] = Supervisor, ["WitnessPassword"] = Password, ["WitnessHalf"] = OtherHalf };
        foreach (var (name, value) in other)
        {
            fields[name] = value;
        }

        return fields;
    }

    public static Dictionary<string, string> Witnessed(params (string Name, string Value)[] more) =>
        new([new("Witness", Supervisor), new("Password", Password), .. more.Select(m => new KeyValuePair<string, string>(m.Name, m.Value))]);

    public Task<List<CodeDraw>> Draws() => app.WithDb(db => db.CodeDraws.AsNoTracking().OrderBy(d => d.Id).ToListAsync());

    public static async Task<string> Person(App app, int id, string name, DutyKind duty)
    {
        var account = await app.Judge(id, duty, name);
        await app.WithDb(async db =>
        {
            var known = await db.Users.SingleAsync(u => u.Id == account);
            known.PasswordHash = new PasswordHasher<Account>().HashPassword(known, Password);
            known.LockoutEnabled = true;
            await db.SaveChangesAsync();
        });
        return account;
    }
}
