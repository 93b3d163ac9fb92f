using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

public class SpreadingTests
{
    private static readonly DateTime Now = new(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly NamedInnovation Result = new(5, "operation-method", "四点定位操作法", 3, "衡远机电");
    private static readonly Adopter Ours = new(4, "艺澜服饰");
    private static readonly Adopter Outside = new(null, "绍兴某机械厂");
    private static readonly Adoption Since = new(new DateOnly(2026, 3, 1), "二车间", 12, "");
    private static readonly InnovationFile Paper = new(new string('0', 64), "证明.pdf", "application/pdf", 10);

    [Fact]
    public void It_counts_when_the_adopter_and_then_the_federation_said_so()
    {
        var spreading = Registered();
        Assert.Equal((SpreadingStage.Registered, 37_200m, null), (spreading.Stage, spreading.Net, spreading.ConfirmedOn)); // 20 × 1,860
        spreading.ConfirmAdoption("adopter", Now);
        spreading.Confirm("federation", Day, Now);
        Assert.Equal((SpreadingStage.Confirmed, Day), (spreading.Stage, spreading.ConfirmedOn));
        Assert.Equal([SpreadingMove.Register, SpreadingMove.ConfirmAdoption, SpreadingMove.Confirm], spreading.History.Select(h => h.Move));
    }

    /// <summary>Every stage and every move: what the table of innovations.md §6.9 has, and nothing else.</summary>
    [Fact]
    public void Every_move_that_is_not_in_the_table_is_refused()
    {
        (SpreadingStage, SpreadingMove, SpreadingStage)[] table =
        [
            (SpreadingStage.Registered, SpreadingMove.ConfirmAdoption, SpreadingStage.Adopted), (SpreadingStage.Registered, SpreadingMove.Vouch, SpreadingStage.Adopted),
            (SpreadingStage.Registered, SpreadingMove.Return, SpreadingStage.Returned), (SpreadingStage.Registered, SpreadingMove.Withdraw, SpreadingStage.Withdrawn),
            (SpreadingStage.Adopted, SpreadingMove.Confirm, SpreadingStage.Confirmed), (SpreadingStage.Adopted, SpreadingMove.Return, SpreadingStage.Returned), (SpreadingStage.Adopted, SpreadingMove.Withdraw, SpreadingStage.Withdrawn),
            (SpreadingStage.Returned, SpreadingMove.Correct, SpreadingStage.Registered), (SpreadingStage.Returned, SpreadingMove.Withdraw, SpreadingStage.Withdrawn),
            (SpreadingStage.Confirmed, SpreadingMove.Revoke, SpreadingStage.Withdrawn),
        ];
        foreach (var stage in Enum.GetValues<SpreadingStage>())
        {
            foreach (var move in Enum.GetValues<SpreadingMove>())
            {
                var expected = table.Where(t => t.Item1 == stage && t.Item2 == move).Select(t => (SpreadingStage?)t.Item3).SingleOrDefault();
                Assert.Equal(expected, SpreadingLifecycle.Next(stage, move));
            }
        }
    }

    [Fact]
    public void What_a_unit_uses_itself_is_no_spreading()
    {
        Refuses("spreading.own-unit", () => Registered(new Adopter(3, "衡远机电")));
        Refuses("spreading.own-unit", () => Registered(new Adopter(null, " 衡远机电 "), Paper)); // nor under its name as a stranger
    }

    [Fact]
    public void A_unit_outside_the_house_speaks_through_its_paper()
    {
        Refuses("spreading.outside-paper", () => Registered(Outside, paper: null, benefit: []));
        var spreading = Registered(Outside, Paper, []);
        Assert.Equal(SpreadingStage.Adopted, spreading.Stage);
        Assert.Equal([SpreadingMove.Register, SpreadingMove.Vouch], spreading.History.Select(h => h.Move));
        spreading.Make(SpreadingMove.Return, "证明没有盖章", "federation", Now);
        spreading.Correct(Since, Benefit.Of([]), null, "unit", Day, Now); // the paper that is there stays
        Assert.Equal((SpreadingStage.Adopted, Paper.Hash), (spreading.Stage, spreading.Paper!.Hash));
    }

    [Fact]
    public void A_benefit_needs_its_proof_and_is_never_made_of_negative_numbers()
    {
        Refuses("spreading.paper-missing", () => Registered(Ours, paper: null));
        Assert.Equal(0, Registered(Ours, null, []).Net);
        Refuses("innovation.benefit-negative", () => Registered(Ours, Paper, [new(BenefitKind.Saving, "减少返工", -1, 20, "台")]));
    }

    [Fact]
    public void Days_sites_and_people_are_looked_at()
    {
        Refuses("spreading.since-ahead", () => Registered(adoption: Since with { From = Day.AddDays(1) }));
        Refuses("spreading.site-missing", () => Registered(adoption: Since with { Site = " " }));
        Refuses("spreading.trained", () => Registered(adoption: Since with { Trained = -1 }));
        Refuses("spreading.trained", () => Registered(adoption: Since with { Trained = Spreading.MostTrained + 1 }));
        Assert.Equal(Spreading.MostTrained, Registered(adoption: Since with { From = Day, Trained = Spreading.MostTrained }).Trained);
        Refuses("spreading.adopter-missing", () => Registered(new Adopter(null, "厂"), Paper));
    }

    [Fact]
    public void Three_people_say_it()
    {
        var spreading = Registered();
        Refuses("spreading.second-person", () => spreading.ConfirmAdoption("unit", Now));
        spreading.ConfirmAdoption("adopter", Now);
        Refuses("spreading.second-person", () => spreading.Confirm("unit", Day, Now));
        Refuses("spreading.second-person", () => spreading.Confirm("adopter", Day, Now));
    }

    [Fact]
    public void What_is_taken_back_counts_no_more_and_may_be_registered_anew()
    {
        var spreading = Registered();
        Assert.Equal("5|#4", spreading.AdopterKey);
        spreading.ConfirmAdoption("adopter", Now);
        spreading.Confirm("federation", Day, Now);
        Refuses("spreading.reason-missing", () => spreading.Make(SpreadingMove.Revoke, " ", "federation", Now));
        Refuses("spreading.move-not-allowed", () => spreading.Make(SpreadingMove.Withdraw, "填错了", "unit", Now));
        spreading.Make(SpreadingMove.Revoke, "核查不实", "federation", Now);
        Assert.Equal((SpreadingStage.Withdrawn, null, null), (spreading.Stage, spreading.AdopterKey, spreading.ConfirmedOn));
    }

    private static Spreading Registered(Adopter? adopter = null, InnovationFile? paper = null, IReadOnlyList<BenefitLine>? benefit = null, Adoption? adoption = null) => new(
        Result, adopter ?? Ours, adoption ?? Since, Benefit.Of(benefit ?? [new(BenefitKind.Saving, "减少返工", 1860, 20, "台")]), adopter is null ? Paper : paper, "unit", Day, Now);

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
