using Competitions.People;

namespace Competitions.Craftsmen;

/// <summary>What shows a fact, and where it is looked at.</summary>
public sealed record LadderProof(string Text, string Address);

/// <summary>A place of a published result, or of a granted prize.</summary>
public sealed record ContestPlace(OrganisationLevel Level, int Rank, LadderProof Proof);

public sealed record StudioSeat(DateOnly From, DateOnly? To, bool Stands, LadderProof Proof);

/// <param name="Kind">Of its call.</param>
public sealed record NamedWork(string Kind, LadderProof Proof);

public sealed record HeldLevel(string Code, LadderProof Proof);

/// <summary>What the house knows of a worker, as far as the ladder goes.</summary>
/// <param name="SkillOrder">高级工 4; null where none is registered.</param>
/// <param name="Masters">Null as long as pairs are not kept here.</param>
public sealed record LadderFacts(
    int WorkerId, string Name, DateOnly BornOn, bool IsMember, int? SkillOrder, string Skill, int? InTradeSince, IReadOnlyList<ContestPlace> Places, IReadOnlyList<StudioSeat> Studios, IReadOnlyList<NamedWork> Works,
    IReadOnlyList<HeldLevel> Holds, IReadOnlyList<LadderProof>? Masters)
{
    /// <summary>Whole years on that day.</summary>
    public int AgeOn(DateOnly day) => day.Year - BornOn.Year - (day < BornOn.AddYears(day.Year - BornOn.Year) ? 1 : 0);
}

public enum LadderOutcome
{
    Met,
    NotMet,

    /// <summary>未计入: what it asks for is not kept here.</summary>
    NotCounted,

    /// <summary>Not met, and another condition stands for it.</summary>
    Waived,
}

/// <param name="Value">What there is, in the unit of the test; null for nothing.</param>
public sealed record TestFinding(LadderTest Test, LadderOutcome Outcome, int? Value, IReadOnlyList<LadderProof> Proofs);

public sealed record ConditionFinding(LadderCondition Condition, LadderOutcome Outcome, IReadOnlyList<TestFinding> Tests);

/// <summary>Every condition of a level and whether it is met.</summary>
public sealed record LadderFinding(LadderLevel Level, IReadOnlyList<TestFinding> Basics, IReadOnlyList<ConditionFinding> Conditions)
{
    public bool Meets => Basics.All(b => b.Outcome is LadderOutcome.Met or LadderOutcome.Waived) && Conditions.Any(c => c.Outcome is LadderOutcome.Met);

    /// <summary>As it is kept with the recommendation.</summary>
    public IReadOnlyList<string> Grounds => [.. Conditions.Where(c => c.Outcome is LadderOutcome.Met).Select(c => c.Condition.Name + "：" + string.Join('、', c.Tests.SelectMany(t => t.Proofs).Select(p => p.Text).Distinct()))];
}

/// <summary>Who meets a level (craftsmen.md §9.2): basic conditions and any one of the others. A pure function; a person decides.</summary>
public static class LadderCheck
{
    public static LadderFinding Of(LadderLevel level, LadderFacts facts, DateOnly today)
    {
        List<ConditionFinding> conditions = [.. level.AnyOf.Select(c => Found(c, facts, today))];
        var waived = conditions.Any(c => c.Condition.WaivesYears && c.Outcome is LadderOutcome.Met);
        return new LadderFinding(level, [.. level.Basics.Select(b => Found(b, facts, today)).Select(f => f.Test.Kind is LadderTestKind.YearsInTrade && f.Outcome is LadderOutcome.NotMet && waived ? f with { Outcome = LadderOutcome.Waived } : f)], conditions);
    }

    private static ConditionFinding Found(LadderCondition condition, LadderFacts facts, DateOnly today)
    {
        List<TestFinding> tests = [.. condition.All.Select(t => Found(t, facts, today))];
        var outcome = tests.TrueForAll(t => t.Outcome is LadderOutcome.Met) ? LadderOutcome.Met : tests.Exists(t => t.Outcome is LadderOutcome.NotMet) ? LadderOutcome.NotMet : LadderOutcome.NotCounted;
        return new ConditionFinding(condition, outcome, tests);
    }

    private static TestFinding Found(LadderTest test, LadderFacts facts, DateOnly today) => test.Kind switch
    {
        LadderTestKind.Member => Is(test, facts.IsMember, null, []),
        LadderTestKind.Age => Is(test, facts.AgeOn(today) <= test.Number, facts.AgeOn(today), []),
        LadderTestKind.YearsInTrade => Is(test, today.Year - facts.InTradeSince >= test.Number, today.Year - facts.InTradeSince, []),
        LadderTestKind.SkillLevel => Is(test, facts.SkillOrder >= test.Number, facts.SkillOrder, facts.SkillOrder is null ? [] : [new LadderProof(facts.Skill, $"/workers/{facts.WorkerId}")]),
        LadderTestKind.ContestPlace => Any(test, facts.Places.Where(p => p.Level <= test.Level && p.Rank <= test.Number).OrderBy(p => p.Rank).Select(p => p.Proof)),
        LadderTestKind.StudioPeople => Any(test, facts.Studios.Where(s => s.Stands && s.From <= today && (s.To is null || today <= s.To)).Select(s => s.Proof)),
        LadderTestKind.NamedWork => Any(test, facts.Works.Where(w => test.Codes.Contains(w.Kind)).Select(w => w.Proof)),
        LadderTestKind.HoldsLevel => Any(test, facts.Holds.Where(h => test.Codes.Contains(h.Code)).Select(h => h.Proof)),
        _ => facts.Masters is { } masters ? Any(test, masters) : new TestFinding(test, LadderOutcome.NotCounted, null, []),
    };

    private static TestFinding Is(LadderTest test, bool met, int? value, IReadOnlyList<LadderProof> proofs) => new(test, met ? LadderOutcome.Met : LadderOutcome.NotMet, value, proofs);

    private static TestFinding Any(LadderTest test, IEnumerable<LadderProof> proofs)
    {
        List<LadderProof> all = [.. proofs];
        return Is(test, all.Count > 0, all.Count, all);
    }
}
