using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

public class ProposalTests
{
    private static readonly DateTime Now = new(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly ProposalOfficer Officer = new("officer", null);
    private static readonly InnovationText Text = new("减速机合箱间隙检测", "合箱间隙由人工用塞尺逐点测量。", "在合箱工位加装四路激光测距头。");

    private static readonly ProposalRules Rules = new(new TimeLimit(5, true), new TimeLimit(30, false), [
        new(1, 1_000_000, 2500, 4000, "奖状"), new(3, 100_000, 500, 1500, "奖状"), new(5, 0, 0, 300, "表扬")], 1, 2, 3, 100_000);

    [Fact]
    public void A_proposal_goes_from_submitting_to_its_reward()
    {
        var proposal = At(ProposalStage.Rewarded);

        Assert.Equal(ProposalStage.Rewarded, proposal.Stage);
        Assert.Equal((Day, Day, Day, Day), (proposal.AcceptedOn, proposal.AdoptedOn, proposal.ImplementedOn, proposal.ConfirmedOn));
        Assert.Equal((275_280m, 3), (proposal.Net, proposal.Stars));
        Assert.Equal(new ProposalReward(3, 800, "奖状"), proposal.Reward);
        Assert.Equal([ProposalMove.Submit, ProposalMove.Accept, ProposalMove.Assess, ProposalMove.Adopt, ProposalMove.Start, ProposalMove.Finish, ProposalMove.Confirm, ProposalMove.Reward], proposal.History.Select(h => h.Move));
        proposal.Archive(Officer, Now);
        Assert.Equal(ProposalStage.Archived, proposal.Stage);
    }

    /// <summary>innovations.md §6.8: the reason of a no must be said; of a part too.</summary>
    [Theory]
    [InlineData(ProposalMove.Decline)]
    [InlineData(ProposalMove.AdoptPartly)]
    public void A_no_and_a_half_yes_need_their_reason(ProposalMove move)
    {
        var proposal = At(ProposalStage.Assessed);
        Refuses("proposal.answer-missing", () => proposal.Decide(move, " 否 ", 1, Officer, Day, Now));
        proposal.Decide(move, "与在建项目重复", 1, Officer, Day, Now);
        Assert.Equal("与在建项目重复", proposal.Answer);
        Assert.Equal(move is ProposalMove.Decline ? ((DateOnly?)null, 0) : (Day, 1), (proposal.AdoptedOn, proposal.Stars));
    }

    [Fact]
    public void Nobody_acts_on_his_own_proposal()
    {
        var himself = new ProposalOfficer("officer", 7);
        foreach (var stage in new[] { ProposalStage.Submitted, ProposalStage.Accepted, ProposalStage.Assessed, ProposalStage.Implemented, ProposalStage.Confirmed })
        {
            var proposal = At(stage);
            Refuses("proposal.own", () => Step(proposal, himself));
            Assert.Equal(stage, proposal.Stage);
        }

        Step(At(ProposalStage.Submitted), new ProposalOfficer("officer", 8));
    }

    [Fact]
    public void The_next_word_is_due_until_it_is_said()
    {
        Assert.Equal(new DateOnly(2026, 5, 27), At(ProposalStage.Submitted).DueOn);
        Assert.Equal(new DateOnly(2026, 6, 19), At(ProposalStage.Accepted).DueOn);
        Assert.Equal(new DateOnly(2026, 6, 19), At(ProposalStage.Assessed).DueOn);
        Assert.Null(At(ProposalStage.Adopted).DueOn);
    }

    [Fact]
    public void Only_he_who_made_it_takes_it_back_and_only_before_the_answer()
    {
        Refuses("proposal.not-yours", () => At(ProposalStage.Submitted).Withdraw(8, "other", Now, ""));
        Refuses("proposal.move-not-allowed", () => At(ProposalStage.Adopted).Withdraw(7, "own", Now, ""));
        var proposal = At(ProposalStage.Assessed);
        proposal.Withdraw(7, "own", Now, "");
        Assert.Equal(ProposalStage.Withdrawn, proposal.Stage);
    }

    [Fact]
    public void It_is_made_into_an_application_once_and_only_when_it_was_adopted()
    {
        Refuses("proposal.move-not-allowed", () => At(ProposalStage.Assessed).ConvertInto(5, Officer, Now));
        var proposal = At(ProposalStage.Implementing);
        proposal.ConvertInto(5, Officer, Now);
        Assert.Equal((5, ProposalStage.Implementing), (proposal.ConvertedTo, proposal.Stage));
        Refuses("proposal.converted-already", () => proposal.ConvertInto(6, Officer, Now));
    }

    [Theory]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(1500, true)]
    [InlineData(1501, false)]
    public void The_money_is_within_the_band_of_its_value(int money, bool allowed)
    {
        var proposal = At(ProposalStage.Confirmed);
        var refusal = Record.Exception(() => proposal.Give(money, "奖状", Rules, Officer, Now)) as Refusal;
        Assert.Equal(allowed ? null : "proposal.reward-outside", refusal?.Code);
    }

