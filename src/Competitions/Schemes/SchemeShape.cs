namespace Competitions.Schemes;

/// <summary>What a scheme must be to mark by it, and what its organiser should look at.</summary>
public static class SchemeShape
{
    public const int MostAspects = 2_000;
    public const int MostText = 4_000;

    /// <summary>Above it a single mark is unusual (worldskills.md §0.4); the rules allow it.</summary>
    public const decimal UsualMost = 2;

    /// <exception cref="Refusal">scheme.title, .no-aspects, .codes, .too-large, .no-such-calculation, .no-such-section</exception>
    public static void Check(Scheme scheme)
    {
        Refusal.Unless(scheme.Title.Trim().Length is > 0 and <= 200, "scheme.title");
        Refusal.Unless(scheme.Criteria.Count > 0, "scheme.no-aspects", "");
        foreach (var criterion in scheme.Criteria)
        {
            Refusal.Unless(criterion.Code.Length == 1 && char.IsAsciiLetterUpper(criterion.Code[0]), "scheme.codes", criterion.Code);
            Refusal.Unless(criterion.Aspects.Any(), "scheme.no-aspects", criterion.Code);
        }

        Refusal.Unless(Distinct(scheme.Criteria.Select(c => c.Code), out var twice) && Distinct(scheme.Criteria.SelectMany(c => c.SubCriteria).Select(s => s.Code), out twice), "scheme.codes", twice);
        Refusal.Unless(scheme.Aspects.Count() <= MostAspects && scheme.Calculations.Count <= MostAspects && scheme.Sections.Count <= 100, "scheme.too-large", MostAspects);
        foreach (var place in scheme.Places)
        {
            Check(scheme, place);
        }
    }

    private static void Check(Scheme scheme, PlacedAspect place)
    {
        var aspect = place.Aspect;
        Refusal.Unless(aspect.Most.Value is >= 0 and <= 10_000, "scheme.most", place.Code);
        Refusal.Unless(aspect.Description.Length + (aspect.Extra?.Length ?? 0) + (aspect.Requirement?.Length ?? 0) <= MostText, "scheme.text-too-long", place.Code, MostText);
        Refusal.Unless(aspect.Calculation is null || scheme.Calculations.Count == 0 || scheme.CalculationOf(aspect) is not null, "scheme.no-such-calculation", place.Code);
    }

    /// <summary>Section, criterion or aspect → warning, of those that a scheme has in itself, whichever way it came.</summary>
    public static IEnumerable<(string Code, string Place)> Warnings(Scheme scheme) =>
    [
        .. scheme.Sections.Where(s => scheme.Variation(s).Value != 0).Select(s => ("variation", $"{s.Number}")),
        .. scheme.Places.SelectMany(p => Warnings(p.Aspect).Select(code => (code, p.Code))),
    ];

    private static IEnumerable<string> Warnings(Aspect aspect)
    {
        if (aspect.Kind is AspectKind.Judgement && !aspect.HasLadder)
        {
            yield return "ladder-missing";
        }

        if (aspect.Most.Value == 0)
        {
            yield return "mark-missing";
        }
        else if (aspect.Most.Value > UsualMost)
        {
            yield return "mark-above-2";
        }
    }

    private static bool Distinct(IEnumerable<string> codes, out string twice)
    {
        twice = codes.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key ?? "";
        return twice.Length == 0;
    }
}
