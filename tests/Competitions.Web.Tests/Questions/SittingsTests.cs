using System.Net;
using System.Net.Http.Json;
using Competitions.People;
using Competitions.Questions;
using Competitions.Web.Questions.Sittings;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Questions;

public sealed class SittingsTests
{
    [Fact]
    public async Task A_sitting_with_everything_right_is_marked_at_once_with_the_full_points()
    {
        await using var app = new App();
        var (browser, sitting) = await Started(app);
        var right = await Hall.Right(app, sitting);

        var replies = await Send(browser, sitting, right.Select(r => new SentAnswer(Guid.NewGuid(), r.Key, r.Value, 1)));
        await browser.Visit($"/sittings/{sitting}");
        await browser.Submit("#sitting");

        Assert.All(replies, r => Assert.True(r.Taken, r.Sentence));
        Assert.Equal("20.00", browser.Text("[data-points]"));
    }

    [Fact]
    public async Task The_right_answers_are_in_no_byte_that_a_competitor_gets()
    {
        await using var app = new App();
        var (browser, sitting) = await Started(app);

        Assert.Contains("电流的单位是什么", browser.Body);
        Assert.DoesNotContain(Hall.Secret, browser.Body);
        Assert.DoesNotContain("Right", browser.Body);
        await Send(browser, sitting, [new SentAnswer(Guid.NewGuid(), 9, "瓦特", 1)]);
        await browser.Submit("#sitting");
        Assert.DoesNotContain(Hall.Secret, browser.Body);
    }

    [Fact]
    public async Task An_answer_sent_twice_is_one_line_and_hears_the_same_also_after_the_hand_in()
    {
        await using var app = new App();
        var (browser, sitting) = await Started(app);
        var answer = new SentAnswer(Guid.NewGuid(), 1, "A", 1);

        var first = await Send(browser, sitting, [answer, answer]);
        await Send(browser, sitting, [answer]);
        var page = browser.Page;
        await browser.Submit("#sitting");
        var late = await (await Send(browser, page, sitting, [answer, answer with { Id = Guid.NewGuid() }])).Content.ReadFromJsonAsync<AnswerReply[]>();

        Assert.All(first, r => Assert.True(r.Taken));
        Assert.Equal([true, false], late!.Select(r => r.Taken));
        Assert.Equal("sitting.handed-in", late![1].Refusal);
        Assert.Equal(1, await app.WithDb(db => db.GivenAnswers.CountAsync(a => a.SittingId == sitting)));
    }

    [Fact]
    public async Task The_servers_clock_closes_a_sitting_whose_browser_never_came_back()
    {
        await using var app = new App();
        var (browser, sitting) = await Started(app);
        var right = await Hall.Right(app, sitting);
        await Send(browser, sitting, [new SentAnswer(Guid.NewGuid(), 1, right[1], 1)]);

        app.Clock.Advance(TimeSpan.FromMinutes(61));
        var late = await Send(browser, sitting, [new SentAnswer(Guid.NewGuid(), 2, right[2], 2)]);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CloseSittings>().Run(CancellationToken.None);

        Assert.False(late.Single().Taken);
        var ended = await app.WithDb(db => db.Sittings.SingleAsync(s => s.Id == sitting));
        Assert.Equal((SittingStage.HandedIn, HandIn.ByClock, new Points(2)), (ended.Stage, ended.HandedIn!.Value, ended.Points!.Value));
    }

    [Fact]
    public async Task Extra_time_is_given_by_the_invigilator_with_a_reason_and_counts()
    {
        await using var app = new App();
        var (browser, sitting) = await Started(app);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/occasions/1");

        // the page's script puts the address on the form
        var token = officer.Page.QuerySelector("#extra-form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await officer.Http.PostAsync($"/sittings/{sitting}/extra-times", new FormUrlEncodedContent(
            [new("Minutes", "10"), new("Why", "停电"), new("__RequestVerificationToken", token)]));

        app.Clock.Advance(TimeSpan.FromMinutes(65));
        Assert.True((await Send(browser, sitting, [new SentAnswer(Guid.NewGuid(), 1, "A", 1)])).Single().Taken);
    }

    [Theory]
    [InlineData(99, "A", "answer.no-such-place")]
    [InlineData(1, "E", "answer.not-allowed")]
    [InlineData(1, "AB", "answer.not-allowed")]
    [InlineData(5, "AA", "answer.not-allowed")]
    [InlineData(7, "对", "answer.not-allowed")]
    public async Task An_answer_that_the_page_cannot_have_given_is_refused_alone(int place, string given, string code)
    {
        await using var app = new App();
        var (browser, sitting) = await Started(app);

        var replies = await Send(browser, sitting, [new SentAnswer(Guid.NewGuid(), place, given, 1), new SentAnswer(Guid.NewGuid(), 2, "A", 2)]);

        Assert.Equal([code, null], replies.Select(r => r.Refusal));
    }

    [Fact]
    public async Task Anothers_sitting_is_not_there()
    {
        await using var app = new App();
        var hall = await Hall.Open(app, workers: 2);
        var browser = app.As(hall.Sittings[0].Account);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Visit($"/sittings/{hall.Sittings[1].Sitting}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Visit($"/sittings/{hall.Sittings[1].Sitting}/clock")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Visit("/sittings")).Status);
        Assert.Single(browser.Texts("tbody tr"));
    }

    [Fact]
    public async Task Points_that_are_published_later_are_not_shown()
    {
        await using var app = new App();
        var hall = await Hall.Open(app, showsResult: false);
        var browser = app.As(hall.Sittings[0].Account);
        await (await browser.Visit($"/sittings/{hall.Sittings[0].Sitting}")).Submit("#start");
        await browser.Submit("#sitting");

        Assert.Contains("成绩复核后统一发布", browser.Body);
        Assert.Empty(browser.Texts("[data-points]"));
    }

    private static async Task<(Browser Browser, int Sitting)> Started(App app)
    {
        var hall = await Hall.Open(app);
        var browser = app.As(hall.Sittings[0].Account);
        await browser.Visit($"/sittings/{hall.Sittings[0].Sitting}");
        await browser.Submit("#start");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return (browser, hall.Sittings[0].Sitting);
    }

    private static async Task<AnswerReply[]> Send(Browser browser, int sitting, IEnumerable<SentAnswer> answers)
    {
        var answer = await browser.Send($"/sittings/{sitting}/answers", answers);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<AnswerReply[]>())!;
    }

    private static async Task<HttpResponseMessage> Send(Browser browser, AngleSharp.Html.Dom.IHtmlDocument page, int sitting, SentAnswer[] answers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sittings/{sitting}/answers") { Content = JsonContent.Create(answers) };
        request.Headers.Add("X-Form-Token", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return await browser.Http.SendAsync(request);
    }
}
