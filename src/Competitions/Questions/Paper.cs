using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Questions;

public enum PaperStage { Draft, Drawn, Revealed }

/// <summary>试卷: a blueprint, and the two sets that were drawn by it. Once drawn nothing of it changes.</summary>
public sealed class Paper
{
    private readonly List<BlueprintRow> _blueprint = [];
    private readonly List<PaperItem> _items = [];

    private Paper()
    {
    }

    public Paper(int organisationId, string title, string occupationCode, string by, DateTime at) =>
        (OrganisationId, Title, OccupationCode, MadeBy, MadeAt) = (organisationId, title, occupationCode, by, at);

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public string Title { get; private set; } = "";
    public string OccupationCode { get; private set; } = "";
    public SetRule SetRule { get; private set; }
    public decimal PartialShare { get; private set; } = 0.5m;
    public PaperStage Stage { get; private set; }
    public long Seed { get; private set; }

    /// <summary>Shown from the draw on: SHA-256 of what is revealed later, so that nobody can choose another seed afterwards.</summary>
    public string SeedHash { get; private set; } = "";

    public string DrawnBy { get; private set; } = "";
    public DateTime? DrawnAt { get; private set; }
    public DateTime? RevealedAt { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTime MadeAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<BlueprintRow> Blueprint => _blueprint;
    public IReadOnlyList<PaperItem> Items => _items;

    /// <summary>Of one set; both are equal by the blueprint.</summary>
    public Points Total => new(_blueprint.Sum(r => r.Count * r.Points.Value));

    public Marking Marking => new(PartialShare);

    public IEnumerable<PaperItem> Of(string set) => _items.Where(i => i.Set == set).OrderBy(i => i.Place);

    /// <param name="title">How it is called in lists.</param>
    /// <param name="rows">Of the blueprint, in the order of the paper.</param>
    /// <param name="rule">How B comes from A.</param>
    /// <param name="partialShare">Of a multiple choice answered in part, 0–1 (<c>paper.partial-share</c>).</param>
    public void Plan(string title, IEnumerable<BlueprintRow> rows, SetRule rule, decimal partialShare)
    {
        Refusal.Unless(Stage is PaperStage.Draft, "paper.drawn-already");
        Refusal.Unless(partialShare is >= 0 and <= 1, "paper.partial-share");
        (Title, SetRule, PartialShare, Version) = (title.Trim(), rule, partialShare, Version + 1);
        _blueprint.Clear();
        _blueprint.AddRange(rows);
    }

    /// <summary>Once. A second draw would be a choice.</summary>
    public void DrawFrom(IEnumerable<Question> bank, long seed, string by, DateTime at)
    {
        Refusal.Unless(Stage is PaperStage.Draft, "paper.drawn-already");
        _items.AddRange(Draw.From(bank.Where(q => q.OccupationCode == OccupationCode), _blueprint, SetRule, (ulong)seed));
        (Seed, SeedHash, DrawnBy, DrawnAt, Stage, Version) = (seed, HashOf(seed), by, at, PaperStage.Drawn, Version + 1);
    }

    /// <summary>The seed for everyone to see, after the sittings: whoever has the bank of that day can draw it again.</summary>
    public void Reveal(bool sittingsOver, DateTime at)
    {
        Refusal.Unless(Stage is PaperStage.Drawn, "paper.not-drawn");
        Refusal.Unless(sittingsOver, "paper.sittings-not-over");
        (RevealedAt, Stage, Version) = (at, PaperStage.Revealed, Version + 1);
    }

    public static string HashOf(long seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(seed.ToString(CultureInfo.InvariantCulture))));
}
