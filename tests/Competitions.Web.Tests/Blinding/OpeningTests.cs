using System.Net;
using Competitions.Contests;
using Competitions.Scoring;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Blinding;

public class OpeningTests
{
    [Fact]
    public async Task Both_open_the_three_layers_and_the_result_knows_whose_the_marks_are()
    {
        await using var app = new App();
        var sealedEvent = await Marked(app);
        var judge = await sealedEvent.Unseal();
        Assert.Equal(HttpStatusCode.OK, judge.Status);
        Assert.Equal("/events/WELD/opening", judge.Address);
        Assert.Equal(["加密裁判和监督到场", "冻结给分", "核对密封", "打开第三层 作品号", "打开第二层 赛位号", "打开第一层 参赛编号", "合成"], judge.Texts("[data-steps] b"));
        Assert.Equal(EventStage.Opened, await Stage(app));

        // every draw reads in clear now, and leads from the work that was marked 70, 80 … to its entry
        var expected = await Expected(app);
        var organiser = await app.Organiser();
        var result = await app.ResultAt(await organiser.Compute());
        Assert.Equal(4, expected.Count);
        Assert.All(result.Lines, l => Assert.Equal(expected[l.EntryId], (l.Number, l.Modules.Single(m => m.Code == "practical").Raw!.Value.Value)));
        Assert.True(await app.WithDb(db => db.Audit.AnyAsync(a => a.Act == "code-book.open" && a.Allowed)));
    }

    [Fact]
    public async Task Without_the_other_half_or_the_other_person_nothing_opens()
    {
        await using var app = new App();
        var sealedEvent = await Marked(app);
        foreach (var (name, value, sentence) in ((string, string, string)[])
        [
            ("OwnPassword", "wrong", "您自己的密码不对"), ("WitnessPassword", "wrong", "见证人的用户名或密码不对"), ("Witness", "keeper", "见证人的用户名或密码不对"),
            ("WitnessHalf", sealedEvent.OwnHalf, "两半钥匙对不上"), ("OwnHalf", "23456-789AB-CDEFG-HJKMN", "两半钥匙对不上"),
        ])
        {
            var judge = await sealedEvent.Unseal((name, value));
            Assert.Equal(HttpStatusCode.Conflict, judge.Status);
            Assert.Contains(sentence, judge.Text(".errsum"), StringComparison.Ordinal);
            Assert.DoesNotContain(sealedEvent.OtherHalf, judge.Body, StringComparison.Ordinal);
        }

        await Unopened(app);
    }

