namespace Competitions.Schemes;

/// <summary>One thing that is different in a later scheme.</summary>
/// <param name="Code">What changed: <c>aspect.most</c>, <c>sub.name</c> …</param>
/// <param name="Place">Where, by the codes of the later scheme; of what was taken out, by those of the earlier.</param>
/// <param name="Before">Empty where it was not there.</param>
/// <param name="After">Empty where it is not there any more.</param>
public sealed record SchemeChange(string Code, string Place, string Before, string After);

/// <summary>
/// What changed from one scheme of an event to a later one. An aspect is the same when its key is, wherever it stands; a
/// sub-criterion and a criterion are the same as the one that held most of their aspects.
/// </summary>
public static class SchemeChanges
{
    /// <param name="modules">Criterion's code → module's code, of the earlier and the later.</param>
    public static IReadOnlyList<SchemeChange> Between(Scheme before, Scheme after, IReadOnlyDictionary<string, string> modules, IReadOnlyDictionary<string, string> newModules)
    {
        var subs = Same([.. before.Criteria.SelectMany(c => c.SubCriteria)], [.. after.Criteria.SelectMany(c => c.SubCriteria)], s => s.Aspects.Select(a => a.Key), s => s.Code);
        var criteria = Same([.. before.Criteria], [.. after.Criteria], c => c.Aspects.Select(a => a.Key), c => c.Code);
        return
        [
            .. If("title", "", before.Title, after.Title),
            .. Sections(before, after),
            .. Criteria(before, after, criteria, modules, newModules),
            .. Subs(before, after, subs),
            .. Aspects(before, after, subs),
            .. Orders(subs),
            .. Calculations(before, after),
        ];
    }

    private static IEnumerable<SchemeChange> Criteria(Scheme before, Scheme after, Dictionary<Criterion, Criterion> same, IReadOnlyDictionary<string, string> modules, IReadOnlyDictionary<string, string> newModules) =>
    [
        .. before.Criteria.Except(same.Values).Select(c => new SchemeChange("criterion.removed", c.Code, c.Name, "")),
        .. after.Criteria.SelectMany(c => !same.TryGetValue(c, out var was) ? [new SchemeChange("criterion.added", c.Code, "", c.Name)] : (IEnumerable<SchemeChange>)
        [
            .. If("criterion.code", c.Code, was.Code, c.Code), .. If("criterion.name", c.Code, was.Name, c.Name),
            .. If("criterion.module", c.Code, modules.GetValueOrDefault(was.Code, ""), newModules.GetValueOrDefault(c.Code, "")),
        ]),
    ];

    private static IEnumerable<SchemeChange> Subs(Scheme before, Scheme after, Dictionary<SubCriterion, SubCriterion> same) =>
    [
        .. before.Criteria.SelectMany(c => c.SubCriteria).Except(same.Values).Select(s => new SchemeChange("sub.removed", s.Code, s.Name, "")),
        .. after.Criteria.SelectMany(c => c.SubCriteria).SelectMany(s => !same.TryGetValue(s, out var was) ? [new SchemeChange("sub.added", s.Code, "", s.Name)] : (IEnumerable<SchemeChange>)
            [.. If("sub.code", s.Code, was.Code, s.Code), .. If("sub.name", s.Code, was.Name, s.Name), .. If("sub.day", s.Code, $"{was.Day}", $"{s.Day}")]),
    ];

    private static IEnumerable<SchemeChange> Aspects(Scheme before, Scheme after, Dictionary<SubCriterion, SubCriterion> subs)
    {
        var old = before.Places.ToDictionary(p => p.Aspect.Key);
        var now = after.Places.ToDictionary(p => p.Aspect.Key);
        return
        [
            .. old.Values.Where(p => !now.ContainsKey(p.Aspect.Key)).Select(p => new SchemeChange("aspect.removed", p.Code, p.Aspect.Description, $"{p.Aspect.Most}")),
            .. now.Values.SelectMany(p => old.TryGetValue(p.Aspect.Key, out var was) ? Aspect(before, after, was, p, subs) : [new SchemeChange("aspect.added", p.Code, $"{p.Aspect.Most}", p.Aspect.Description)]),
        ];
    }

