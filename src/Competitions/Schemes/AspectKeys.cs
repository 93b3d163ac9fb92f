namespace Competitions.Schemes;

/// <summary>
/// Gives every aspect its key. A key is counted within one event's schemes and never given twice, so that a mark of an older
/// version never comes to belong to another aspect.
/// </summary>
public static class AspectKeys
{
    /// <summary>
    /// By which an aspect without a key is recognised, the surest first. Who was renamed is found by the other words; where a
    /// name stands several times and not as often as before, nothing says which is which, and new keys are given.
    /// </summary>
    private static readonly Func<SubCriterion, Aspect, object>[] Signs =
    [
        (s, a) => (s.Code, s.Name, a.Kind, a.Description, a.Extra, a.Requirement),
        (s, a) => (Name(s), a.Kind, a.Description, a.Extra, a.Requirement),
        (s, a) => (Name(s), a.Kind, a.Description),
        (s, a) => (s.Code, a.Kind, a.Description),
    ];

    /// <param name="scheme">With the keys that an editor kept, or with none, as a workbook has it.</param>
    /// <param name="before">The version before.</param>
    /// <param name="last">The number of the last key that was given.</param>
    /// <returns>The scheme with all keys, and the number of the last one.</returns>
    public static (Scheme Scheme, int Last) Given(Scheme scheme, Scheme? before, int last)
    {
        var now = Pairs(scheme).ToList();
        var old = before is null ? [] : Pairs(before).ToList();
        var keys = new string?[now.Count];
        Keep(now, old, keys);
        foreach (var sign in Signs)
        {
            Recognise(now, old, keys, sign);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] ??= $"K{++last}";
        }

        var next = 0;
        return (scheme.With(a => a with { Key = keys[next++]! }), last);
    }

    /// <summary>A measurement that became a judgement is another thing: its marks cannot be read any more.</summary>
    private static void Keep(List<(SubCriterion Sub, Aspect Aspect)> now, List<(SubCriterion Sub, Aspect Aspect)> old, string?[] keys)
    {
        for (var i = 0; i < now.Count; i++)
        {
            var kept = now[i].Aspect.Key.Length == 0 ? -1 : old.FindIndex(o => o.Aspect.Key == now[i].Aspect.Key && o.Aspect.Kind == now[i].Aspect.Kind);
            if (kept >= 0)
            {
                keys[i] = old[kept].Aspect.Key;
                old.RemoveAt(kept);
            }
        }
    }

    private static void Recognise(List<(SubCriterion Sub, Aspect Aspect)> now, List<(SubCriterion Sub, Aspect Aspect)> old, string?[] keys, Func<SubCriterion, Aspect, object> sign)
    {
        var free = Enumerable.Range(0, now.Count).Where(i => keys[i] is null).GroupBy(i => sign(now[i].Sub, now[i].Aspect)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var group in old.GroupBy(o => sign(o.Sub, o.Aspect)).ToList())
        {
            if (free.TryGetValue(group.Key, out var places) && places.Count == group.Count())
            {
                foreach (var (place, found) in places.Zip(group.ToList()))
                {
                    keys[place] = found.Aspect.Key;
                    old.Remove(found);
                }
            }
        }
    }

    private static IEnumerable<(SubCriterion Sub, Aspect Aspect)> Pairs(Scheme scheme) =>
        scheme.Criteria.SelectMany(c => c.SubCriteria).SelectMany(s => s.Aspects.Select(a => (s, a)));

    private static string Name(SubCriterion sub) => sub.Name.Length > 0 ? sub.Name : sub.Code;
}
