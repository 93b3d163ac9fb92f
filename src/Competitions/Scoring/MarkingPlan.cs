namespace Competitions.Scoring;

/// <summary>A module on its way into a round's total.</summary>
/// <param name="Kind">What a tie chain may name it by, beside its code: <c>theory</c>, <c>practical</c>.</param>
/// <param name="Full">Full mark of the sheet; what was reached is taken to the 100-point scale before it is weighted.</param>
/// <param name="Weight">Of the round's total, 0.30 for 30 %.</param>
/// <param name="PassLine">On the 100-point scale; null for none.</param>
public sealed record PlannedModule(string Code, string Name, string Kind, Points Full, decimal Weight, decimal? PassLine = null)
{
    public ModuleResult Reached(Points points) => new(Code, points, Full, Weight, PassLine);
}

/// <summary>All that is marked in one round of an event, and how it adds up; made from the event's rules and the newest scheme.</summary>
/// <param name="Ties">As the preset writes it.</param>
/// <param name="Places">P-DEC of the total.</param>
public sealed record MarkingPlan(IReadOnlyList<PlannedModule> Modules, IReadOnlyList<MarkItem> Items, string Ties, int Places)
{
    private readonly Dictionary<(string, string), MarkItem> _items = Items.ToDictionary(i => (i.Module, i.Code));
    private readonly Dictionary<string, IReadOnlyList<MarkItem>> _modules = Items.GroupBy(i => i.Module).ToDictionary(m => m.Key, IReadOnlyList<MarkItem> (m) => [.. m]);

    public PlannedModule? Module(string code) => Modules.FirstOrDefault(m => m.Code == code);

    /// <summary>The item of a line; a deduction and an adjustment are known by their first character.</summary>
    public MarkItem? Item(string module, string code) =>
        _items.TryGetValue((module, code), out var item) ? item
        : Module(module) is not { } of || code.Length == 0 ? null
        : code[0] switch
        {
            '-' when IsOfItsOwn(code) => new MarkItem(code, module, MarkHow.Deduction, of.Full),
            '+' when IsOfItsOwn(code) => new MarkItem(code, module, MarkHow.Adjustment, of.Full),
            _ when code == MarkItem.Time => new MarkItem(code, module, MarkHow.Time, default),
            _ when code[^1] == MarkItem.NotAttempted && _items.ContainsKey((module, code[..^1])) => new MarkItem(code, module, MarkHow.Direct, new Points(1)) { Step = 1 },
            _ => null,
        };

    /// <summary>A sign and 1 to 39 letters or digits, made on the tablet.</summary>
    private static bool IsOfItsOwn(string code) => code.Length is > 1 and <= 40 && code.Skip(1).All(char.IsAsciiLetterOrDigit);

    /// <summary>In the order they are marked.</summary>
    public IReadOnlyList<MarkItem> Of(string module) => _modules.GetValueOrDefault(module, []);
}
