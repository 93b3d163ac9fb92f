namespace Competitions.Programmes;

/// <summary>
/// 申报批次: a year's call for one kind, from its notice to the honours. The rules and the questions of the form are its own copy. What
/// waits on others (applications, score sheets, the public notice) comes in as a fact.
/// </summary>
public sealed class Call
{
    private readonly List<Reviewer> _reviewers = [];
    private readonly List<CallMoved> _history = [];

    private Call()
    {
    }

    /// <exception cref="Refusal">call.year, .title-missing, .window, .review-window, programme.unknown-kind, and those of the rules</exception>
    public Call(string kind, int year, CallRules rules, Caller caller, CallNotice notice, CallWindow window, string by)
    {
        Refusal.Unless(year is >= 2000 and <= 2100, "call.year");
        (Kind, Year, OrganisationId, OrganisationName, Level) = (kind, year, caller.OrganisationId, caller.Name, caller.Level);
        MadeBy = by;
        Edit(rules, notice, window);
    }

    public int Id { get; private set; }
    public string Kind { get; private set; } = "";
    public int Year { get; private set; }
    public int OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public People.OrganisationLevel Level { get; private set; }
    public string Title { get; private set; } = "";
    public string Document { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Contact { get; private set; } = "";
    public DateTime OpensAt { get; private set; }
    public DateTime ClosesAt { get; private set; }
    public DateTime RecommendBy { get; private set; }

    /// <summary>Of the round that runs; null where no last day was set.</summary>
    public DateTime? ReviewBy { get; private set; }
    public CallRules Rules { get; private set; } = null!;

    /// <summary>The questions as they are asked in this call.</summary>
    public IReadOnlyList<FormSection> Sections { get; private set; } = [];
    public CallStage Stage { get; private set; }

    /// <summary>Applications that were given a number; counted in the database alone.</summary>
    public int LastNumber { get; private set; }
    public string MadeBy { get; private set; } = "";

    /// <summary>Who added the scores up: somebody else approves.</summary>
    public string RankedBy { get; private set; } = "";

    /// <summary>Of the draw of the order in which they pitch: with it anybody draws it again.</summary>
    public string PitchSeed { get; private set; } = "";

    /// <summary>Of the decision that names.</summary>
    public string DecisionDocument { get; private set; } = "";
    public DateOnly? NamedOn { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Reviewer> Reviewers => _reviewers;
    public IReadOnlyList<CallMoved> History => _history;

    public IEnumerable<FormField> Fields => Sections.SelectMany(s => s.Fields);

    public ApplicationForm Form => ProgrammeKinds.FormOf(Kind);

    public bool IsUnderReview => Stage is CallStage.Reviewing or CallStage.Pitching;

    public ReviewRound Round => Stage is CallStage.Pitching ? ReviewRound.Pitch : ReviewRound.First;

    public bool TakesApplicationsAt(DateTime at) => Stage is CallStage.Published && OpensAt <= at && at < ClosesAt;

    /// <summary>Rules are changed while it is drafted; title, text and later days as long as it is declared.</summary>
    /// <exception cref="Refusal">call.not-editable, .title-missing, .window, .review-window, .rules-fixed, .window-shortened</exception>
    public void Edit(CallRules rules, CallNotice notice, CallWindow window)
    {
        Refusal.Unless(Stage is CallStage.Draft or CallStage.Published, "call.not-editable");
        Refusal.Unless(notice.Title.Trim().Length is > 0 and <= 100, "call.title-missing");
        Refusal.Unless(window.OpensAt < window.ClosesAt && window.ClosesAt <= window.RecommendBy, "call.window");
        Refusal.Unless(window.ReviewBy is null || window.ReviewBy > window.RecommendBy, "call.review-window");
        if (Stage is CallStage.Published)
        {
            Refusal.Unless(window.OpensAt == OpensAt && window.ClosesAt >= ClosesAt && window.RecommendBy >= RecommendBy && IsLater(window.ReviewBy), "call.window-shortened");
        }
        else
        {
            rules.Check();
            (Rules, Sections) = (rules, [.. ProgrammeKinds.FormOf(Kind).Sections.Select(s => Asked(s, rules))]);
        }

        (Title, Document, Text, Contact) = (notice.Title.Trim(), notice.Document.Trim(), notice.Text.Trim(), notice.Contact.Trim());
        (OpensAt, ClosesAt, RecommendBy, ReviewBy, Version) = (window.OpensAt, window.ClosesAt, window.RecommendBy, window.ReviewBy, Version + 1);
    }

    /// <summary>WX2026-031.</summary>
    public string NumberOf(int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Rules.CodePrefix}{Year}-{n:000}");

    /// <param name="quotas">How many unions may recommend.</param>
    /// <exception cref="Refusal">call.document-missing, .no-quota, .closes-in-the-past</exception>
    public void Publish(int quotas, string by, DateTime at)
    {
        Refusal.Unless(Document.Length > 0 && Contact.Length > 0, "call.document-missing");
        Refusal.Unless(quotas > 0, "call.no-quota");
        Refusal.Unless(ClosesAt > at, "call.closes-in-the-past");
        Make(CallMove.Publish, by, at);
    }

    /// <exception cref="Refusal">call.reviewers-fixed, .reviewer-twice</exception>
    public void Seat(Reviewer reviewer)
    {
        Refusal.Unless(Stage is CallStage.Draft or CallStage.Published || IsUnderReview, "call.reviewers-fixed");
        Refusal.Unless(_reviewers.TrueForAll(r => r.AccountId != reviewer.AccountId), "call.reviewer-twice", reviewer.Name);
        _reviewers.Add(reviewer);
        Version++;
    }

    /// <param name="hasScored">He handed in a sheet: what he gave stays, and so does he.</param>
    /// <exception cref="Refusal">call.reviewers-fixed, .reviewer-has-scored, .experts-short</exception>
    public void Unseat(string account, bool hasScored)
    {
        Refusal.Unless(Stage is CallStage.Draft or CallStage.Published || IsUnderReview, "call.reviewers-fixed");
        Refusal.Unless(!hasScored, "call.reviewer-has-scored");
        Refusal.Unless(!IsUnderReview || _reviewers.Count > Rules.FewestExperts, "call.too-few-experts", Rules.FewestExperts);
        _reviewers.RemoveAll(r => r.AccountId == account);
        Version++;
    }

    /// <summary>Reviewed is what was accepted. What never came so far has lapsed; what waits for a decision must have it first.</summary>
    /// <param name="all">Applications of the call.</param>
    /// <exception cref="Refusal">call.window-open, .review-over, .undecided, .nothing-accepted, .too-few-experts, .experts-short</exception>
    public void BeginReview(IReadOnlyList<Application> all, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(CallLifecycle.Next(Stage, CallMove.BeginReview) is not null, "call.move-not-allowed");
        Refusal.Unless(at >= RecommendBy, "call.window-open", RecommendBy);
        Refusal.Unless(ReviewBy is null || ReviewBy > at, "call.review-over", ReviewBy ?? at);
        var undecided = all.Count(a => a.Stage is ApplicationStage.Recommended || (a.Stage is ApplicationStage.Correcting && a.CorrectBy >= today));
        Refusal.Unless(undecided == 0, "call.undecided", undecided);
        var accepted = all.Where(a => a.Stage is ApplicationStage.Accepted).ToList();
        Refusal.Unless(accepted.Count > 0, "call.nothing-accepted");
        Refusal.Unless(_reviewers.Count >= Rules.FewestExperts, "call.too-few-experts", Rules.FewestExperts);
        foreach (var application in accepted)
        {
            var able = _reviewers.Count(r => application.BarOf(r) is ReviewBar.None);
            Refusal.Unless(able >= Rules.FewestExperts, "call.experts-short", application.Number!, able, Rules.FewestExperts);
        }

        Make(CallMove.BeginReview, by, at);
        foreach (var (application, code) in accepted.Zip(BlindCodes.For(Rules.CodePrefix, accepted.Count)))
        {
            application.BeginReview(code, by, at);
        }

        foreach (var application in all.Where(a => !ApplicationLifecycle.HasEnded(a.Stage) && a.Stage is not ApplicationStage.UnderReview))
        {
            application.Make(ApplicationMove.Lapse, by, at, "推荐和补正期限已过");
        }
    }

    /// <summary>入围: the best of the first round pitch, in an order that follows from the seed; the others are passed over.</summary>
    /// <param name="seed">Random, hex.</param>
    /// <param name="reviewBy">Of the pitches; null to keep the day that is set.</param>
    /// <exception cref="Refusal">call.no-pitch, .review-over, .window-shortened, and those of the ranking</exception>
    public void Shortlist(IReadOnlyList<Application> applications, IReadOnlyList<ReviewSheet> sheets, string seed, string by, DateTime at, DateTime? reviewBy = null)
    {
        Refusal.Unless(Rules.Pitch is not null, "call.no-pitch");
        Refusal.Unless(CallLifecycle.Next(Stage, CallMove.Shortlist) is not null, "call.move-not-allowed");
        var ranked = ReviewRanking.Of(this, applications, sheets);
        var goes = ReviewRanking.Above(ranked, new LineRule(Rules.Pitch!.Places, null, BorderTie.Widen));
        var last = LastOfReview(reviewBy, at);
        Make(CallMove.Shortlist, by, at);
        (PitchSeed, ReviewBy) = (seed, last);
        var order = PitchOrder.Of(seed, [.. ranked.Take(goes).Select(r => r.Application.BlindCode!)]);
        foreach (var (line, place) in ranked.Select((l, i) => (l, i)))
        {
            line.Application.TakeFirstRound(line);
            if (place < goes)
            {
                line.Application.Pitches(order[line.Application.BlindCode!]);
            }
            else
            {
                line.Application.TakeOutcome(null, by, at);
            }
        }
    }

    /// <summary>Adds the sheets up, ranks and draws the line; grades go from the top.</summary>
    /// <param name="applications">Under review.</param>
    /// <exception cref="Refusal">call.sheets-missing, .tie-at-line, call.pitch-missing</exception>
    public void Rank(IReadOnlyList<Application> applications, IReadOnlyList<ReviewSheet> sheets, string by, DateTime at)
    {
        Refusal.Unless(CallLifecycle.Next(Stage, CallMove.Rank) is not null, "call.move-not-allowed");
        Refusal.Unless(Stage is CallStage.Pitching || Rules.Pitch is null, "call.pitch-missing");
        var ranked = ReviewRanking.Of(this, applications, sheets);
        var grades = ReviewRanking.Grades(ranked, Rules);
        Make(CallMove.Rank, by, at);
        RankedBy = by;
        foreach (var (line, grade) in ranked.Zip(grades))
        {
            line.Application.TakeFinal(line);
            line.Application.TakeOutcome(grade, by, at);
        }
    }

    /// <summary>延长评审: what was late may be handed in until the new day. Anybody reads why.</summary>
    /// <exception cref="Refusal">call.move-not-allowed, .reason-missing, .review-over, .window-shortened</exception>
    public void ExtendReview(DateTime until, string by, DateTime at, string why)
    {
        var last = LastOfReview(until, at);
        Make(CallMove.ExtendReview, by, at, why);
        ReviewBy = last;
    }

    /// <summary>退回重评: sheets may be handed in anew.</summary>
    /// <param name="reviewBy">Null to keep the day that is set.</param>
    /// <exception cref="Refusal">call.reason-missing, .review-over, .window-shortened</exception>
    public void Return(IEnumerable<Application> ranked, string by, DateTime at, string why, DateTime? reviewBy = null)
    {
        var last = LastOfReview(reviewBy, at);
        Make(CallMove.Return, by, at, why);
        (RankedBy, PitchSeed, ReviewBy) = ("", "", last);
        foreach (var application in ranked)
        {
            application.ReviewAgain(by, at, why);
        }
    }

    /// <summary>With every word that the rules ask for; one that is against it is for the leading group to weigh, and to refuse.</summary>
    /// <exception cref="Refusal">call.second-person, .nothing-selected, .opinion-missing (which application, whose), .opinion-against</exception>
    public void Approve(IReadOnlyList<Application> selected, string by, DateTime at)
    {
        Refusal.Unless(by != RankedBy, "call.second-person");
        Refusal.Unless(selected.Count > 0, "call.nothing-selected");
        foreach (var application in selected)
        {
            var missing = application.OpinionsNeeded(Rules).FirstOrDefault(body => application.Opinions.All(o => o.Body != body));
            Refusal.Unless(missing is null, "call.opinion-missing", application.Title, missing ?? "");
            var against = application.Opinions.FirstOrDefault(o => !o.IsFavourable);
            Refusal.Unless(against is null, "call.opinion-against", application.Title, against?.Body ?? "");
        }

        Make(CallMove.Approve, by, at);
        foreach (var application in selected)
        {
            application.Make(ApplicationMove.Approve, by, at);
        }
    }

    /// <summary>Also again, when the notice before was withdrawn.</summary>
    public void GiveNotice(IReadOnlyList<Application> approved, string by, DateTime at)
    {
        Refusal.Unless(approved.Count > 0, "call.nothing-selected");
        Make(CallMove.GiveNotice, by, at);
        foreach (var application in approved.Where(a => a.Stage is ApplicationStage.Approved))
        {
            application.Make(ApplicationMove.GiveNotice, by, at);
        }
    }

    /// <summary>命名: by a document, when the notice was closed without objection.</summary>
    /// <exception cref="Refusal">call.document-missing, .nothing-selected, .named-ahead</exception>
    public void Name(IReadOnlyList<Application> noticed, string document, DateOnly on, string by, DateTime at)
    {
        Refusal.Unless(document.Trim().Length is > 0 and <= 60, "call.decision-missing");
        Refusal.Unless(on.ToDateTime(TimeOnly.MinValue) <= at.AddDays(1), "call.named-ahead");
        Refusal.Unless(noticed.Count > 0, "call.nothing-selected");
        Make(CallMove.Name, by, at, document.Trim());
        (DecisionDocument, NamedOn) = (document.Trim(), on);
        foreach (var application in noticed)
        {
            application.Make(ApplicationMove.Name, by, at, document.Trim());
        }
    }

    /// <summary>取消: what was declared has lapsed with it.</summary>
    /// <exception cref="Refusal">call.move-not-allowed, .reason-missing</exception>
    public void Cancel(IEnumerable<Application> all, string by, DateTime at, string why)
    {
        Make(CallMove.Cancel, by, at, why);
        foreach (var application in all.Where(a => !ApplicationLifecycle.HasEnded(a.Stage)))
        {
            application.Make(ApplicationMove.Lapse, by, at, $"申报批次取消：{why.Trim()}");
        }
    }

    /// <summary>A round that begins or goes on has days left.</summary>
    private DateTime? LastOfReview(DateTime? until, DateTime at)
    {
        var last = until ?? ReviewBy;
        Refusal.Unless(IsLater(last), "call.window-shortened");
        Refusal.Unless(last is null || last > at, "call.review-over", last ?? at);
        return last;
    }

    private bool IsLater(DateTime? reviewBy) => ReviewBy is null || reviewBy >= ReviewBy;

    private void Make(CallMove move, string by, DateTime at, string why = "")
    {
        var next = CallLifecycle.Next(Stage, move) ?? throw new Refusal("call.move-not-allowed");
        Refusal.Unless(!CallLifecycle.NeedsReason(move) || why.Trim().Length > 0, "call.reason-missing");
        _history.Add(new CallMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }

    private static FormSection Asked(FormSection section, CallRules rules) => section with
    {
        Fields = [.. section.Fields.Select(f => rules.Options.TryGetValue(f.Key, out var options) ? f with { Options = options } : f)],
    };
}
