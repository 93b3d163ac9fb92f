using System.Text.RegularExpressions;
using Competitions.Programmes;
using Competitions.Studios;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Programmes;

/// <summary>A call of each kind from its preset to a certificate that anybody verifies, in a real browser, everybody at his own window.</summary>
public sealed class ProgrammeJourneyTests
{
    [Theory, MemberData(nameof(Calling.Kinds), MemberType = typeof(Calling))]
    public async Task From_the_call_to_the_certificate(string kind)
    {
        await using var app = new App();
        await using var room = await CallRoom.Open(app, kind);
        await room.MakeCall();
        var made = await room.Declare("首件一次做成", "沈嘉禾");
        await room.PassUnit(made);
        await room.Recommend(made);
        await room.Accept(made);
        await room.BeginReview();
        await room.Score(made, 90);
        await room.Decide();
        await room.Notice();
        await room.Name();

        Assert.Equal(ApplicationStage.Named, (await app.Application(made)).Stage);
        var honour = await app.WithDb(db => db.Honours.SingleAsync());
        await room.Certify(honour.Id);
        if (kind == StudioNamingForm.Code)
        {
            var studio = await app.WithDb(db => db.Studios.SingleAsync());
            await room.Unit.GotoAsync($"/studios/{studio.Id}");
            await Expect(room.Unit.Locator("h1")).ToContainTextAsync("首件一次做成");
            await Expect(room.Unit.Locator(".hist")).ToContainTextAsync(Calling.Note);
        }

        Assert.True(room.Screens.Found.Count == 0, string.Join("\n", room.Screens.Found));
    }

    /// <summary>One is returned and handed in again, one refused by the town, one objected to while it is under notice: each ends where the rules say.</summary>
    [Fact]
    public async Task Returned_refused_and_objected()
    {
        await using var app = new App();
        await using var room = await CallRoom.Open(app, "five-small");
        await room.MakeCall();
        var returned = await room.Declare("快换夹具的定位改造", "沈嘉禾");
        var refused = await room.Declare("料架移动防倾倒", "钱若言");
        var objected = await room.Declare("首件检验的目视卡", "顾清和");
        await room.PassUnit(returned, refused, objected);

        await CallRoom.Move(room.Town, returned, "Return", "应用单位的证明没有写起用日期，请补上。");
        await CallRoom.Move(room.Town, refused, "Refuse", "与去年获奖成果是同一项，不予推荐。");
        await room.Unit.GotoAsync("/");
        await Expect(room.Unit.Locator("#waiting")).ToContainTextAsync("退回待修改");
        await room.Unit.GotoAsync($"/applications/{refused}");
        await Expect(room.Unit.Locator(".note-warn").First).ToContainTextAsync("与去年获奖成果是同一项");
        await room.Unit.GotoAsync($"/applications/{returned}");
        await Expect(room.Unit.Locator(".note-warn").First).ToContainTextAsync("没有写起用日期");
        await room.HandIn(returned);
        await room.PassUnit(returned);
        await room.Recommend(returned, objected);
        await room.Accept(returned, objected);
        await room.BeginReview();
        await room.Score(returned, 90, objected, 80);
        await room.Decide();
        await room.Notice();

        var receipt = await room.Object("顾异议", "这项成果去年在市里已经得过奖，不应再报。");
        await room.Uphold("经核查，该成果去年已获市级奖励，异议成立。");
        await CallRoom.Move(room.Officer, objected, "Refuse", "异议成立：去年已获市级奖励。");
        await room.Notice();
        await room.Name();

        Assert.Equal(
            [ApplicationStage.Named, ApplicationStage.Refused, ApplicationStage.Refused],
            [(await app.Application(returned)).Stage, (await app.Application(refused)).Stage, (await app.Application(objected)).Stage]);
        Assert.Equal(returned, (await app.WithDb(db => db.Honours.SingleAsync())).ApplicationId);
        Assert.Matches(new Regex("^[0-9A-Z-]{6,}$"), receipt);
        Assert.True(room.Screens.Found.Count == 0, string.Join("\n", room.Screens.Found));
    }
}
