using System.Net;
using System.Security.Cryptography;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Judges;

/// <summary>A ticket in the hand of a judge who may not sit any more: refused for what is his own, and never for what would tell him who is entered.</summary>
public class LapsedTests
{
    [Theory]
    [InlineData("recusal", "您申请了回避")]
    [InlineData("training", "还没有赛前培训签到")]
    [InlineData("qualification", "执裁资格不符合")]
    [InlineData("declared", "")]
    public async Task A_ticket_that_was_given_is_refused_for_what_lapsed_since(string what, string words)
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var code = await Ticket(app, floor);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            _ = what switch
            {
                "recusal" => db.Add(new Recusal(of, null, floor.Judges[0], "与一位领队合办公司", app.Clock.GetUtcNow().UtcDateTime)),
                "declared" => (object)db.Add(new Declaration(of.Id, floor.Judges[0], new DeclaredRelation(Relation.Kin, null, await db.Entries.Select(e => e.UnitId).FirstAsync(), "某单位", null), app.Clock.GetUtcNow().UtcDateTime)),
                _ => of,
            };
            if (what is "training" or "qualification")
            {
                var rules = of.Rules with { Judges = new JudgeRules { LeastGrade = what is "qualification" ? QualificationGrade.Basic : default, TrainingNeeded = what is "training" } };
                of.Compose(rules, [.. of.Rounds], [.. of.Groups], [.. of.Modules], "test", app.Clock.GetUtcNow().UtcDateTime, "裁判会议决定");
            }

            return await db.SaveChangesAsync();
        });
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var tablet = await app.Open().Visit("/panel-seat");
        await tablet.Submit("#seat", new Dictionary<string, string> { ["Code"] = code, ["Key"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) });

        Assert.Equal(words.Length > 0 ? HttpStatusCode.Conflict : HttpStatusCode.OK, tablet.Status);
        Assert.Contains(words, tablet.Text("main"), StringComparison.Ordinal);
        Assert.Equal(words.Length == 0, await app.WithDb(db => db.PanelTickets.AnyAsync(t => t.UsedAt != null)));
    }

    private static async Task<string> Ticket(App app, Floor floor)
    {
        var panel = await app.WithDb(db => db.Panels.Select(p => p.Id).SingleAsync());
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit($"/events/WELD/panels/{panel}/tickets");
        await chief.Submit($"tr[data-judge='{floor.Judges[0]}'] form");
        return chief.Page.QuerySelector("[data-ticket]")!.GetAttribute("data-ticket")!;
    }
}