    [Theory]
    [InlineData(3, "实操第 3 层")]
    [InlineData(2, "实操第 2 层")]
    [InlineData(1, "决赛第 1 层")]
    public async Task One_other_byte_in_one_box_stops_all_of_it_and_is_named(int layer, string named)
    {
        await using var app = new App();
        var sealedEvent = await Marked(app);
        var draw = (await sealedEvent.Draws()).Single(d => d.Layer == layer);
        draw.Box![^1] ^= 1;
        await app.WithDb(db => db.CodeDraws.Where(d => d.Id == draw.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Box, draw.Box)));
        Assert.Contains(named, (await sealedEvent.Unseal()).Text(".errsum"), StringComparison.Ordinal);
        await Unopened(app);
    }

    /// <summary>Who holds the database and the public key closes another book in its place: its hash is another one.</summary>
    [Fact]
    public async Task A_box_that_was_exchanged_for_another_is_found_by_its_hash()
    {
        await using var app = new App();
        var sealedEvent = await Marked(app);
        var draw = (await sealedEvent.Draws()).Single(d => d.Layer == 1);
        var key = await app.WithDb(db => db.SealKeys.AsNoTracking().SingleAsync());
        var ids = await app.WithDb(db => db.Entries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());
        var other = Competitions.Blinding.CodeBook.Before(draw.At, new string('0', 64), new string('0', 32), ids.Select(i => $"{i}")).Drawn("");
        var box = Competitions.Web.Blinding.Sealing.Close(key.PublicPart, other.Text);
        await app.WithDb(db => db.CodeDraws.Where(d => d.Id == draw.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Box, box)));
        Assert.Contains("决赛第 1 层", (await sealedEvent.Unseal()).Text(".errsum"), StringComparison.Ordinal);
        await Unopened(app);
    }

    [Fact]
    public async Task The_bare_move_opens_no_sealed_code()
    {
        await using var app = new App();
        await Marked(app);
        var organiser = await (await app.Organiser()).Visit("/events/WELD");
        Assert.Null(organiser.Page.QuerySelector("#OpenCodes"));
        Assert.NotNull(organiser.Page.QuerySelector("#sealed"));
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/events/WELD/moves") { Content = new FormUrlEncodedContent([new("move", "OpenCodes")]) };
        forged.Headers.Add("X-Form-Token", organiser.Value("[name=__RequestVerificationToken]"));
        Assert.Equal(HttpStatusCode.Conflict, (await organiser.Http.SendAsync(forged)).StatusCode);
        await Unopened(app);
    }

    [Fact]
    public async Task Before_the_opening_the_preview_and_the_board_say_nothing_of_a_sealed_module()
    {
        await using var app = new App();
        await Marked(app);
        var organiser = await (await app.Organiser()).Visit("/events/WELD/results/new");
        Assert.Null(organiser.Page.QuerySelector("#sheet"));
        Assert.Contains("尚未解密", organiser.Text(".note"), StringComparison.Ordinal);
        await organiser.Visit("/boards/WELD");
        Assert.DoesNotContain("选手", organiser.Body, StringComparison.Ordinal);
    }

    /// <summary>Four entries, started, drawn through three layers, marked 70, 80 … in the order of the works' codes, finished.</summary>
    private static async Task<SealedEvent> Marked(App app)
    {
        var sealedEvent = await (await SealedEvent.Open(app)).Drawn();
        await app.WithDb(async db =>
        {
            var head = await db.LedgerHeads.SingleAsync();
            foreach (var (work, i) in (await db.Works.OrderBy(w => w.Code).ToListAsync()).Select((w, i) => (w, i)))
            {
                db.Add(head.Append(new GivenMark(Guid.NewGuid(), work.Code, MarkItem.Panel, 60 + 3 * i, DateTimeOffset.UnixEpoch), "judge", new Sheet(work.Module, new DateOnly(2026, 5, 1)), app.Clock.GetUtcNow().UtcDateTime));
            }

            await db.SaveChangesAsync();
        });
        await sealedEvent.Finish();
        return sealedEvent;
    }

    /// <summary>By hand from the texts of the draws: entry → 参赛编号 → 赛位号 → 作品号 → the mark of that work.</summary>
    private static Task<Dictionary<int, (string Number, decimal Mark)>> Expected(App app) => app.WithDb(async db =>
    {
        var layers = await db.CodeDraws.OrderBy(d => d.Layer).Select(d => d.Text!).ToListAsync();
        var maps = layers.ConvertAll(t => t.Split('\n').Skip(8).Select(l => l.Split('\t')).ToDictionary(p => p[0], p => p[1]));
        var marks = await db.Marks.ToDictionaryAsync(m => m.Work, m => m.Value);
        return maps[0].ToDictionary(p => int.Parse(p.Key, System.Globalization.CultureInfo.InvariantCulture), p => (p.Value, marks[maps[2][maps[1][p.Value]]]));
    });

    private static async Task Unopened(App app)
    {
        Assert.Equal(EventStage.Checking, await Stage(app));
        Assert.False(await app.WithDb(db => db.Openings.AnyAsync()));
        Assert.True(await app.WithDb(db => db.CodeDraws.AllAsync(d => d.Text == null)));
        Assert.Empty(await app.WithDb(db => db.CodeBook.Where(l => l.Module != "theory").ToListAsync()));
    }

    private static Task<EventStage> Stage(App app) => app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync());
}
