namespace Competitions.Contests;

/// <summary>Whether the parts of an event fit each other, and what is missing before registration may open.</summary>
public static class EventShape
{
    /// <exception cref="Refusal">Whatever could never be right; what is only missing is for <see cref="Lacks"/>.</exception>
    internal static void Check(EventRules rules, IReadOnlyList<EventRound> rounds, IReadOnlyList<EventGroup> groups, IReadOnlyList<EventModule> modules)
    {
        Refusal.Unless(Distinct(rounds.Select(r => r.Code)) && Distinct(groups.Select(g => g.Code)) && Distinct(modules.Select(m => m.Code)), "event.code-twice");
        Refusal.Unless(groups.All(g => g.TeamSize is >= 1 and <= 50), "event.team-size");
        foreach (var module in modules)
        {
            Refusal.Unless(rounds.Any(r => r.Code == module.Round), "event.module-without-round", module.Name);
            Refusal.Unless(module.Weight is >= 0 and <= 100, "event.weight", module.Name);
            Refusal.Unless(module.FullMark is > 0 and <= 10_000, "event.full-mark", module.Name);
            Refusal.Unless(module.PassLine >= 0 && module.PassLine <= module.FullMark, "event.pass-line-above-full-mark", module.Name, module.FullMark);
            Refusal.Unless(module.Layers is >= 0 and <= 3, "event.layers", module.Name);
            Refusal.Unless(!rules.SealedCodes || module.Way is not ModuleWay.Sitting || module.Layers == 0, "event.sitting-not-sealed", module.Name);
            Refusal.Unless(module.Minutes is >= 0 and <= 10_000, "event.minutes", module.Name);
        }

        Refusal.Unless(rules.Places is >= 0 and <= 4, "event.places");
        Refusal.Unless(rules.TrimFrom is >= 3 and <= 99, "event.trim-from");
        Refusal.Unless(rules.Prizes.All(p => p.Share is >= 0 and <= 1 && p.Fixed is null or >= 0) && rules.Prizes.Sum(p => p.Share) <= 1, "event.prize-shares");
        rules.Awards.Check();
        Refusal.Unless(rules.RecheckTop is >= 0 and <= 100 && rules.RecheckSample is >= 0 and <= 100 && rules.RecheckErrorLimit is >= 0 and <= 100 && rules.OutlierShare is >= 0 and <= 100, "event.recheck-shares");
        Refusal.Unless(rules.Entry.FewestYears is null || rules.Entry.MostYears is null || rules.Entry.FewestYears <= rules.Entry.MostYears, "event.ages");
    }

    internal static IReadOnlyList<Lack> Lacks(Event of, EventFacts facts) =>
    [
        .. If(!facts.HasRegistrationDates, new Lack("event.lacks-registration-dates", "contest")),
        .. If(of.OccupationCode.Length == 0, new Lack("event.lacks-occupation", "basics")),
        .. If(of.Rounds.Count == 0, new Lack("event.lacks-rounds", "modules")),
        .. If(of.Groups.Count == 0, new Lack("event.lacks-groups", "groups")),
        .. of.Rounds.Where(r => of.Modules.All(m => m.Round != r.Code)).Select(r => new Lack("event.lacks-modules", "modules", r.Name)),
        .. of.Rounds.Where(r => of.Modules.Any(m => m.Round == r.Code) && Weight(of, r.Code) != 100).Select(r => new Lack("event.weights-not-100", "modules", r.Name)),
        .. of.Rounds.Where(r => Weight(of, r.Code, ModuleKind.Theory) > of.Rules.MostTheoryWeight && of.Modules.Any(m => m.Round == r.Code && m.Kind is not ModuleKind.Theory))
            .Select(r => new Lack("event.theory-too-heavy", "modules", r.Name)),
        .. of.Modules.Where(m => m.Way is ModuleWay.Sitting && m.PaperId is null).Select(m => new Lack("event.lacks-paper", "paper", m.Name)),
        .. (facts.AspectModulesWithoutScheme ?? []).Select(m => new Lack("event.lacks-scheme", "scheme", m)),
        .. If(of.Rules.Prizes.Count == 0 && !of.Rules.Awards.Medals, new Lack("event.lacks-prizes", "prizes")),
    ];

    private static decimal Weight(Event of, string round, ModuleKind? kind = null) =>
        of.Modules.Where(m => m.Round == round && (kind is null || m.Kind == kind)).Sum(m => m.Weight);

    private static IEnumerable<Lack> If(bool missing, Lack lack) => missing ? [lack] : [];

    private static bool Distinct(IEnumerable<string> codes) => codes.GroupBy(c => c).All(g => g.Key.Length > 0 && g.Count() == 1);
}
