using Competitions.People;

namespace Competitions.Programmes;

/// <summary>A share of a list, and whether it keeps its bounds.</summary>
/// <param name="Count">Applications of <paramref name="Of"/> that it is true of.</param>
public sealed record CompositionLine(CompositionRule Rule, int Count, int Of)
{
    /// <summary>0 to 1, rounded half up to four places.</summary>
    public decimal Share => Of == 0 ? 0 : Math.Round((decimal)Count / Of, 4, MidpointRounding.AwayFromZero);

    public bool Keeps => Of == 0 || ((Rule.Least is null || (decimal)Count / Of >= Rule.Least) && (Rule.Most is null || (decimal)Count / Of <= Rule.Most));
}

/// <summary>名单构成 (craftsmen.md §9.3): told to who approves; it holds nothing up, for the leading group decides.</summary>
public static class Composition
{
    public const string FrontLine = "front-line", Women = "women";

    /// <param name="sexOf">Of a worker.</param>
    public static IReadOnlyList<CompositionLine> Of(CallRules rules, IReadOnlyList<Application> list, Func<int, Sex> sexOf) =>
        [.. rules.Composition.Select(rule => new CompositionLine(rule, list.Count(a => Is(rule, a, sexOf)), list.Count))];

    private static bool Is(CompositionRule rule, Application application, Func<int, Sex> sexOf)
    {
        var first = application.People.OrderBy(p => p.Order).FirstOrDefault();
        return rule.Key switch
        {
            FrontLine => first is { IsFrontLine: true },
            Women => first is not null && sexOf(first.WorkerId) is Sex.Female,
            var key => application.Answers.Points(key).Contains(rule.Value),
        };
    }
}
