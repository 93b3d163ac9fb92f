namespace Competitions.Programmes;

/// <summary>
/// 申报: one application to a call, whatever its kind. The unit's name and the people are those of the day; what it tells is kept as it was
/// written, under the questions of its call.
/// </summary>
public sealed class Application
{
    public const int LongestTitle = 60;

    private readonly List<ApplicationPerson> _people = [];
    private readonly List<AcceptedStatement> _statements = [];
    private readonly List<ApplicationOpinion> _opinions = [];
    private readonly List<ApplicationMoved> _history = [];

    private Application()
    {
    }

    /// <exception cref="Refusal">call.not-taking, and those of <see cref="Write"/></exception>
    public Application(Call call, ApplicationChannel channel, int unitId, string unitName, string title, string by, DateTime at)
    {
        Refusal.Unless(call.TakesApplicationsAt(at), "call.not-taking", call.OpensAt, call.ClosesAt);
        (CallId, Channel, UnitId, UnitName, MadeBy) = (call.Id, channel, unitId, unitName, by);
        Title = Titled(title);
    }

    public int Id { get; private set; }
    public int CallId { get; private set; }
    public ApplicationChannel Channel { get; private set; }
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";

    /// <summary>Who recommends it; known when it is handed in.</summary>
    public int? RecommenderId { get; private set; }
    public string RecommenderName { get; private set; } = "";

    /// <summary>WX2026-031, given when it is first handed in.</summary>
    public string? Number { get; private set; }
    public string Title { get; private set; } = "";
    public Answers Answers { get; private set; } = new();

