namespace Competitions.Scoring;

/// <summary>A module's result on its way into the total.</summary>
/// <param name="Module">Its code.</param>
/// <param name="Points">What was reached.</param>
/// <param name="Full">What can be reached; the module is taken to the 100-point scale before it is weighted.</param>
/// <param name="Weight">The share of the total, 0.30 for 30 %.</param>
/// <param name="PassLine">On the 100-point scale; null where the module has none.</param>
public sealed record ModuleResult(string Module, Points Points, Points Full, decimal Weight, decimal? PassLine = null)
{
    public decimal OfHundred => Points.Value * 100 / Full.Value;

    public bool Passed => PassLine is null || OfHundred >= PassLine;
}

/// <summary>模块分与总分。 Rounded only where an aspect's mean is made and here, at the total: half-up, two places by default.</summary>
public static class Totals
{
    /// <summary>A sum of rounded aspect marks less what is deducted, never below zero.</summary>
    public static Points Module(IEnumerable<Points> items, IEnumerable<Points> deductions) =>
        new(Math.Max(0, Points.Sum(items).Value - Points.Sum(deductions).Value));

    /// <summary>Modules on the 100-point scale by their weights.</summary>
    /// <exception cref="Refusal"><c>totals.weights-not-whole</c> when the weights do not add up to exactly 1;
    /// <c>totals.module-without-marks</c> when a module has no full mark.</exception>
    public static Points Weighted(IReadOnlyCollection<ModuleResult> modules, int places = 2)
    {
        var weights = modules.Sum(m => m.Weight);
        Refusal.Unless(weights == 1, "totals.weights-not-whole", weights);
        foreach (var module in modules)
        {
            Refusal.Unless(module.Full.Value > 0, "totals.module-without-marks", module.Module);
        }

        return Points.Rounded(modules.Sum(m => m.OfHundred * m.Weight), places);
    }

    /// <summary>Each part for itself: a high practical mark does not carry a failed theory.</summary>
    public static bool Passed(IEnumerable<ModuleResult> modules) => modules.All(m => m.Passed);
}
