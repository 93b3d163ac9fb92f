namespace Competitions.Innovations;

/// <summary>A patent of a unit's workers: its numbers and days, what the office did, the fees that keep it, and one reward to its first inventor.</summary>
public sealed class Patent
{
    public const int MostInventors = 20;

    private readonly List<Inventor> _inventors = [];
    private readonly List<PatentMoved> _history = [];
    private readonly List<PatentFee> _fees = [];

    private Patent()
    {
    }

    /// <param name="number">As <see cref="PatentNumber.Read"/> gives it.</param>
    /// <param name="inventors">In the order of the paper.</param>
    /// <exception cref="Refusal">patent.title-missing, .owner-missing, .inventors-missing, .inventor-twice, .applied-in-the-future, .number-year</exception>
    public Patent(PatentUnit unit, PatentKind kind, string title, string number, DateOnly appliedOn, IReadOnlyList<Inventor> inventors, string by, DateOnly today, DateTime at)
    {
        Refusal.Unless(title.Trim().Length is >= 2 and <= 100, "patent.title-missing");
        Refusal.Unless(unit.Owner.Trim().Length is >= 2 and <= 100, "patent.owner-missing");
        Refusal.Unless(inventors.Count is > 0 and <= MostInventors && inventors.All(i => i.Name.Trim().Length is > 0 and <= 50), "patent.inventors-missing", MostInventors);
        Refusal.Unless(inventors.Where(i => i.WorkerId is not null).GroupBy(i => i.WorkerId).All(g => g.Count() == 1), "patent.inventor-twice");
        Refusal.Unless(appliedOn <= today, "patent.applied-in-the-future");
        Refusal.Unless(kind is PatentKind.Software || number.Length != 14 || number[..4] == $"{appliedOn.Year}", "patent.number-year", appliedOn.Year);
        (UnitId, UnitName, Owner) = (unit.Id, unit.Name, unit.Owner.Trim());
        (Kind, Title, ApplicationNumber, AppliedOn) = (kind, title.Trim(), number, appliedOn);
        _inventors.AddRange(inventors.Select((i, n) => i with { Order = n + 1, Name = i.Name.Trim() }));
        _history.Add(new PatentMoved(PatentMove.File, PatentStage.Filed, PatentStage.Filed, appliedOn, by, at, ""));
    }

    public int Id { get; private set; }
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";

    /// <summary>专利权人, as on the paper.</summary>
    public string Owner { get; private set; } = "";
    public PatentKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Unique over the house.</summary>
    public string ApplicationNumber { get; private set; } = "";
    public DateOnly AppliedOn { get; private set; }
    public string? PublicationNumber { get; private set; }

    /// <summary>授权公告号.</summary>
    public string? GrantNumber { get; private set; }
    public DateOnly? GrantedOn { get; private set; }

    /// <summary>Until when the next year is paid for; null where nothing is due.</summary>
    public DateOnly? FeeDueOn { get; private set; }

    /// <summary>The studio, or the application of a 五小, that it came from.</summary>
    public int? StudioId { get; private set; }
    public int? ApplicationId { get; private set; }
    public PatentReward? Reward { get; private set; }
    public PatentStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Inventor> Inventors => _inventors;
    public IReadOnlyList<PatentMoved> History => _history;
    public IReadOnlyList<PatentFee> Fees => _fees;

    /// <summary>The day on which its term is over: 20 years from the application, 10 for a utility model, 15 for a design (10 if applied for before June 2021); never for software.</summary>
    public DateOnly? EndsOn => Kind switch
    {
        PatentKind.Invention => AppliedOn.AddYears(20),
        PatentKind.UtilityModel => AppliedOn.AddYears(10),
        PatentKind.Design => AppliedOn.AddYears(AppliedOn >= new DateOnly(2021, 6, 1) ? 15 : 10),
        _ => null,
    };

