using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

public class ConversionTests
{
    private static readonly DateTime Now = new(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly ProposalOfficer Officer = new("officer", null);
    private static readonly ProposalRules Rules = new(new TimeLimit(5, true), new TimeLimit(30, false), [new(5, 0, 0, 300, "表扬")], 1, 2, 3, 100_000);

    [Fact]
    public void What_the_proposal_knows_is_answered_under_the_questions_of_the_form()
    {
        var proposal = Adopted();
        proposal.Start(new Implementation("王主任", Day), Officer, Day, Now);
        proposal.Finish(Day, "", Officer, Day, Now);
        proposal.Confirm(Benefit.Of([new(BenefitKind.Saving, "减少返工", 1860.5m, 148, "台", "质量台账"), new(BenefitKind.AvoidedLoss, "避免停线", 5000, 2, "次"), new(BenefitKind.Cost, "设备", 43000, 2, "套", "发票")]), "由 11 分钟降到 1.5 分钟", Rules, Officer, Day, Now);

        var answers = Conversion.AnswersOf(proposal);

        Assert.Equal("合箱间隙由人工用塞尺逐点测量。", answers.Text(FiveSmallForm.Problem));
        Assert.Equal("在合箱工位加装四路激光测距头。", answers.Text(FiveSmallForm.Measures));
        Assert.Equal((Day, Day), (answers.Date(FiveSmallForm.StartedOn), answers.Date(FiveSmallForm.FirstUsedOn)));
        Assert.Equal([["减少返工", "1860.5", "148", "台", "质量台账"]], answers.Rows(FiveSmallForm.Savings));
        Assert.Equal([["避免停线", "10000", ""]], answers.Rows(FiveSmallForm.Avoided));
        Assert.Equal([["设备", "86000", "发票"]], answers.Rows(FiveSmallForm.Costs));
        Assert.Equal(proposal.Net, new FiveSmallForm().Amount(answers)); // 275354 + 10000 − 86000, by the form's own sum
        Assert.Equal(199_354m, proposal.Net);
        Assert.DoesNotContain(answers.Against(new FiveSmallForm().Sections.SelectMany(s => s.Fields), whole: false), f => f.IsBlocking);
    }

    /// <summary>Before it is carried out there is neither a day of use nor a calculation; the unit writes them.</summary>
    [Fact]
    public void What_is_not_known_yet_is_left_to_be_written()
    {
        var answers = Conversion.AnswersOf(Adopted());
        Assert.Null(answers.Date(FiveSmallForm.FirstUsedOn));
        Assert.Empty(answers.Rows(FiveSmallForm.Savings));
    }

    [Fact]
    public void Only_an_adopted_one_and_only_once()
    {
        Assert.False(Conversion.IsOpen(Submitted()));
        var proposal = Adopted();
        Assert.True(Conversion.IsOpen(proposal));
        proposal.ConvertInto(9, Officer, Now);
        Assert.False(Conversion.IsOpen(proposal));
    }

    private static Proposal Submitted() => new(
        new Proposer(7, "陆明远", 3, "衡远机电"), new InnovationText("减速机合箱间隙检测", "合箱间隙由人工用塞尺逐点测量。", "在合箱工位加装四路激光测距头。"), "equipment", new ProposalTerm(Day.AddDays(7), Day.AddDays(30), "district", 1), "his", Day, Now);

    private static Proposal Adopted()
    {
        var proposal = Submitted();
        proposal.Accept(Officer, Day, Now);
        proposal.Assess(new Assessment("设备部", "可行，投入不大"), Officer, Now);
        proposal.Decide(ProposalMove.Adopt, "", 1, Officer, Day, Now);
        return proposal;
    }
}
