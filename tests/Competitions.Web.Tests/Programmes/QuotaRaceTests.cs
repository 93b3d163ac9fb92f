using System.Net;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Programmes;

/// <summary>The last place of a quota.</summary>
public sealed class QuotaRaceTests
{
    [Fact]
    public async Task The_last_place_is_given_once_however_many_press_at_once()
    {
        await using var app = new App();
        var call = await app.Calls(places: 2);
        List<int> all = [];
        for (var n = 1; n <= 5; n++)
        {
            all.Add(await app.Declares(call, $"成果{n}", ApplicationStage.UnitPassed, author: $"职工{n}"));
        }

        var browsers = await Task.WhenAll(all.Select(async id => await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/applications/{id}/moves/new?move=Recommend")));
        await Task.WhenAll(browsers.Select(b => b.Submit("form#move")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], browsers.Select(b => b.Status).Order());
        Assert.All(browsers.Where(b => b.Status is HttpStatusCode.Conflict), b => Assert.Contains("东湖街道总工会 的推荐名额是 2 项，已经用完", b.Body, StringComparison.Ordinal));
        Assert.Equal(2, await app.WithDb(db => db.Applications.CountAsync(a => a.Stage == ApplicationStage.Recommended)));
        Assert.Equal(2, await app.WithDb(db => db.CallQuotas.Select(q => q.Used).SingleAsync()));
    }

    [Fact]
    public async Task A_recommendation_that_is_taken_back_frees_its_place()
    {
        await using var app = new App();
        var call = await app.Calls(places: 1);
        var (first, second) = (await app.Declares(call, "成果一", ApplicationStage.Recommended), await app.Declares(call, "成果二", ApplicationStage.UnitPassed, author: "邵言博"));
        var town = await app.Open(DutyKind.TownOfficer, "LP01");
        await town.Visit($"/applications/{second}/moves/new?move=Recommend");
        await town.Submit("form#move");
        Assert.Equal(HttpStatusCode.Conflict, town.Status);

        await town.Visit($"/applications/{first}/moves/new?move=TakeBack");
        await town.Submit("form#move", new Dictionary<string, string> { ["Why"] = "单位要求先报另一项" });
        await town.Visit($"/applications/{second}/moves/new?move=Recommend");
        await town.Submit("form#move");

        Assert.Equal(HttpStatusCode.OK, town.Status);
        Assert.Equal((ApplicationStage.UnitPassed, ApplicationStage.Recommended), ((await app.Application(first)).Stage, (await app.Application(second)).Stage));
        Assert.Equal(1, await app.WithDb(db => db.CallQuotas.Select(q => q.Used).SingleAsync()));
    }
}
