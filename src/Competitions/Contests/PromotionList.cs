using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Contests;

/// <summary>Where a list comes from, and how that ranking looked: what was confirmed is what was computed.</summary>
/// <param name="EventId">With <paramref name="Round"/> and <paramref name="Group"/>: a round held here.</param>
/// <param name="SheetId">Else an imported result sheet.</param>
/// <param name="Title">As it is called on the day.</param>
public sealed record PromotionSource(int? EventId, string? Round, string? Group, int? SheetId, string Title);

/// <summary>
/// 晋级名单: who goes on to an event's group, or within an event to its next round. Computed by one person, confirmed by another,
/// published once; after that a place only passes from who gives it up to the reserve, each time recorded.
/// </summary>
public sealed class PromotionList
{
    private readonly List<PromotionLine> _lines = [];
    private readonly List<PromotionMoved> _history = [];
    private readonly List<PromotionAct> _acts = [];

    private PromotionList()
    {
    }

    /// <param name="to">The event that they go on to.</param>
    /// <param name="group">Of it.</param>
    /// <param name="round">A later round of the same event; null when the list makes entries.</param>
    /// <exception cref="Refusal">promotion.no-such-group, .no-such-round, .round-not-later</exception>
    public PromotionList(Event to, string group, string? round, PromotionSource from)
    {
        Refusal.Unless(to.Groups.Any(g => g.Code == group), "promotion.no-such-group");
        Refusal.Unless((from.EventId == to.Id) == round is not null, "promotion.no-such-round");
        if (round is not null)
        {
            var (later, before) = (to.Rounds.SingleOrDefault(r => r.Code == round), to.Rounds.SingleOrDefault(r => r.Code == from.Round));
            Refusal.Unless(later is not null && before is not null, "promotion.no-such-round");
            Refusal.Unless(later!.Order > before!.Order, "promotion.round-not-later", before.Name);
            Refusal.Unless(from.Group == group, "promotion.no-such-group");
        }

        (EventId, Group, Round) = (to.Id, group, round);
        (SourceEventId, SourceRound, SourceGroup, SourceSheetId, SourceTitle) = from;
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Group { get; private set; } = "";

    /// <summary>The later round of the same event; null when the list makes entries.</summary>
    public string? Round { get; private set; }
    public int? SourceEventId { get; private set; }
    public string? SourceRound { get; private set; }
    public string? SourceGroup { get; private set; }
    public int? SourceSheetId { get; private set; }
    public string SourceTitle { get; private set; } = "";

    /// <summary>Of the ranking that it was computed from.</summary>
    public string SourceSeal { get; private set; } = "";
    public PromotionRule Rule { get; private set; } = null!;
    public PromotionStage Stage { get; private set; }

    /// <summary>Who computed it, or last put equals in order: somebody else confirms.</summary>
    public string ComputedBy { get; private set; } = "";
    public DateTime? PublishedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<PromotionLine> Lines => _lines;
    public IReadOnlyList<PromotionMoved> History => _history;
    public IReadOnlyList<PromotionAct> Acts => _acts;

    public bool HasUndecided => _lines.Exists(l => l.Outcome is PromotionOutcome.Undecided);

    /// <summary>Places that nobody holds any more.</summary>
    public int FreePlaces => Stage is PromotionStage.Published ? _lines.Count(l => l.Outcome is PromotionOutcome.Goes) - _lines.Count(l => l.Stands) : 0;

    /// <summary>Who may move up into a free place: the first of the reserve whose unit has room; equals together, a person chooses.</summary>
    public IReadOnlyList<PromotionLine> NextReserves
    {
        get
        {
            var ready = FreePlaces <= 0 ? [] : _lines.Where(l => l is { Outcome: PromotionOutcome.Reserve, IsFilled: false, IsGone: false } && HasRoom(l)).OrderBy(l => l.ReserveOrder).ToList();
            return [.. ready.TakeWhile(l => l.ReserveOrder == ready[0].ReserveOrder)];
        }
    }

    /// <summary>The ranking as one value: what is confirmed and published is held against it.</summary>
    public static string SealOf(IEnumerable<PromotionCandidate> ranked) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ranked.Select(r =>
        string.Create(CultureInfo.InvariantCulture, $"{r.Rank} {r.EntryId} {r.RowId} {r.Names} {r.UnitName} {r.Mark} {r.Passed}"))))));

    /// <param name="ranked">In order of rank.</param>
    /// <exception cref="Refusal">promotion.move-not-allowed, .nobody-ranked, and those of the rule</exception>
    public void Compute(PromotionRule rule, IReadOnlyList<PromotionCandidate> ranked, string by, DateTime at)
    {
        rule.Check();
        Refusal.Unless(ranked.Count > 0, "promotion.nobody-ranked");
        Make(PromotionMove.Compute, by, at);
        (Rule, SourceSeal, ComputedBy) = (rule, SealOf(ranked), by);
        _lines.Clear();
        _lines.AddRange(ranked.Select((candidate, i) => new PromotionLine(i + 1, candidate)));
        Apply();
    }

    /// <summary>Equals across a border in the order that a draw, a further heat or the chief judge gave them.</summary>
    /// <param name="order">Ids of all that are undecided, the first first.</param>
    /// <exception cref="Refusal">promotion.order-incomplete, .reason-missing</exception>
    public void Settle(IReadOnlyList<int> order, string by, DateTime at, string why)
    {
        var undecided = _lines.Where(l => l.Outcome is PromotionOutcome.Undecided).Select(l => l.Id);
        Refusal.Unless(order.Count > 0 && order.Order().SequenceEqual(undecided.Order()), "promotion.order-incomplete");
        Make(PromotionMove.Settle, by, at, why);
        ComputedBy = by;
        foreach (var line in _lines.Where(l => order.Contains(l.Id)))
        {
            line.Settled = order.TakeWhile(id => id != line.Id).Count() + 1;
        }

        Apply();
    }

    /// <param name="seal">Of the source as it is now.</param>
    /// <exception cref="Refusal">promotion.second-person, .tie-undecided, .nobody-goes, .source-changed</exception>
    public void Confirm(string by, DateTime at, string seal)
    {
        Refusal.Unless(by != ComputedBy, "promotion.second-person");
        Refusal.Unless(!HasUndecided, "promotion.tie-undecided");
        Refusal.Unless(_lines.Exists(l => l.Outcome is PromotionOutcome.Goes), "promotion.nobody-goes");
        Refusal.Unless(seal == SourceSeal, "promotion.source-changed");
        Make(PromotionMove.Confirm, by, at);
    }

    public void Return(string by, DateTime at, string why) => Make(PromotionMove.Return, by, at, why);

    public void Discard(string by, DateTime at, string why) => Make(PromotionMove.Discard, by, at, why);

    /// <exception cref="Refusal">promotion.move-not-allowed: it was published before; promotion.source-changed</exception>
    public void Publish(string by, DateTime at, string seal)
    {
        Refusal.Unless(PromotionLifecycle.Next(Stage, PromotionMove.Publish) is not null, "promotion.move-not-allowed");
        Refusal.Unless(seal == SourceSeal, "promotion.source-changed");
        Make(PromotionMove.Publish, by, at);
        PublishedAt = at;
    }

    /// <summary>撤回: something in it was wrong. Its entries are withdrawn with it, and another list may be made.</summary>
    /// <exception cref="Refusal">promotion.move-not-allowed, .reason-missing</exception>
    public void Withdraw(string by, DateTime at, string why) => Make(PromotionMove.Withdraw, by, at, why);

    /// <summary>A line goes on by this entry.</summary>
    public void Entered(int line, int entry, string by, DateTime at)
    {
        var found = Line(line);
        Refusal.Unless(found is { Stands: true, EntryId: null }, "promotion.line-not-standing");
        (found.EntryId, found.Obstacle) = (entry, null);
        Act(PromotionActKind.Entered, found, by, at, "");
    }

    /// <summary>No entry could be made; the line keeps its place until it is given up. The same reason again is no news.</summary>
    public void NotEntered(int line, string why, string by, DateTime at)
    {
        var found = Line(line);
        Refusal.Unless(found is { Stands: true, EntryId: null }, "promotion.line-not-standing");
        if (found.Obstacle != why)
        {
            found.Obstacle = why;
            Act(PromotionActKind.NotEntered, found, by, at, why);
        }
    }

    /// <exception cref="Refusal">promotion.line-not-standing, .reason-missing</exception>
    public void GiveUp(int line, string by, DateTime at, string why)
    {
        var found = Line(line);
        Refusal.Unless(found.Stands, "promotion.line-not-standing");
        Refusal.Unless(why.Trim().Length > 0, "promotion.reason-missing");
        found.IsGone = true;
        Act(PromotionActKind.GaveUp, found, by, at, why.Trim());
    }

    /// <exception cref="Refusal">promotion.no-free-place, .not-next</exception>
    public void Fill(int line, string by, DateTime at, string why)
    {
        Refusal.Unless(FreePlaces > 0, "promotion.no-free-place");
        var found = NextReserves.SingleOrDefault(l => l.Id == line) ?? throw new Refusal("promotion.not-next");
        found.IsFilled = true;
        Act(PromotionActKind.Filled, found, by, at, why.Trim());
    }

    private bool HasRoom(PromotionLine line) => Rule.PerUnit == 0 || _lines.Count(l => l.Stands && l.Unit == line.Unit) < Rule.PerUnit;

    private PromotionLine Line(int id)
    {
        Refusal.Unless(Stage is PromotionStage.Published, "promotion.not-published");
        return _lines.SingleOrDefault(l => l.Id == id) ?? throw new Refusal("promotion.no-such-line");
    }

    private void Apply()
    {
        _lines.Sort((one, other) => (one.Rank, one.Settled, one.Order).CompareTo((other.Rank, other.Settled, other.Order)));
        foreach (var (line, outcome) in _lines.Zip(Promotion.Of(Rule, [.. _lines.Select(l => l.Contends)])))
        {
            line.Take(outcome);
        }

        foreach (var (line, i) in _lines.Select((l, i) => (l, i)))
        {
            line.Order = i + 1;
        }
    }

    private void Act(PromotionActKind kind, PromotionLine line, string by, DateTime at, string why)
    {
        _acts.Add(new PromotionAct(kind, line.Id, by, at, why));
        Version++;
    }

    private void Make(PromotionMove move, string by, DateTime at, string why = "")
    {
        var next = PromotionLifecycle.Next(Stage, move) ?? throw new Refusal("promotion.move-not-allowed");
        Refusal.Unless(!PromotionLifecycle.NeedsReason(move) || why.Trim().Length > 0, "promotion.reason-missing");
        _history.Add(new PromotionMoved(move, Stage, next, by, at, why.Trim()));
        Stage = next;
        Version++;
    }
}