    [Fact]
    public void What_brings_a_loss_is_in_no_grade_and_gets_no_money()
    {
        var proposal = At(ProposalStage.Implemented);
        proposal.Confirm(Benefit.Of([new(BenefitKind.Cost, "设备", 500, 1, "台")]), "运行不稳定", Rules, Officer, Day, Now);
        Refuses("proposal.reward-outside", () => proposal.Give(1, "", Rules, Officer, Now));
        proposal.Give(0, "", Rules, Officer, Now);
        Assert.Equal((null, 2), (proposal.Reward!.Grade, proposal.Stars));
    }

    [Fact]
    public void It_is_in_use_neither_before_it_was_adopted_nor_tomorrow()
    {
        Refuses("proposal.implemented-when", () => At(ProposalStage.Implementing).Finish(Day.AddDays(-1), "", Officer, Day, Now));
        Refuses("proposal.implemented-when", () => At(ProposalStage.Implementing).Finish(Day.AddDays(1), "", Officer, Day, Now));
    }

    [Fact]
    public void What_the_table_does_not_name_is_refused_at_every_stage()
    {
        foreach (var stage in Enum.GetValues<ProposalStage>().Except([ProposalStage.PartlyAdopted, ProposalStage.Declined, ProposalStage.Archived, ProposalStage.Withdrawn]))
        {
            var may = ProposalLifecycle.MovesFrom(stage).ToHashSet();
            foreach (var (move, act) in Acts.Where(a => !may.Contains(a.Key)))
            {
                var proposal = At(stage);
                Refuses("proposal.move-not-allowed", () => act(proposal, Officer));
                Assert.Equal(stage, proposal.Stage);
                Assert.False(ProposalLifecycle.Next(stage, move) is not null);
            }
        }
    }

    [Fact]
    public void An_incomplete_text_is_refused()
    {
        Refuses("proposal.title-missing", () => New(Text with { Title = "改" }));
        Refuses("proposal.title-missing", () => New(Text with { Title = new string('长', 61) }));
        Refuses("proposal.problem-missing", () => New(Text with { Problem = "太慢" }));
        Refuses("proposal.measures-missing", () => New(Text with { Measures = new string('长', 2001) }));
    }

    [Fact]
    public void Two_are_linked_once_and_none_to_itself()
    {
        var proposal = At(ProposalStage.Submitted);
        Refuses("proposal.linked-to-itself", () => proposal.LinkTo(proposal.Id, 1, "officer", Now));
        proposal.LinkTo(9, 0.8m, "officer", Now);
        Refuses("proposal.linked-already", () => proposal.LinkTo(9, 0.8m, "officer", Now));
    }

    /// <summary>One star in the month of the adoption, the rest in that of the effect, three in all.</summary>
    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    [InlineData(7, 2)]
    public void Stars_are_earned_in_the_month_in_which_it_happened(int month, int stars) =>
        Assert.Equal(stars, StarsOf.Month(new DateOnly(2026, month, 1), new DateOnly(2026, 5, 31), new DateOnly(2026, 7, 1), 3, 1));

    private static readonly Dictionary<ProposalMove, Action<Proposal, ProposalOfficer>> Acts = new()
    {
        [ProposalMove.Accept] = (p, by) => p.Accept(by, Day, Now),
        [ProposalMove.Assess] = (p, by) => p.Assess(new Assessment("设备部", "可行，建议采纳"), by, Now),
        [ProposalMove.Adopt] = (p, by) => p.Decide(ProposalMove.Adopt, "", 1, by, Day, Now),
        [ProposalMove.Start] = (p, by) => p.Start(new Implementation("王主任", Day.AddDays(30)), by, Day, Now),
        [ProposalMove.Finish] = (p, by) => p.Finish(p.AdoptedOn ?? Day, "", by, Day, Now),
        [ProposalMove.Confirm] = (p, by) => p.Confirm(Benefit.Of([new(BenefitKind.Saving, "减少返工", 1860, 148, "台")]), "返工减少", Rules, by, Day, Now),
        [ProposalMove.Reward] = (p, by) => p.Give(p.Net is null ? 0 : 800, "奖状", Rules, by, Now),
        [ProposalMove.Archive] = (p, by) => p.Archive(by, Now),
    };

    private static readonly ProposalStage[] Course = [ProposalStage.Submitted, ProposalStage.Accepted, ProposalStage.Assessed, ProposalStage.Adopted, ProposalStage.Implementing, ProposalStage.Implemented, ProposalStage.Confirmed, ProposalStage.Rewarded];

    private static Proposal New(InnovationText text) => new(new Proposer(7, "陆明远", 3, "衡远机电工会"), text, "equipment", new ProposalTerm(new DateOnly(2026, 5, 27), new DateOnly(2026, 6, 19), "district", 1), "own", Day, Now);

    /// <summary>By the moves that lead there.</summary>
    private static Proposal At(ProposalStage stage)
    {
        var proposal = New(Text);
        while (proposal.Stage != stage)
        {
            Step(proposal, Officer);
        }

        return proposal;
    }

    private static void Step(Proposal proposal, ProposalOfficer by) => Acts.Values.ElementAt(Array.IndexOf(Course, proposal.Stage))(proposal, by);

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