    /// <summary>What its calculation came to when it was handed in, 元; null where its kind has none.</summary>
    public decimal? Amount { get; private set; }
    public UnitNotice? UnitNotice { get; private set; }
    public DateOnly? CorrectBy { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTime? SubmittedAt { get; private set; }
    public ApplicationStage Stage { get; private set; }

    /// <summary>What experts know it by; null before the review.</summary>
    public string? BlindCode { get; private set; }
    public Points? FirstScore { get; private set; }
    public int? PitchOrder { get; private set; }
    public Points? PitchScore { get; private set; }
    public Points? Total { get; private set; }
    public int? Rank { get; private set; }

    /// <summary>一等奖; null below the line.</summary>
    public string? Grade { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ApplicationPerson> People => _people;
    public IReadOnlyList<AcceptedStatement> Statements => _statements;
    public IReadOnlyList<ApplicationOpinion> Opinions => _opinions;
    public IReadOnlyList<ApplicationMoved> History => _history;

    public bool IsOpen => ApplicationLifecycle.IsOpen(Stage);

    /// <summary>Why it stands where it stands: the word of who last sent it back or ended it.</summary>
    public string Why => _history.LastOrDefault()?.Why ?? "";

    /// <summary>A draft holds what is not finished yet; only what could never be stored is refused.</summary>
    /// <exception cref="Refusal">application.not-open, .title-missing, .published-fixed, .people-twice, .shares-range</exception>
    public void Write(Call call, string title, Answers answers, IReadOnlyList<ApplicationPerson> people)
    {
        Refusal.Unless(IsOpen, "application.not-open");
        var titled = Titled(title);
        Refusal.Unless(people.Select(p => p.WorkerId).Distinct().Count() == people.Count, "application.people-twice");
        Refusal.Unless(people.Count <= call.Rules.Persons.Most, "application.people-count", call.Rules.Persons.Label, call.Rules.Persons.Fewest, call.Rules.Persons.Most);
        Refusal.Unless(people.All(p => p.Share is >= 0 and <= 100 && decimal.Round(p.Share, 2) == p.Share), "application.shares-range");
        if (Stage is ApplicationStage.Correcting)
        {
            Refusal.Unless(titled == Title && people.Select(p => (p.WorkerId, p.Share)).SequenceEqual(_people.Select(p => (p.WorkerId, p.Share))), "application.published-fixed");
        }

        (Title, Answers, Version) = (titled, answers, Version + 1);
        _people.Clear();
        _people.AddRange(people.Select((p, i) => p with { Order = i + 1 }));
    }

    /// <summary>Everything that stands between it and being handed in, and what a reviewer should look at.</summary>
    public IReadOnlyList<Finding> Check(Call call, ApplicationFacts facts, IReadOnlyCollection<string> papers, DateOnly today) =>
    [
        .. Answers.Against(call.Fields, whole: true),
        .. PeopleFindings(call.Rules.Persons),
        .. call.Rules.Papers.Where(p => p.IsRequired && !papers.Contains(p.Title)).Select(p => Finding.Blocks("application.paper-missing", p.Title)),
        .. Sums(call),
        .. facts.Elsewhere.Select(name => Finding.Flags("application.declared-elsewhere", name)),
        .. facts.Found,
        .. ProgrammeKinds.ChecksOf(call.Kind).Of(this, call, facts, today),
    ];

    /// <summary>提交 with all statements of the call accepted, each in its version.</summary>
    /// <param name="found">By <see cref="Check"/>, a moment ago.</param>
    /// <param name="accepted">Keys of statements.</param>
    /// <param name="number">Used when it has none yet.</param>
    /// <exception cref="Refusal">call.not-taking, application.incomplete (how many), .statement-missing</exception>
    public void Submit(Call call, IReadOnlyList<Finding> found, IReadOnlyCollection<string> accepted, Recommender recommender, string number, string by, DateTime at)
    {
        var inTime = Stage is ApplicationStage.Returned ? call.Stage is CallStage.Published && at < call.RecommendBy : call.TakesApplicationsAt(at);
        Refusal.Unless(inTime, "call.not-taking", call.OpensAt, call.ClosesAt);
        Complete(call, found, accepted);
        Make(ApplicationMove.Submit, by, at);
        (RecommenderId, RecommenderName, SubmittedAt) = (recommender.OrganisationId, recommender.Name, at);
        (Number, Amount, UnitNotice) = (Number ?? number, ProgrammeKinds.FormOf(call.Kind).Amount(Answers), null);
        Accept(call, by, at);
    }

    /// <summary>补正完毕, until its last day: who asked for it may ask again, with days anew.</summary>
    /// <exception cref="Refusal">call.not-checking, application.correct-late (since when), .incomplete, .statement-missing</exception>
    public void Correct(Call call, IReadOnlyList<Finding> found, IReadOnlyCollection<string> accepted, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(call.Stage is CallStage.Published, "call.not-checking");
        Refusal.Unless(CorrectBy is not { } last || today <= last, "application.correct-late", CorrectBy ?? today);
        Complete(call, found, accepted);
        Make(ApplicationMove.Correct, by, at);
        (CorrectBy, Amount) = (null, ProgrammeKinds.FormOf(call.Kind).Amount(Answers));
        Accept(call, by, at);
    }

    /// <param name="period">From the day after; at least as many working days as the call asks for.</param>
    /// <exception cref="Refusal">application.no-unit-notice, .notice-place</exception>
    public void GiveUnitNotice(Call call, UnitNotice period, string by, DateTime at)
    {
        InTime(call, at);
        Refusal.Unless(call.Rules.UnitNoticeDays > 0, "application.no-unit-notice");
        Refusal.Unless(period.Place.Trim().Length is > 0 and <= 100, "application.notice-place");
        Make(ApplicationMove.GiveUnitNotice, by, at, period.Place);
        UnitNotice = period with { Place = period.Place.Trim() };
    }

    /// <exception cref="Refusal">application.unit-notice-first, .unit-notice-running</exception>
    public void PassUnit(Call call, DateOnly today, string by, DateTime at)
    {
        InTime(call, at);
        Refusal.Unless(call.Rules.UnitNoticeDays == 0 || Stage is not ApplicationStage.Submitted, "application.unit-notice-first", call.Rules.UnitNoticeDays);
        Refusal.Unless(UnitNotice is not { } notice || today > notice.EndsOn, "application.unit-notice-running", UnitNotice?.EndsOn ?? today);
        Make(ApplicationMove.PassUnit, by, at);
    }

    /// <summary>推荐: the place in the quota is taken in the same transaction (<see cref="CallQuota"/>).</summary>
    public void Recommend(Call call, string by, DateTime at, string opinion)
    {
        InTime(call, at);
        Make(ApplicationMove.Recommend, by, at, opinion);
    }

    public void TakeBack(Call call, string by, DateTime at, string why)
    {
        InTime(call, at);
        Make(ApplicationMove.TakeBack, by, at, why);
    }

    /// <param name="until">The last day.</param>
    public void AskCorrection(Call call, DateOnly until, string by, DateTime at, string why)
    {
        Refusal.Unless(call.Stage is CallStage.Published, "call.not-checking");
        Make(ApplicationMove.AskCorrection, by, at, why);
        CorrectBy = until;
    }

    /// <summary>受理: the formal check found it in order.</summary>
    /// <exception cref="Refusal">call.not-checking, application.own-check</exception>
    public void Accept(Call call, string by, DateTime at, string opinion)
    {
        Refusal.Unless(call.Stage is CallStage.Published, "call.not-checking");
        Refusal.Unless(_history.LastOrDefault(h => h.Move is ApplicationMove.Recommend)?.By != by, "application.own-check");
        Make(ApplicationMove.Accept, by, at, opinion);
    }

    /// <summary>征求意见 and 实地考察, from the formal check until it is approved.</summary>
    /// <exception cref="Refusal">application.opinion-not-now, .opinion-unknown, .opinion-text</exception>
    public void Give(Call call, ApplicationOpinion opinion)
    {
        Refusal.Unless(Stage is ApplicationStage.Recommended or ApplicationStage.Accepted or ApplicationStage.UnderReview or ApplicationStage.Selected, "application.opinion-not-now");
        Refusal.Unless(OpinionsNeeded(call.Rules).Contains(opinion.Body), "application.opinion-unknown", opinion.Body);
        Refusal.Unless(opinion.Text.Trim().Length is > 0 and <= 500, "application.opinion-text");
        _opinions.RemoveAll(o => o.Body == opinion.Body);
        _opinions.Add(opinion with { Text = opinion.Text.Trim() });
        Version++;
    }

    /// <summary>Whose word the rules ask for, by what it tells.</summary>
    public IReadOnlyList<string> OpinionsNeeded(CallRules rules) => [.. rules.Opinions.Where(o => o.Key is null || Answers.Points(o.Key).Contains(o.Value)).Select(o => o.Body).Distinct()];

    /// <summary>The moves that carry nothing but a reason.</summary>
    /// <exception cref="Refusal">application.move-not-allowed, .reason-missing</exception>
    public void Make(ApplicationMove move, string by, DateTime at, string why = "")
    {
        var next = ApplicationLifecycle.Next(Stage, move) ?? throw new Refusal("application.move-not-allowed");
        Refusal.Unless(!ApplicationLifecycle.NeedsReason(move) || why.Trim().Length > 0, "application.reason-missing");
        _history.Add(new ApplicationMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }

    /// <summary>Whether he may score it: never of his own unit, nor with his own name, nor what he checked or recommended himself.</summary>
    public ReviewBar BarOf(Reviewer reviewer) =>
        _people.Any(p => p.WorkerId == reviewer.WorkerId) ? ReviewBar.OwnName
        : reviewer.UnitId is { } unit && (unit == UnitId || _people.Any(p => p.UnitId == unit)) ? ReviewBar.OwnUnit
        : _history.Any(h => h.By == reviewer.AccountId) ? ReviewBar.TookPart
        : ReviewBar.None;

    internal void BeginReview(string code, string by, DateTime at)
    {
        Make(ApplicationMove.BeginReview, by, at);
        BlindCode = code;
    }

    internal void Pitches(int order) => PitchOrder = order;

    internal void TakeFirstRound(ReviewLine line) => (FirstScore, Total, Rank) = (line.First, line.Total, line.Rank);

    internal void TakeFinal(ReviewLine line) => (FirstScore, PitchScore, Total, Rank) = (line.First, line.Pitch, line.Total, line.Rank);

    internal void TakeOutcome(string? grade, string by, DateTime at)
    {
        Make(grade is null ? ApplicationMove.PassOver : ApplicationMove.Select, by, at);
        Grade = grade;
    }

    internal void ReviewAgain(string by, DateTime at, string why)
    {
        Make(ApplicationMove.ReviewAgain, by, at, why);
        (FirstScore, PitchOrder, PitchScore, Total, Rank, Grade) = (null, null, null, null, null, null);
    }

    private static string Titled(string title)
    {
        Refusal.Unless(title.Trim().Length is > 0 and <= LongestTitle, "application.title-missing", LongestTitle);
        return title.Trim();
    }

    private static void InTime(Call call, DateTime at) =>
        Refusal.Unless(call.Stage is CallStage.Published && at < call.RecommendBy, "call.too-late", call.RecommendBy);

    private static void Complete(Call call, IReadOnlyList<Finding> found, IReadOnlyCollection<string> accepted)
    {
        var blocking = found.Count(f => f.IsBlocking);
        Refusal.Unless(blocking == 0, "application.incomplete", blocking);
        Refusal.Unless(call.Rules.Statements.All(s => accepted.Contains(s.Key)), "application.statement-missing");
    }

    private void Accept(Call call, string by, DateTime at)
    {
        _statements.Clear();
        _statements.AddRange(call.Rules.Statements.Select(s => new AcceptedStatement(s.Key, s.Version, by, at)));
    }

    private IEnumerable<Finding> PeopleFindings(PersonsRule rule)
    {
        if (_people.Count < rule.Fewest || _people.Count > rule.Most)
        {
            yield return Finding.Blocks("application.people-count", rule.Label, rule.Fewest, rule.Most);
        }

        if (rule.WithShares && _people.Count > 0 && (_people.Sum(p => p.Share) != 100 || _people.Any(p => p.Share <= 0)))
        {
            yield return Finding.Blocks("application.shares-sum", _people.Sum(p => p.Share));
        }
    }

    private List<Finding> Sums(Call call)
    {
        try
        {
            _ = ProgrammeKinds.FormOf(call.Kind).Sums(Answers);
            return [];
        }
        catch (Refusal no)
        {
            return [Finding.Blocks(no.Code, [.. no.Details])];
        }
    }
}