    private static IEnumerable<SchemeChange> Aspect(Scheme before, Scheme after, PlacedAspect was, PlacedAspect now, Dictionary<SubCriterion, SubCriterion> subs)
    {
        var moved = !subs.TryGetValue(now.SubCriterion, out var home) || home != was.SubCriterion;
        var (a, b) = (was.Aspect, now.Aspect);
        return
        [
            .. moved ? [new SchemeChange("aspect.moved", now.Code, was.Code, now.Code)] : Array.Empty<SchemeChange>(),
            .. If("aspect.most", now.Code, $"{a.Most}", $"{b.Most}"),
            .. If("aspect.text", now.Code, a.Description, b.Description),
            .. If("aspect.extra", now.Code, a.Extra ?? "", b.Extra ?? ""),
            .. If("aspect.requirement", now.Code, a.Requirement ?? "", b.Requirement ?? ""),
            .. If("aspect.section", now.Code, $"{a.Section}", $"{b.Section}"),
            .. If("aspect.calculation", now.Code, Named(before, a), Named(after, b)),
            .. If("aspect.benchmarks", now.Code, Ladder(a), Ladder(b)),
        ];
    }

    /// <summary>Those that stayed, in another order; one line for a sub-criterion.</summary>
    private static IEnumerable<SchemeChange> Orders(Dictionary<SubCriterion, SubCriterion> subs) =>
        from pair in subs
        let kept = pair.Key.Aspects.Select(a => a.Key).Intersect(pair.Value.Aspects.Select(a => a.Key)).ToList()
        where !kept.SequenceEqual(pair.Value.Aspects.Select(a => a.Key).Where(kept.Contains))
        select new SchemeChange("sub.order", pair.Key.Code, "", "");

    private static IEnumerable<SchemeChange> Sections(Scheme before, Scheme after)
    {
        static string Text(StandardSection? section) => section is null ? "" : $"{section.Name} {section.Declared}";
        return before.Sections.Concat(after.Sections).Select(s => s.Number).Distinct()
            .SelectMany(n => If("section", $"{n}", Text(before.Sections.FirstOrDefault(s => s.Number == n)), Text(after.Sections.FirstOrDefault(s => s.Number == n))));
    }

    private static IEnumerable<SchemeChange> Calculations(Scheme before, Scheme after)
    {
        static List<(string, string, string)> All(Scheme scheme) => [.. scheme.Calculations.Select(c => (c.Name, c.Type, c.Written))];
        var (old, now) = (All(before), All(after));
        return
        [
            .. old.Except(now).Select(c => new SchemeChange("calculation.removed", c.Item1, c.Item2, "")),
            .. now.Except(old).Select(c => new SchemeChange("calculation.added", c.Item1, "", c.Item2)),
        ];
    }

    private static string Named(Scheme scheme, Aspect aspect) => scheme.CalculationOf(aspect) is { } c ? c.Name.Length > 0 ? c.Name : $"{c.Type} {c.Written}" : "";

    private static string Ladder(Aspect aspect) => string.Join('\n', aspect.Benchmarks.Select(b => $"{b.Score} {b.Text}"));

    private static IEnumerable<SchemeChange> If(string code, string place, string before, string after) => before == after ? [] : [new SchemeChange(code, place, before, after)];

    /// <summary>Later → earlier: first those that share most aspects, then those of one code.</summary>
    private static Dictionary<T, T> Same<T>(List<T> before, List<T> after, Func<T, IEnumerable<string>> keys, Func<T, string> code) where T : class
    {
        var found = new Dictionary<T, T>(ReferenceEqualityComparer.Instance);
        var shared = from now in after from was in before let common = keys(now).Intersect(keys(was)).Count() where common > 0 orderby common descending select (now, was);
        var named = from now in after from was in before where code(now) == code(was) && !keys(now).Any() select (now, was);
        foreach (var (now, was) in shared.Concat(named).ToList())
        {
            if (!found.ContainsKey(now) && !found.Values.Contains(was, ReferenceEqualityComparer.Instance))
            {
                found.Add(now, was);
            }
        }

        return found;
    }
}
