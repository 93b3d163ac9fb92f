namespace Competitions.Scoring;

/// <summary>One module of one entry, as far as it is marked.</summary>
/// <param name="Raw">Before deductions; null while nothing of it counts.</param>
/// <param name="Points">What was reached.</param>
/// <param name="Seconds">Used; null where nobody wrote them down.</param>
/// <param name="IsWhole">Everything that is marked of it counts already.</param>
public sealed record ModuleTally(PlannedModule Module, Points? Raw, Points? Points, decimal? Seconds, bool IsWhole)
{
    public bool Passed => Points is { } points && Module.Reached(points).Passed;

    /// <summary>The module's share of the round's total, not rounded.</summary>
    public static decimal Share(PlannedModule module, Points? points) => points is { } p ? module.Reached(p).OfHundred * module.Weight : 0;
}

/// <summary>成绩合成: what the sheets of one entry add up to in a round. Boards, promotion lists and results all have it from here.</summary>
public sealed record Tally(MarkingPlan Plan, IReadOnlyList<ModuleTally> Modules)
{
    /// <param name="sheets">One a module; a module without a sheet is missing.</param>
    public static Tally Of(MarkingPlan plan, IEnumerable<MarkSheet> sheets) => new(plan, [.. sheets.Select(sheet => new ModuleTally(
        plan.Module(sheet.Module)!, sheet.Total(deducted: false), sheet.Total(), sheet.Seconds, sheet.Progress is var (marked, all) && marked == all && all > 0))]);

    /// <summary>Every module of the plan is there and marked to the end.</summary>
    public bool IsWhole => Plan.Modules.All(m => Modules.Any(t => t.Module.Code == m.Code && t.IsWhole));

    /// <summary>Modules on the 100-point scale by their weights, half-up at the plan's places.</summary>
    public Points Total => Points.Rounded(Modules.Sum(m => ModuleTally.Share(m.Module, m.Points)), Plan.Places);

    public Points RawTotal => Points.Rounded(Modules.Sum(m => ModuleTally.Share(m.Module, m.Raw)), Plan.Places);

    /// <summary>Each part for itself.</summary>
    public bool Passed => Modules.All(m => m.Passed);

    /// <summary>As it is ranked: by module, by kind of module, and by time, which less of is better.</summary>
    public BoardRow Row(string label, long since = 0)
    {
        var parts = new Dictionary<string, Points>();
        foreach (var module in Modules)
        {
            if (module.Points is { } points)
            {
                Add(parts, module.Module.Code, points);
                if (module.Module.Kind != module.Module.Code)
                {
                    Add(parts, module.Module.Kind, points);
                }
            }

            if (module.Seconds is { } seconds)
            {
                Add(parts, $"{module.Module.Code}-time", new Points(seconds));
                Add(parts, MarkItem.Time, new Points(seconds));
            }
        }

        return new BoardRow(label, Total, parts, Since: since);
    }

    private static void Add(Dictionary<string, Points> parts, string part, Points points) =>
        parts[part] = new Points(parts.GetValueOrDefault(part).Value + points.Value);
}