    /// <summary>What the office did.</summary>
    /// <param name="on">The day on its paper: not before the last one, not in the future.</param>
    /// <param name="number">公开号 or 授权公告号, where the move gives one.</param>
    /// <exception cref="Refusal">patent.move-not-allowed, .not-for-kind, .day-wrong, .paper-number-missing, .reason-missing</exception>
    public void Make(PatentMove move, DateOnly on, string? number, string by, DateOnly today, DateTime at, string why = "")
    {
        var next = PatentLifecycle.Next(Stage, move) ?? throw new Refusal("patent.move-not-allowed");
        Refusal.Unless(PatentLifecycle.IsFor(Kind, Stage, move), "patent.not-for-kind");
        Refusal.Unless(on <= today && on >= _history.Max(h => h.On), "patent.day-wrong", _history.Max(h => h.On));
        Refusal.Unless(move is not (PatentMove.Publish or PatentMove.Grant) || number?.Trim().Length is >= 6 and <= 30, "patent.paper-number-missing");
        Refusal.Unless(move is not (PatentMove.Refuse or PatentMove.Withdraw or PatentMove.Lapse or PatentMove.Invalidate) || why.Trim().Length is >= 2 and <= 500, "patent.reason-missing");
        _history.Add(new PatentMoved(move, Stage, next, on, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
        PublicationNumber = move is PatentMove.Publish ? number!.Trim() : PublicationNumber;
        (GrantNumber, GrantedOn) = move is PatentMove.Grant ? (number!.Trim(), on) : (GrantNumber, GrantedOn);
        FeeDueOn = Stage is PatentStage.Granted && Kind is not PatentKind.Software ? NextYear(on) : null;
    }

    /// <summary>年费: the next year begins on the anniversary of the application; with the last year of the term nothing is due any more.</summary>
    /// <exception cref="Refusal">patent.no-fee-due, .day-wrong</exception>
    public void Pay(DateOnly on, string by, DateOnly today, DateTime at)
    {
        var due = FeeDueOn ?? throw new Refusal("patent.no-fee-due");
        Refusal.Unless(on <= today && on >= GrantedOn, "patent.day-wrong", GrantedOn ?? today);
        _fees.Add(new PatentFee(due, on, by, at));
        (FeeDueOn, Version) = (NextYear(due), Version + 1);
    }

    /// <summary>奖励 to the first inventor, once a patent.</summary>
    /// <param name="preset">Whose rules hold today.</param>
    /// <exception cref="Refusal">patent.rewarded-already, .reward-kind, .reward-not-granted, .reward-too-old, .reward-months, .reward-inventor, .reward-front-line, .own</exception>
    public void Give(PatentRewardPreset preset, int? officerIs, string by, DateOnly today, DateTime at)
    {
        var (rules, first) = (preset.Rules, _inventors.MinBy(i => i.Order)!);
        Refusal.Unless(Reward is null, "patent.rewarded-already");
        Refusal.Unless(Stage is PatentStage.Granted && GrantedOn is not null, "patent.reward-not-granted");
        Refusal.Unless(rules.Kinds.Contains(Kind), "patent.reward-kind");
        Refusal.Unless(GrantedOn >= rules.GrantedFrom, "patent.reward-too-old", rules.GrantedFrom);
        Refusal.Unless(rules.Months.Contains(today.Month), "patent.reward-months", string.Join('、', rules.Months));
        Refusal.Unless(first.WorkerId is not null, "patent.reward-inventor");
        Refusal.Unless(!rules.FrontLineOnly || first.IsFrontLine, "patent.reward-front-line");
        Refusal.Unless(officerIs is null || officerIs != first.WorkerId, "patent.own");
        Reward = new PatentReward(first.WorkerId!.Value, first.Name, rules.Money, preset.Code, preset.Version, by, at);
        Version++;
    }

    /// <summary>关联: the result and the studio that it came from; null for none.</summary>
    public void LinkTo(int? application, int? studio)
    {
        (ApplicationId, StudioId) = (application, studio);
        Version++;
    }

    /// <summary>He is erased: the paper names him, ours no more.</summary>
    public void Forget(int worker, string nobody)
    {
        for (var n = 0; n < _inventors.Count; n++)
        {
            _inventors[n] = _inventors[n].WorkerId == worker ? _inventors[n] with { Name = nobody } : _inventors[n];
        }

        Version++;
    }

    /// <summary>The first anniversary of the application after that day; none at or after the end of the term.</summary>
    private DateOnly? NextYear(DateOnly after)
    {
        var year = Enumerable.Range(1, 30).Select(AppliedOn.AddYears).First(d => d > after);
        return year < EndsOn ? year : null;
    }
}
