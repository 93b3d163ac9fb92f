using System.Globalization;
using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Promotions;

/// <summary>A row as the rule would have it.</summary>
public sealed record PreviewRow(PromotionCandidate Of, Promoted Promoted);

/// <summary>What the rule makes of the ranking as both are now; nothing is stored.</summary>
/// <param name="Objection">Why there is none.</param>
public sealed record PromotionPreview(IReadOnlyList<PreviewRow> Rows, int? Places, string? Objection)
{
    private const int Beyond = 10;

    public int Count(PromotionOutcome outcome) => Rows.Count(r => r.Promoted.Outcome == outcome);

    /// <summary>All that go on, wait or are undecided, and some of those after them.</summary>
    public IEnumerable<PreviewRow> Shown => Rows.Take(LastNamed + 1 + Beyond);

    private int LastNamed => Rows.Select((r, i) => r.Promoted.Outcome is PromotionOutcome.Out ? -1 : i).DefaultIfEmpty(-1).Max();

    /// <summary>What a tie at the line does here, in a sentence; null without one.</summary>
    public string? Tie
    {
        get
        {
            var (undecided, tied, going) = (Rows.Where(r => r.Promoted.Outcome is PromotionOutcome.Undecided).ToList(), Rows.Where(r => r.Promoted.Ground is PromotionGround.TiedAtBorder).ToList(), Count(PromotionOutcome.Goes));
            return undecided.Count > 0 ? $"第 {undecided[0].Of.Rank} 名 {undecided.Count} 人并列跨线，须先排定先后才能确认。"
                : tied.Count > 0 ? $"第 {tied[0].Of.Rank} 名 {tied.Count} 人并列跨线，按规则都不晋级，空出的名额不补。"
                : going > Places ? $"名额 {Places}，末位并列，扩大为 {going} 人。" : null;
        }
    }

    public static PromotionPreview Of(PromotionRule rule, RankedSource source, EventGroup group)
    {
        try
        {
            source.MustFit(group);
            Refusal.Unless(source.Ranked.Count > 0, "promotion.nobody-ranked");
            var outcomes = Promotion.Of(rule, [.. source.Ranked.Select(r => new Contender(r.Rank, 0, r.UnitId?.ToString(CultureInfo.InvariantCulture) ?? r.UnitName, r.Mark, r.Passed))]);
            return new PromotionPreview([.. source.Ranked.Zip(outcomes, (row, outcome) => new PreviewRow(row, outcome))], rule.PlacesOf(source.Ranked.Count), null);
        }
        catch (Refusal refusal)
        {
            return No(Sentences.Of(refusal));
        }
    }

    public static PromotionPreview No(string objection) => new([], null, objection);
}
