using System.Net;
using System.Text;
using Competitions.Blinding;
using Competitions.Data;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Blinding;

public class DrawsTests
{
    [Fact]
    public async Task A_layer_is_promised_shown_drawn_before_a_witness_and_sealed()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app)).WithKey();
        var judge = await sealedEvent.Promise();
        var draw = Assert.Single(await sealedEvent.Draws());
        Assert.Equal((DrawStage.Committed, draw.Commitment), (draw.Stage, judge.Text(".promise code"))); // shown before anything is drawn
        Assert.Null(draw.ResultHash);

        await sealedEvent.Draw("三月七");
        Assert.Equal(4, judge.Page.QuerySelectorAll("#handed tbody tr").Length);
        Assert.Contains("0001 选手01", judge.Text("#handed"), StringComparison.Ordinal);
        draw = Assert.Single(await sealedEvent.Draws());
        Assert.Equal((sealedEvent.KeeperId, sealedEvent.WatcherId, 4), (draw.DrawnBy, draw.Witness, draw.Count));
        Assert.Equal(draw.ResultHash, judge.Text("[data-result]"));

        await sealedEvent.Seal();
        draw = Assert.Single(await sealedEvent.Draws());
        Assert.Equal(DrawStage.Sealed, draw.Stage);
        await judge.Visit($"/events/WELD/draws/{draw.Id}");
        Assert.Null(judge.Page.QuerySelector("#handed")); // from here on nobody sees them
        Assert.Equal(["code-draw.commit", "code-draw.drawn", "code-draw.seal"], await app.WithDb(db => db.Audit.Where(a => a.Act.StartsWith("code-draw")).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task The_watcher_sees_no_codes_and_the_supervisor_alone_witnesses()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app)).WithKey();
        await SealedEvent.Person(app, sealedEvent.Id, "clerk", DutyKind.ScoreClerk);
        var judge = await sealedEvent.Promise();
        await judge.Visit(judge.Page.QuerySelector("a[href$='/result/new']")!.GetAttribute("href")!);
        foreach (var (name, password) in ((string, string)[])[("watcher", "Codes-2025-pass"), ("nobody", SealedEvent.Password), ("clerk", SealedEvent.Password), ("keeper", SealedEvent.Password)])
        {
            await judge.Submit("form#result", new Dictionary<string, string> { ["Witness"] = name, ["Password"] = password, ["Word"] = "七" });
            Assert.Equal(HttpStatusCode.Conflict, judge.Status);
            Assert.Contains("见证人的用户名或密码不对", judge.Text(".errsum"), StringComparison.Ordinal);
            Assert.DoesNotContain(password, judge.Body, StringComparison.Ordinal);
        }

        Assert.Equal(DrawStage.Committed, Assert.Single(await sealedEvent.Draws()).Stage);
        Assert.Equal(4, await app.WithDb(db => db.Audit.CountAsync(a => a.Act == "witness.sign" && !a.Allowed)));
        await judge.Submit("form#result", SealedEvent.Witnessed(("Word", "七")));
        Assert.Equal(HttpStatusCode.OK, judge.Status);
        await sealedEvent.Watcher.Visit(judge.Address);
        Assert.Equal(HttpStatusCode.OK, sealedEvent.Watcher.Status);
        Assert.Null(sealedEvent.Watcher.Page.QuerySelector("#handed"));
    }

    [Fact]
    public async Task A_witness_who_has_an_authenticator_signs_with_its_code_and_with_each_once()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app)).WithKey();
        var key = await Totp.Key(app, sealedEvent.WatcherId);
        var (judge, code) = (await sealedEvent.Promise(), Totp.Code(key));
        await judge.Visit(judge.Page.QuerySelector("a[href$='/result/new']")!.GetAttribute("href")!);
        Assert.Equal("", judge.Value("[name=WitnessCode]"));
        foreach (var wrong in (string[])["", Totp.Code(key, 40)])
        {
            await judge.Submit("form#result", SealedEvent.Witnessed(("Word", "七"), ("WitnessCode", wrong)));
            Assert.Contains("见证人的用户名或密码不对", judge.Text(".errsum"), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.Conflict, DrawStage.Committed), (judge.Status, Assert.Single(await sealedEvent.Draws()).Stage));
        }

        await judge.Submit("form#result", SealedEvent.Witnessed(("Word", "七"), ("WitnessCode", code)));
        Assert.Equal(DrawStage.Drawn, Assert.Single(await sealedEvent.Draws()).Stage);
        await judge.Visit(judge.Page.QuerySelector("a[href$='/seal/new']")!.GetAttribute("href")!);
        await judge.Submit("form#seal", SealedEvent.Witnessed(("WitnessCode", code)));
        Assert.Equal((HttpStatusCode.Conflict, DrawStage.Drawn), (judge.Status, Assert.Single(await sealedEvent.Draws()).Stage));
        await judge.Submit("form#seal", SealedEvent.Witnessed(("WitnessCode", Totp.Code(key, 1))));
        Assert.Equal(DrawStage.Sealed, Assert.Single(await sealedEvent.Draws()).Stage);
    }

    [Fact]
    public async Task Each_half_is_shown_once_to_its_own_holder_and_lies_in_the_house_no_more()
    {
        await using var app = new App();
        var sealedEvent = await SealedEvent.Open(app);
        await (await sealedEvent.Judge.Visit("/events/WELD/codes")).Submit("#make-key");
        var own = sealedEvent.Judge.Text("[data-half]");
        Assert.DoesNotContain(own, (await sealedEvent.Watcher.Visit("/events/WELD/codes")).Body, StringComparison.Ordinal);
        Assert.Null((await sealedEvent.Judge.Visit("/events/WELD/codes")).Page.QuerySelector("#take-half, #make-key, form.commit")); // nothing is drawn before both are out
        await sealedEvent.Watcher.Submit("#take-half");
        var other = sealedEvent.Watcher.Text("[data-half]");
        Assert.NotEqual(own, other);
        var key = await app.WithDb(db => db.SealKeys.AsNoTracking().SingleAsync());
        Assert.Null(key.Waiting);
        Assert.NotNull(Competitions.Web.Blinding.Sealing.Unwrap(key.Wrapped, own, other));
        Assert.Null((await sealedEvent.Watcher.Visit("/events/WELD/codes")).Page.QuerySelector("#take-half"));
    }

    /// <summary>The file of the database with the key of the house: everything that is stored opens nothing of a sealed layer.</summary>
    [Fact]
    public async Task The_database_with_the_key_of_the_house_tells_no_code_of_a_sealed_layer()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app)).Drawn();
        var draws = await sealedEvent.Draws();
        Assert.Equal(["@final 1 Sealed", "practical 2 Sealed", "practical 3 Sealed"], draws.Select(d => $"{d.Place} {d.Layer} {d.Stage}"));
        Assert.All(draws, d => Assert.True(d.Kept is null && d.Text is null && d.Box is not null));
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        Assert.All(draws, d => Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => cipher.Open("code-draw", d.Box!)));
        Assert.All(draws, d => Assert.DoesNotContain("competitions.code-book", Encoding.UTF8.GetString(d.Box!), StringComparison.Ordinal));
        Assert.Empty(await app.WithDb(db => db.CodeBook.Where(l => l.Module != "theory").ToListAsync())); // no line says whose a sealed work is
        Assert.Equal(4, await app.WithDb(db => db.Works.CountAsync(w => w.Module == "practical")));
    }

    [Fact]
    public async Task Works_of_a_sealed_module_come_with_its_last_layer_in_an_order_of_their_codes()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app, layers: 2)).WithKey();
        await (await (await app.Organiser()).Visit("/events/WELD")).Submit("#Start");
        Assert.Empty(await Works(app));
        await sealedEvent.Promise();
        await sealedEvent.Draw("一");
        await sealedEvent.Seal();
        Assert.Empty(await Works(app));
        await sealedEvent.Promise();
        await sealedEvent.Draw("二");
        await sealedEvent.Seal();
        var works = await Works(app);
        Assert.Equal(works.Order(StringComparer.Ordinal), works);
        Assert.All(works, w => Assert.Matches("^[2-9A-Z]{4}-0[1-4]$", w)); // marked by 赛位号
    }

    [Fact]
    public async Task Drawn_again_needs_a_reason_keeps_the_old_one_and_ends_with_the_first_mark()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app, layers: 1)).Drawn();
        var (judge, first) = (sealedEvent.Judge, Assert.Single(await sealedEvent.Draws()));
        await (await judge.Visit($"/events/WELD/draws/{first.Id}/replacement/new")).Submit("form#replacement", SealedEvent.Witnessed(("Why", "")));
        Assert.Equal(HttpStatusCode.Conflict, judge.Status);
        await judge.Submit("form#replacement", SealedEvent.Witnessed(("Why", "有选手补签到")));
        Assert.Empty(await Works(app));
        var kept = Assert.Single(await sealedEvent.Draws());
        Assert.Equal((DrawStage.Replaced, "有选手补签到", first.ResultHash), (kept.Stage, kept.Why, kept.ResultHash));

        await sealedEvent.Promise();
        await sealedEvent.Draw("再");
        await sealedEvent.Seal();
        var (works, second) = (await Works(app), (await sealedEvent.Draws())[^1]);
        Assert.Equal((2, 4), (second.Attempt, works.Count));
        await app.WithDb(async db =>
        {
            var head = await db.LedgerHeads.SingleAsync();
            db.Add(head.Append(new GivenMark(Guid.NewGuid(), works[0], MarkItem.Panel, 80, DateTimeOffset.UnixEpoch), "judge", new Sheet("practical", new DateOnly(2026, 5, 1)), app.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        });
        await (await judge.Visit($"/events/WELD/draws/{second.Id}/replacement/new")).Submit("form#replacement", SealedEvent.Witnessed(("Why", "再来一次")));
        Assert.Equal(HttpStatusCode.Conflict, judge.Status);
        Assert.Contains("已经有作品得到给分", judge.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(works, await Works(app));
    }

    [Fact]
    public async Task Cards_are_printed_between_the_draw_and_the_sealing_and_name_nobody()
    {
        await using var app = new App();
        var sealedEvent = await (await SealedEvent.Open(app)).WithKey();
        var judge = await sealedEvent.Promise();
        var draw = Assert.Single(await sealedEvent.Draws()).Id;
        Assert.Equal(HttpStatusCode.Conflict, (await judge.Visit($"/events/WELD/draws/{draw}/cards")).Status);
        await judge.Visit($"/events/WELD/draws/{draw}");
        await sealedEvent.Draw("七");
        await judge.Visit($"/events/WELD/draws/{draw}/cards");
        Assert.Equal(["001", "002", "003", "004"], judge.Page.QuerySelectorAll("[data-card]").Select(c => c.GetAttribute("data-card")));
        Assert.DoesNotContain("选手0", judge.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await sealedEvent.Watcher.Visit($"/events/WELD/draws/{draw}/cards")).Status);
        await judge.Visit($"/events/WELD/draws/{draw}");
        await sealedEvent.Seal();
        Assert.Equal(HttpStatusCode.Conflict, (await judge.Visit($"/events/WELD/draws/{draw}/cards")).Status);
        var sheet = (await sealedEvent.Watcher.Visit($"/events/WELD/draws/{draw}/sheet")).Text(".sealsheet");
        Assert.Contains((await sealedEvent.Draws())[0].ResultHash!, sheet, StringComparison.Ordinal);
    }

    private static Task<List<string>> Works(App app) => app.WithDb(db => db.Works.Where(w => w.Module == "practical").OrderBy(w => w.Id).Select(w => w.Code).ToListAsync());
}
