using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

public class NeedTests
{
    private static readonly DateTime Now = new(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly NeedText Text = new("薄壁件焊接变形", "装备制造", "薄壁箱体焊后变形大，返修率高。", "返修率由 12% 降到 3% 以内。", 50_000, "", Day.AddDays(30));
    private static readonly Claimant One = new(4, "艺澜服饰", "金晓岚小组", null), Two = new(5, "汇川机械", "沈嘉禾创新工作室", 9);
    private static readonly InnovationFile File = new(new string('0', 64), "意向书.pdf", "application/pdf", 1);
    private const string Plan = "采用分段退焊和工装刚性固定，先试三件。";

    [Fact]
    public void From_the_asking_to_the_end_with_one_chosen_and_the_others_told()
    {
        var need = Published();
        need.Claim(One, Plan, 60, "one", Day, Now);
        need.Claim(Two, Plan, 45, "two", Day.AddDays(30), Now); // the last day
        need.Choose(2, "方案有试验数据", "asker", Now);
        Assert.Equal([ClaimStage.Declined, ClaimStage.Chosen], need.Claims.Select(c => c.Stage));
        Assert.All(need.Claims, c => Assert.Equal("方案有试验数据", c.Answer));
        Refuses("need.intent-missing", () => need.Sign(null, "asker", Now));
        need.Sign(File, "asker", Now);
        Refuses("need.rating", () => need.Accept(6, "达到目标", "asker", Now));
        Refuses("need.rating", () => need.Accept(0, "达到目标", "asker", Now));
        need.Accept(5, "达到目标", "asker", Now);
        need.Make(NeedMove.Close, "", "federation", Now);
        Assert.Equal((NeedStage.Closed, 5, "汇川机械"), (need.Stage, need.Rating, need.Won?.UnitName));
    }

    [Fact]
    public void A_late_a_second_and_an_own_claim_are_refused()
    {
        var need = Published();
        Refuses("need.too-late", () => need.Claim(One, Plan, 60, "one", Day.AddDays(31), Now));
        Refuses("need.own", () => need.Claim(new Claimant(3, "衡远机电", "本厂小组", null), Plan, 60, "asker", Day, Now));
        Refuses("need.federation", () => need.Claim(new Claimant(1, "临平区总工会", "机关小组", null), Plan, 60, "federation", Day, Now));
        need.Claim(One, Plan, 60, "one", Day, Now);
        Refuses("need.claimed-already", () => need.Claim(One with { Team = "另一个小组" }, Plan, 60, "one", Day, Now));
        need.TakeBack(1);
        need.Claim(One, Plan, 60, "one", Day, Now);
        Assert.Equal([ClaimStage.Withdrawn, ClaimStage.Standing], need.Claims.Select(c => c.Stage));
        Refuses("need.claim-not-allowed", () => need.Choose(1, "方案有试验数据", "asker", Now));
        Refuses("need.no-claim", () => Published().Choose(1, "方案有试验数据", "asker", Now));
    }

    [Fact]
    public void It_lapses_by_itself_the_day_after_the_last_one_where_nobody_stands()
    {
        var need = Published();
        Assert.False(need.LapseIfUnclaimed(Day.AddDays(30), Now));
        need.Claim(One, Plan, 60, "one", Day, Now);
        Assert.False(need.LapseIfUnclaimed(Day.AddDays(31), Now));
        need.TakeBack(1);
        Assert.True(need.LapseIfUnclaimed(Day.AddDays(31), Now));
        Assert.Equal((NeedStage.Lapsed, ""), (need.Stage, need.History[^1].By));
        Assert.False(need.LapseIfUnclaimed(Day.AddDays(32), Now)); // harmless twice
    }

    [Fact]
    public void Every_move_that_is_not_in_the_tables_is_refused()
    {
        Dictionary<(NeedStage, NeedMove), NeedStage> table = new()
        {
            [(NeedStage.Submitted, NeedMove.Publish)] = NeedStage.Published, [(NeedStage.Submitted, NeedMove.Return)] = NeedStage.Returned, [(NeedStage.Submitted, NeedMove.Withdraw)] = NeedStage.Withdrawn,
            [(NeedStage.Returned, NeedMove.Resubmit)] = NeedStage.Submitted, [(NeedStage.Returned, NeedMove.Withdraw)] = NeedStage.Withdrawn,
            [(NeedStage.Published, NeedMove.Choose)] = NeedStage.Chosen, [(NeedStage.Published, NeedMove.Lapse)] = NeedStage.Lapsed, [(NeedStage.Published, NeedMove.Withdraw)] = NeedStage.Withdrawn,
            [(NeedStage.Chosen, NeedMove.Sign)] = NeedStage.Working, [(NeedStage.Chosen, NeedMove.Lapse)] = NeedStage.Lapsed,
            [(NeedStage.Working, NeedMove.Accept)] = NeedStage.Accepted, [(NeedStage.Working, NeedMove.Lapse)] = NeedStage.Lapsed, [(NeedStage.Accepted, NeedMove.Close)] = NeedStage.Closed,
        };
        foreach (var (stage, move) in from s in Enum.GetValues<NeedStage>() from m in Enum.GetValues<NeedMove>() select (s, m))
        {
            Assert.Equal(table.TryGetValue((stage, move), out var to) ? to : null, NeedLifecycle.Next(stage, move));
        }

        foreach (var (stage, move) in from s in Enum.GetValues<ClaimStage>() from m in Enum.GetValues<ClaimMove>() select (s, m))
        {
            Assert.Equal(stage is not ClaimStage.Standing ? null : move switch { ClaimMove.Choose => ClaimStage.Chosen, ClaimMove.Decline => ClaimStage.Declined, _ => (ClaimStage?)ClaimStage.Withdrawn }, ClaimLifecycle.Next(stage, move));
        }
    }

    [Fact]
    public void Who_asks_does_not_publish_and_what_is_typed_is_looked_at()
    {
        Refuses("need.second-person", () => Asked().Publish("asker", Day, Now));
        Refuses("need.claim-by", () => Asked().Publish("federation", Day.AddDays(31), Now));
        Refuses("need.claim-by", () => Asked(Text with { ClaimBy = Day.AddDays(-1) }));
        Refuses("need.reward", () => Asked(Text with { Reward = -1 }));
        Refuses("need.reward", () => Asked(Text with { Reward = 0.001m }));
        Refuses("need.wanted-missing", () => Asked(Text with { Wanted = "更好" }));
        Assert.Equal(0, Asked(Text with { Reward = 0, ClaimBy = Day }).Reward);
    }

    private static Need Asked(NeedText? text = null) => new(new NeedUnit(3, "衡远机电", 1), text ?? Text, "asker", Day, Now);

    private static Need Published()
    {
        var need = Asked();
        need.Publish("federation", Day, Now);
        return need;
    }

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
