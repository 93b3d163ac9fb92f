namespace Competitions.Contests;

/// <param name="Account">Whose marks count; the ledger knows nobody else.</param>
/// <param name="Name">As he was called when he was seated.</param>
/// <param name="Leads">裁判组长: enters what the panel agrees on, and sees what is missing.</param>
public sealed record PanelJudge(string Account, string Name, bool Leads);

/// <summary>裁判组: who marks what of one module. Every work of the module is marked by every panel that its criteria belong to.</summary>
public sealed class Panel
{
    private readonly List<PanelJudge> _judges = [];

    private Panel()
    {
    }

    /// <exception cref="Refusal">panel.name, panel.module</exception>
    public Panel(Event of, string module, string name, IReadOnlyList<string> criteria)
    {
        Refusal.Unless(of.Modules.Any(m => m.Code == module && m.Way is not ModuleWay.Sitting), "panel.module");
        (EventId, Module) = (of.Id, module);
        Describe(name, criteria);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Module { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Codes of the scheme's criteria that it marks; empty for the whole module.</summary>
    public IReadOnlyList<string> Criteria { get; private set; } = [];
    public int Version { get; private set; }
    public IReadOnlyList<PanelJudge> Judges => _judges;

    public void Describe(string name, IReadOnlyList<string> criteria)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= 50, "panel.name");
        (Name, Criteria) = (name.Trim(), [.. criteria.Distinct().Order(StringComparer.Ordinal)]);
        Version++;
    }

    /// <param name="standing">What is known of him in this event; null for nothing.</param>
    /// <exception cref="Refusal">panel.seated-twice, and those of <see cref="JudgeStanding.Check"/></exception>
    public void Seat(string account, string name, bool leads, JudgeStanding? standing = null)
    {
        standing?.Check(name, Id);
        Refusal.Unless(_judges.All(j => j.Account != account), "panel.seated-twice", name);
        _judges.Add(new PanelJudge(account, name, leads));
        Version++;
    }

    /// <summary>His marks stay in the ledger and count no longer than it takes the others to be complete without him.</summary>
    public void Unseat(string account)
    {
        Refusal.Unless(_judges.RemoveAll(j => j.Account == account) > 0, "panel.not-seated");
        Version++;
    }

    public bool Marks(string criterion) => Criteria.Count == 0 || Criteria.Contains(criterion);

    public bool Has(string account) => _judges.Exists(j => j.Account == account);
}
