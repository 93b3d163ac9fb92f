using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Competitions.Contests;
using Competitions.Scoring;

namespace Competitions.Results;

/// <summary>
/// 成绩 of one round and group of an event. Computed by one person, confirmed by another who changes nothing, published once.
/// What was published is never changed: a correction is another result, which stands for it from the day it is published.
/// </summary>
public sealed class Result
{
    private readonly List<ResultLine> _lines = [];
    private readonly List<ResultMoved> _history = [];

    private Result()
    {
    }

    /// <param name="number">From 1 in its event, round and group.</param>
    /// <param name="corrects">The published one that it stands for when it is published; then <paramref name="why"/> says what was wrong.</param>
    /// <exception cref="Refusal">result.no-such-round, .no-such-group, .not-published, .reason-missing, .corrects-another</exception>
    public Result(Event of, string round, string group, int number, Result? corrects = null, string why = "")
    {
        var (held, entered) = (of.Rounds.FirstOrDefault(r => r.Code == round), of.Groups.FirstOrDefault(g => g.Code == group));
        Refusal.Unless(held is not null, "result.no-such-round");
        Refusal.Unless(entered is not null, "result.no-such-group");
        Refusal.Unless(corrects is null or { Stage: ResultStage.Published }, "result.not-published");
        Refusal.Unless(corrects is null || (corrects.EventId, corrects.Round, corrects.Group) == (of.Id, round, group), "result.corrects-another");
        Refusal.Unless(corrects is null || why.Trim().Length > 0, "result.reason-missing");
        (EventId, Round, Group, Number, CorrectsId, Why) = (of.Id, round, group, number, corrects?.Id, why.Trim());
        (EventTitle, RoundName, GroupName) = (of.Title, held!.Name, entered!.Name);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Round { get; private set; } = "";
    public string Group { get; private set; } = "";
    public int Number { get; private set; }

    /// <summary>The published result that this one corrects.</summary>
    public int? CorrectsId { get; private set; }

    /// <summary>更正原因; empty for a first result.</summary>
    public string Why { get; private set; } = "";

    /// <summary>As they were called on the day.</summary>
    public string EventTitle { get; private set; } = "";
    public string RoundName { get; private set; } = "";
    public string GroupName { get; private set; } = "";
    public ResultStage Stage { get; private set; }
    public string ComputedBy { get; private set; } = "";
    public DateTime ComputedAt { get; private set; }
    public DateTime? PublishedAt { get; private set; }

    /// <summary>What it was computed from; with the ledger enough to compute it again.</summary>
    public ResultBasis Basis { get; private set; } = null!;

    /// <summary>By what the scale was spread; what is not the first choice is said on the sheet.</summary>
    public Spread Spread { get; private set; }

    /// <summary>Of source and lines: what is confirmed and published is what was computed.</summary>
    public string Seal { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<ResultLine> Lines => _lines;
    public IReadOnlyList<ResultMoved> History => _history;

    /// <summary>The sheet as one value. Numbers are written one way, so that it is the same from every database.</summary>
    public static string SealOf(ResultSource source, IEnumerable<ResultLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        lines.Select(Written).Prepend(string.Create(CultureInfo.InvariantCulture, $"{source.Sequence} {source.Hash} {source.Scheme}"))))));

    /// <param name="basis">As everything stands now.</param>
    /// <param name="summed">What <see cref="ResultSummary"/> made of it.</param>
    /// <exception cref="Refusal">result.move-not-allowed</exception>
    public void Compute(ResultBasis basis, Summed summed, string by, DateTime at)
    {
        Make(ResultMove.Compute, by, at);
        (Basis, Spread, ComputedBy, ComputedAt, Seal) = (basis, summed.Spread, by, at, SealOf(basis.Source, summed.Lines));
        _lines.Clear();
        _lines.AddRange(summed.Lines);
    }

    /// <param name="seal">Of what would be computed now.</param>
    /// <exception cref="Refusal">result.second-person, .source-changed, .move-not-allowed</exception>
    public void Confirm(string by, DateTime at, string seal)
    {
        Refusal.Unless(by != ComputedBy, "result.second-person");
        Refusal.Unless(seal == Seal, "result.source-changed");
        Make(ResultMove.Confirm, by, at);
    }

    /// <exception cref="Refusal">result.reason-missing, .move-not-allowed</exception>
    public void Return(string by, DateTime at, string why) => Make(ResultMove.Return, by, at, why);

    /// <exception cref="Refusal">result.reason-missing, .move-not-allowed</exception>
    public void Discard(string by, DateTime at, string why) => Make(ResultMove.Discard, by, at, why);

    /// <param name="of">Its event: its codes are open, or the round is not its last.</param>
    /// <param name="seal">Of what would be computed now.</param>
    /// <param name="corrected">The one that it corrects; it is superseded with it.</param>
    /// <exception cref="Refusal">result.move-not-allowed: it was published before; result.source-changed, .event-not-opened, .corrects-another</exception>
    public void Publish(Event of, string by, DateTime at, string seal, Result? corrected = null)
    {
        Refusal.Unless(ResultLifecycle.Next(Stage, ResultMove.Publish) is not null, "result.move-not-allowed");
        Refusal.Unless(MayBeTold(of, Round), "result.event-not-opened");
        Refusal.Unless(seal == Seal, "result.source-changed");
        Refusal.Unless(corrected?.Id == CorrectsId, "result.corrects-another");
        corrected?.Make(ResultMove.Supersede, by, at, Why);
        Make(ResultMove.Publish, by, at);
        PublishedAt = at;
    }

    /// <summary>The event's codes were opened and it was not called off; of an earlier round, once the event began.</summary>
    public static bool MayBeTold(Event of, string round) =>
        of.Stage is EventStage.Opened or EventStage.Announced or EventStage.Noticed or EventStage.Honoured or EventStage.Archived
        || of is { HasStarted: true, Stage: not EventStage.Cancelled } && of.Rounds.FirstOrDefault(r => r.Code == round) is { } held && of.Rounds.Any(r => r.Order > held.Order);

    private static string Written(ResultLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{line.Order}|{line.EntryId}|{line.Number}|{line.AdmissionNumber}|{line.TeamName}|{line.Names}|{line.UnitId}|{line.UnitName}|{line.Raw}|{line.Total}|{line.Rank}|{line.Passed}|{line.Score:0.####}|{line.Medal}|{line.Prize}|{line.Unranked}|{line.Note}|")
        + string.Join(';', line.Modules.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Code},{m.Raw},{m.Points},{m.Passed},{m.Seconds:0.####}")))
        + '|' + string.Join(';', line.Members.Select(m => $"{m.WorkerId},{m.Name},{m.Role},{string.Join('/', m.Titles)},{string.Join('/', m.HeldTitles)},{m.Level}"));

    private void Make(ResultMove move, string by, DateTime at, string why = "")
    {
        var next = ResultLifecycle.Next(Stage, move) ?? throw new Refusal("result.move-not-allowed");
        Refusal.Unless(!ResultLifecycle.NeedsReason(move) || why.Trim().Length > 0, "result.reason-missing");
        _history.Add(new ResultMoved(move, Stage, next, by, at, why.Trim()));
        Stage = next;
        Version++;
    }
}
