using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

public class BoardsTests
{
    private const string Snapshot = "/boards/WELD/final/workers/snapshot";
    private const string Audience = "/live/boards/WELD";
    private const string Jury = "/live/events/WELD/board";

    [Fact]
    public async Task Nothing_is_shown_until_a_module_is_released_and_then_all_marks_of_it()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Mark(floor, 0, 80, 85, 90);
        var page = await app.Open().Visit(Snapshot);
        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.Page.QuerySelectorAll("[data-row]").Length));
        Assert.DoesNotContain("85", page.Text("table"), StringComparison.Ordinal);
        await using var viewer = await Listener.To(app, Audience);
        var before = await viewer.Ask("Watch", "final", "workers");

        await Release(app, r => r.Release("practical"));
        var push = await viewer.Hear("BoardMoved");
        Assert.Equal(-1, push!.Value.GetProperty("from").GetInt64()); // look again
        Assert.True(push.Value.GetProperty("to").GetInt64() > before.GetProperty("result").GetInt64());

        await page.Visit(Snapshot);
        Assert.Equal(3, page.Page.QuerySelectorAll("[data-row]").Length);
        Assert.Equal(["1", "001", "85.00", "59.50", ""], page.Texts("[data-row='WELD@final.001'] td")); // (80 + 85 + 90) ÷ 3, 70 % of it
    }

    [Fact]
    public async Task A_mark_moves_the_rows_of_who_watches_and_the_pushes_fold_into_the_snapshot()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Release(app, r => r.Release("practical"));
        await using var viewer = await Listener.To(app, Audience);
        var version = (await viewer.Ask("Watch", "final", "workers")).GetProperty("result").GetInt64();

        await Mark(floor, 2, 90, 90, 90);
        JsonElement? last = null;
        while (version % 1_000_000_000 < 3 && await viewer.Hear("BoardMoved") is { } push)
        {
            Assert.Equal(version, push.GetProperty("from").GetInt64());
            (version, last) = (push.GetProperty("to").GetInt64(), push);
        }

        var row = last!.Value.GetProperty("rows")[0];
        Assert.Equal((0, "WELD@final.003", "63.00"), (row.GetProperty("place").GetInt32(), row.GetProperty("row").GetProperty("label").GetString(), row.GetProperty("row").GetProperty("total").GetString()));
        Assert.Equal($"\"{version}\"", (await app.Open().Http.GetAsync(Snapshot)).Headers.ETag!.ToString());
    }

    [Fact]
    public async Task A_frozen_board_stands_still_for_the_public_and_goes_on_for_the_jury()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Release(app, r => r.Release("practical"));
        await Mark(floor, 0, 80, 80, 80);
        await Release(app, r => r.Freeze(3));
        await Mark(floor, 1, 95.5m, 95.5m, 95.5m);
        var chief = await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief");

        Assert.DoesNotContain("95.50", (await app.Open().Visit(Snapshot)).Body, StringComparison.Ordinal);
        Assert.Contains("80.00", (await app.Open().Visit(Snapshot)).Body, StringComparison.Ordinal);
        Assert.Contains("95.50", (await app.As(chief).Visit("/events/WELD/board/final/workers/snapshot")).Body, StringComparison.Ordinal);

        await using var viewer = await Listener.To(app, Audience);
        await viewer.Ask("Watch", "final", "workers");
        await Release(app, r => r.Unfreeze());
        Assert.NotNull(await viewer.Hear("BoardMoved")); // the board looks once a second by itself
        Assert.Contains("95.50", (await app.Open().Visit(Snapshot)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_jurys_board_is_closed_to_everybody_else()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var chief = await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief");

        foreach (var stranger in (string?[])[null, floor.Judges[0], await app.Judge(await app.Registering("LATHE"), DutyKind.ChiefJudge, "of-another-event")])
        {
            await Assert.ThrowsAsync<WebSocketException>(() => Listener.To(app, Jury, stranger));
            var browser = stranger is null ? app.Open() : app.As(stranger);
            Assert.Contains((await browser.Http.GetAsync("/events/WELD/board/final/workers/snapshot")).StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.Redirect]);
        }

        await using var viewer = await Listener.To(app, Jury, chief);
        Assert.True((await viewer.Ask("Watch", "final", "workers")).GetProperty("result").GetInt64() > 0);
    }

    [Fact]
    public async Task A_snapshot_that_is_held_already_is_not_sent_again()
    {
        await using var app = new App();
        await Floor.Open(app);
        await Release(app, r => r.Release("practical"));
        var http = app.Open().Http;
        var first = await http.GetAsync(Snapshot);
        using var again = new HttpRequestMessage(HttpMethod.Get, Snapshot) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var zipped = new HttpRequestMessage(HttpMethod.Get, Snapshot) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("gzip") } } };

        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again)).StatusCode);
        Assert.Equal(["gzip"], (await http.SendAsync(zipped)).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/boards/NIX/final/workers/snapshot")]
    [InlineData("/boards/WELD/nix/workers/snapshot")]
    [InlineData("/boards/WELD/final/nix/snapshot")]
    public async Task There_is_no_board_of_what_is_not_there(string address)
    {
        await using var app = new App();
        await Floor.Open(app);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Visit(address)).Status);
    }

    /// <summary>S11: a stranger may say a little; more, or something very long, ends his connection, and others do not notice.</summary>
    [Fact]
    public async Task A_stranger_who_shouts_is_shown_out_and_the_others_go_on()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Release(app, r => r.Release("practical"));
        await using var viewer = await Listener.To(app, Audience);
        await viewer.Ask("Watch", "final", "workers");
        await using (var shouting = await Listener.To(app, Audience))
        {
            await Said(shouting, $"{{\"type\":1,\"target\":\"Watch\",\"arguments\":[\"{new string('x', 10_000_000)}\",\"workers\"]}}\u001e");
            await Assert.ThrowsAnyAsync<Exception>(() => shouting.Ask("Watch", "final", "workers"));
        }

        await using (var chattering = await Listener.To(app, Audience))
        {
            var closed = false;
            for (var n = 0; n < 1_000 && !closed; n++)
            {
                try
                {
                    await chattering.Ask("Watch", "nix", "nix");
                }
                catch (Exception gone) when (gone is InvalidOperationException or WebSocketException)
                {
                    closed = true;
                }
            }

            Assert.True(closed);
        }

        await Mark(floor, 0, 80, 80, 80);
        Assert.NotNull(await viewer.Hear("BoardMoved"));
        await Assert.ThrowsAsync<WebSocketException>(() => Listener.To(app, Audience, origin: "https://elsewhere.example"));
    }

    public static TheoryData<string> Noise => new("""{"type":1,"target":"Sing","arguments":[]}""", """{"type":1,"invocationId":"7","target":"Watch","arguments":[1]}""", """{"type":6}""", """{"type":5,"invocationId":"7"}""");

    /// <summary>S11: also with what is no question at all nobody keeps the server busy.</summary>
    [Theory]
    [MemberData(nameof(Noise))]
    public async Task A_stranger_who_sends_a_thousand_words_a_second_is_shown_out_whatever_they_are(string word)
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Release(app, r => r.Release("practical"));
        await using var viewer = await Listener.To(app, Audience);
        await viewer.Ask("Watch", "final", "workers");
        await using var noisy = await Listener.To(app, Audience);

        for (var n = 0; n < 5_000 && noisy.State is WebSocketState.Open; n++)
        {
            await Said(noisy, word + '\u001e');
        }

        await Assert.ThrowsAnyAsync<Exception>(() => noisy.Ask("Watch", "final", "workers"));
        await Mark(floor, 0, 80, 80, 80);
        Assert.NotNull(await viewer.Hear("BoardMoved"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"type\":1,\"target\":\"Watch\",\"arguments\":[[[[[[")]
    public async Task Who_speaks_no_language_of_ours_is_shown_out(string words)
    {
        await using var app = new App();
        await Floor.Open(app);
        await using var stranger = await Listener.To(app, Audience);

        await Said(stranger, words + '\u001e');

        await Assert.ThrowsAnyAsync<Exception>(() => stranger.Ask("Watch", "final", "workers"));
    }

    /// <summary>The other end may hang up in the middle of a word.</summary>
    private static async Task Said(Listener listener, string raw)
    {
        try
        {
            await listener.Say(raw);
        }
        catch (WebSocketException)
        {
            // which is what is asked for
        }
    }

    private static async Task Mark(Floor floor, int work, params decimal[] values)
    {
        foreach (var (judge, value) in floor.Judges.Zip(values))
        {
            Assert.NotNull((await floor.Give(judge, Floor.Panel(floor.Works[work], value))).Single().Sequence);
        }
    }

    private static Task Release(App app, Action<BoardRelease> act) => app.WithDb(async db =>
    {
        var release = await db.BoardReleases.SingleOrDefaultAsync() ?? db.Add(new BoardRelease("WELD", "final")).Entity;
        act(release);
        await db.SaveChangesAsync();
    });
}
