using Competitions.Contests;

namespace Competitions.Results;

/// <summary>
/// 成绩复核 of one module, by work code: after its sheets are locked, before codes are opened and results published. All of the top, ties at
/// the line included, and a sample of the rest drawn from a seed that is kept; above the limit of errors everything (skills-contests.md §4.7).
/// </summary>
public sealed class Recheck
{
    public const int LongestReason = 500;

    private readonly List<RecheckItem> _items = [];
    private readonly List<RecheckFinding> _findings = [];
    private readonly List<RecheckMoved> _history = [];

    private Recheck()
    {
    }

    /// <param name="number">From 1 in its event and module.</param>
    /// <param name="seed">32 random bytes, lower-case hexadecimal.</param>
    /// <exception cref="Refusal">recheck.no-such-module, .not-locked, .nothing-marked</exception>
    public Recheck(Event of, RecheckField field, int number, string seed, string by, DateTime at)
    {
        Refusal.Unless(of.Modules.Any(m => m.Code == field.Module), "recheck.no-such-module");
        Refusal.Unless(field.Works.Count > 0, "recheck.nothing-marked");
        Refusal.Unless(field.IsLocked, "recheck.not-locked");
        (EventId, Module, Number, Seed, StartedBy, StartedAt) = (of.Id, field.Module, number, seed, by, at);
        (Shares, Field, Sequence) = (RecheckShares.Of(of.Rules), field.Works.Count, field.Sequence);
        var top = RecheckDraw.Top(field, Shares);
        Add(field, top, RecheckFor.Top, at);
        Add(field, RecheckDraw.Sample(field.Works.Except(top), Shares, RecheckDraw.Secret(seed, of.Code, field.Module, number)), RecheckFor.Sample, at);
        Make(RecheckMove.Draw, by, at);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Module { get; private set; } = "";
    public int Number { get; private set; }
    public RecheckStage Stage { get; private set; }

    /// <summary>Recorded and shown: with it anybody draws the sample again.</summary>
    public string Seed { get; private set; } = "";

    /// <summary>As the rules had them.</summary>
    public RecheckShares Shares { get; private set; } = null!;

    /// <summary>How many works the module had.</summary>
    public int Field { get; private set; }

    /// <summary>The ledger's line up to which it holds.</summary>
    public long Sequence { get; private set; }
    public string StartedBy { get; private set; } = "";
    public DateTime StartedAt { get; private set; }

    /// <summary>Since when everything is re-checked.</summary>
    public DateTime? WidenedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<RecheckItem> Items => _items;
    public IReadOnlyList<RecheckFinding> Findings => _findings;
    public IReadOnlyList<RecheckMoved> History => _history;

    /// <summary>差错数: works that were found wrong, corrected since or not; a finding that its signer took back of the same line does not count.</summary>
    public int Wrong => _items.Count(i => _findings.Where(f => f.Work == i.Work).GroupBy(f => f.Sequence).Any(f => f.Last().IsWrong));

    /// <summary>Wrong of re-checked, per cent, two decimals half-up.</summary>
    public decimal ErrorRate => _items.Count == 0 ? 0 : decimal.Round(Wrong * 100m / _items.Count, 2, MidpointRounding.AwayFromZero);

    /// <summary>核对无误.</summary>
    /// <exception cref="Refusal">recheck.none-chosen, and those of signing</exception>
    public void Pass(IReadOnlyCollection<string> works, RecheckField now, Signer by, DateTime at)
    {
        Refusal.Unless(works.Count > 0, "recheck.none-chosen");
        foreach (var work in works.Distinct())
        {
            var found = Found(work, now, by);
            _findings.Add(new RecheckFinding(work, found.Points, null, "", found.Sequence, by.Account, by.Name, at));
        }

        Settle(now, by.Account, at);
    }

    /// <summary>有差错: asks the chief judge for a correction slip. Too many, and everything is re-checked.</summary>
    /// <exception cref="Refusal">recheck.same-value, .value, .reason-missing, and those of signing</exception>
    public void Fault(string work, Points right, string why, RecheckField now, Signer by, DateTime at)
    {
        var found = Found(work, now, by);
        Refusal.Unless(right != found.Points, "recheck.same-value", found.Points);
        Refusal.Unless(right.Value >= 0 && right <= now.Full, "recheck.value", now.Full);
        Refusal.Unless(why.Trim().Length is >= 4 and <= LongestReason, "recheck.reason-missing", LongestReason);
        _findings.Add(new RecheckFinding(work, found.Points, right, why.Trim(), found.Sequence, by.Account, by.Name, at));
        Settle(now, by.Account, at);
    }

    public RecheckFinding? Last(string work) => _findings.LastOrDefault(f => f.Work == work);

    public RecheckState StateOf(RecheckItem item, RecheckField now) => (Last(item.Work), now.Of(item.Work)) switch
    {
        (null, _) => RecheckState.Open,
        (_, null) => RecheckState.Again,
        ({ } last, { } work) when last.Sequence == work.Sequence => last.IsWrong ? RecheckState.Wrong : RecheckState.Right,
        ({ Right: { } right }, { } work) when work.Points == right => RecheckState.Corrected,
        _ => RecheckState.Again,
    };

    /// <summary>What still has to be done, in the order of the places.</summary>
    public IReadOnlyList<RecheckItem> Unsettled(RecheckField now) => [.. _items.Where(i => StateOf(i, now) is not (RecheckState.Right or RecheckState.Corrected))];

    /// <summary>Signed as a whole.</summary>
    /// <exception cref="Refusal">day-sheet.name, recheck.not-locked, .unsettled, .move-not-allowed</exception>
    public void Finish(RecheckField now, Signer by, DateTime at)
    {
        by.Check();
        Refusal.Unless(Stage is RecheckStage.Checking, "recheck.move-not-allowed");
        Refusal.Unless(now.IsLocked, "recheck.not-locked");
        Settle(now, by.Account, at);
        var open = Unsettled(now);
        Refusal.Unless(open.Count == 0, "recheck.unsettled", open.Count, string.Join('、', open.Take(5).Select(i => i.Work)));
        Make(RecheckMove.Finish, by.Account, at);
        Sequence = now.Sequence;
    }

    /// <summary>After a correction: whoever is in the top by it is re-checked too, and what was finished is taken up again where it no longer holds.</summary>
    /// <param name="by">Who signed the correction.</param>
    public void Follow(RecheckField now, string why, string by, DateTime at)
    {
        if (Stage is RecheckStage.Finished && (Unsettled(now).Count > 0 || Risen(now).Count > 0))
        {
            Make(RecheckMove.Resume, by, at, why);
        }

        if (Stage is RecheckStage.Checking)
        {
            Settle(now, by, at);
        }
    }

    /// <summary>Its sheets were opened: what was re-checked is no longer what stands.</summary>
    /// <exception cref="Refusal">recheck.move-not-allowed</exception>
    public void Discard(string by, DateTime at, string why) => Make(RecheckMove.Discard, by, at, why);

    private CheckedWork Found(string work, RecheckField now, Signer by)
    {
        by.Check();
        Refusal.Unless(Stage is RecheckStage.Checking, "recheck.move-not-allowed");
        Refusal.Unless(_items.Exists(i => i.Work == work), "recheck.not-drawn");
        var found = now.Of(work) ?? throw new Refusal("recheck.not-drawn");
        Refusal.Unless(!found.Judges.Contains(by.Account), "recheck.own-mark", work);
        return found;
    }

    private void Settle(RecheckField now, string by, DateTime at)
    {
        if (Risen(now) is { Count: > 0 } risen)
        {
            Add(now, risen, WidenedAt is null ? RecheckFor.Risen : RecheckFor.All, at);
            Make(RecheckMove.Extend, by, at);
        }

        if (WidenedAt is null && Shares.IsTooMany(Wrong, _items.Count))
        {
            Make(RecheckMove.Widen, by, at, $"{Wrong}/{_items.Count}");
            Add(now, now.Works, RecheckFor.All, at);
            WidenedAt = at;
        }

        Version++;
    }

    private IReadOnlyList<CheckedWork> Risen(RecheckField now) =>
        [.. (WidenedAt is null ? RecheckDraw.Top(now, Shares) : now.Works).Where(w => !_items.Exists(i => i.Work == w.Work))];

    private void Add(RecheckField field, IEnumerable<CheckedWork> works, RecheckFor why, DateTime at)
    {
        var places = field.Ranked.ToDictionary(r => r.Work.Work, r => r.Place);
        _items.AddRange(works.Where(w => !_items.Exists(i => i.Work == w.Work)).OrderBy(w => places[w.Work]).ThenBy(w => w.Work, StringComparer.Ordinal)
            .Select(w => new RecheckItem(w.Work, places[w.Work], w.Points, why, at)).ToList());
    }

    private void Make(RecheckMove move, string by, DateTime at, string why = "")
    {
        var next = RecheckLifecycle.Next(Stage, move) ?? throw new Refusal("recheck.move-not-allowed");
        _history.Add(new RecheckMoved(move, Stage, next, by, at, why));
        (Stage, Version) = (next, Version + 1);
    }
}
