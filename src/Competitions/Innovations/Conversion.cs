using System.Globalization;
using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>What an application of a 五小 begins with when a proposal is made into one: the unit goes on writing.</summary>
public static class Conversion
{
    /// <summary>An adopted proposal, whatever became of it afterwards, once.</summary>
    public static bool IsOpen(Proposal proposal) => proposal.ConvertedTo is null && ProposalLifecycle.Next(proposal.Stage, ProposalMove.Convert) is not null;

    /// <summary>Problem, measures, the days of its use and the calculation that was confirmed.</summary>
    public static Answers AnswersOf(Proposal proposal) => new(new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>
    {
        [FiveSmallForm.Problem] = [[proposal.Problem]],
        [FiveSmallForm.Measures] = [[proposal.Measures]],
        [FiveSmallForm.StartedOn] = [[Day(proposal.AdoptedOn)]],
        [FiveSmallForm.FinishedOn] = [[Day(proposal.ImplementedOn)]],
        [FiveSmallForm.FirstUsedOn] = [[Day(proposal.ImplementedOn)]],
        [FiveSmallForm.Savings] = [.. Lines(proposal, BenefitKind.Saving).Select(l => (IReadOnlyList<string>)[l.What, Plain(l.UnitValue), Plain(l.Quantity), l.QuantityUnit, l.Proof ?? ""])],
        [FiveSmallForm.Avoided] = [.. Lines(proposal, BenefitKind.AvoidedLoss).Select(Whole)],
        [FiveSmallForm.Costs] = [.. Lines(proposal, BenefitKind.Cost).Select(Whole)],
    });

    private static IEnumerable<BenefitLine> Lines(Proposal proposal, BenefitKind kind) => proposal.BenefitLines.Where(l => l.Kind == kind);

    private static IReadOnlyList<string> Whole(BenefitLine line) => [line.What, Plain(Math.Abs(line.Amount)), line.Proof ?? ""];

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
