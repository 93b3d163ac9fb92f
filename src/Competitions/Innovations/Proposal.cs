namespace Competitions.Innovations;

/// <summary>
/// 合理化建议 of a worker to his unit: submitted by himself or entered for him, acknowledged and answered in time, carried out, its effect
/// confirmed. It counts where and when each of this happened.
/// </summary>
public sealed class Proposal
{
    public const int MostTitle = 60;
    public const int MostText = 2000;

    private readonly List<ProposalMoved> _history = [];
    private readonly List<ProposalLink> _links = [];

    private Proposal()
    {
    }

    /// <param name="category">A code of the dictionary.</param>
    /// <param name="by">The account: his own, or that of the officer who enters it for him.</param>
    /// <exception cref="Refusal">proposal.title-missing, .problem-missing, .measures-missing</exception>
    public Proposal(Proposer who, InnovationText text, string category, ProposalTerm term, string by, DateOnly today, DateTime at, bool isEnteredFor = false)
    {
        Refusal.Unless(text.Title.Trim().Length is >= 4 and <= MostTitle, "proposal.title-missing", MostTitle);
        Refusal.Unless(text.Problem.Trim().Length is >= 10 and <= MostText, "proposal.problem-missing", MostText);
        Refusal.Unless(text.Measures.Trim().Length is >= 10 and <= MostText, "proposal.measures-missing", MostText);
        (WorkerId, WorkerName, UnitId, UnitName) = who;
        (Title, Problem, Measures, Category) = (text.Title.Trim(), text.Problem.Trim(), text.Measures.Trim(), category);
        (AcknowledgeBy, DecideBy, PresetCode, PresetVersion) = term;
        (SubmittedOn, IsEnteredFor) = (today, isEnteredFor);
        _history.Add(new ProposalMoved(ProposalMove.Submit, ProposalStage.Submitted, ProposalStage.Submitted, by, at, ""));
    }

    public int Id { get; private set; }
    public int WorkerId { get; private set; }
    public string WorkerName { get; private set; } = "";
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Problem { get; private set; } = "";
    public string Measures { get; private set; } = "";
    public string Category { get; private set; } = "";

    /// <summary>By his union, from paper.</summary>
    public bool IsEnteredFor { get; private set; }

    /// <summary>Days in China, as all that follow.</summary>
    public DateOnly SubmittedOn { get; private set; }
    public DateOnly AcknowledgeBy { get; private set; }
    public DateOnly DecideBy { get; private set; }
    public string PresetCode { get; private set; } = "";
    public int PresetVersion { get; private set; }
    public DateOnly? AcceptedOn { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Wholly or partly.</summary>
    public DateOnly? AdoptedOn { get; private set; }
    public DateOnly? ImplementedOn { get; private set; }
    public DateOnly? ConfirmedOn { get; private set; }
    public Assessment? Assessment { get; private set; }

    /// <summary>What the unit told him: the reason of a no or of a part.</summary>
    public string? Answer { get; private set; }
    public Implementation? Implementation { get; private set; }
    public IReadOnlyList<BenefitLine> BenefitLines { get; private set; } = [];

    /// <summary>元 of the first year, once it is confirmed.</summary>
    public decimal? Net { get; private set; }
    public int Stars { get; private set; }
    public ProposalReward? Reward { get; private set; }

    /// <summary>The application of a 五小 that it was made into.</summary>
    public int? ConvertedTo { get; private set; }
    public ProposalStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ProposalMoved> History => _history;
    public IReadOnlyList<ProposalLink> Links => _links;

    public InnovationText Text => new(Title, Problem, Measures);

    /// <summary>The day by which the unit's next word is due; null when none is.</summary>
    public DateOnly? DueOn => DueAt(Stage, AcknowledgeBy, DecideBy);

    public static DateOnly? DueAt(ProposalStage stage, DateOnly acknowledgeBy, DateOnly decideBy) => stage switch
    {
        ProposalStage.Submitted => acknowledgeBy,
        ProposalStage.Accepted or ProposalStage.Assessed => decideBy,
        _ => null,
    };

    /// <summary>受理.</summary>
    /// <exception cref="Refusal">proposal.move-not-allowed, .own</exception>
    public void Accept(ProposalOfficer by, DateOnly today, DateTime at)
    {
        Make(ProposalMove.Accept, by, at, "");
        AcceptedOn = today;
    }

    /// <exception cref="Refusal">proposal.department-missing, .opinion-missing, and those of accepting</exception>
    public void Assess(Assessment assessment, ProposalOfficer by, DateTime at)
    {
        Refusal.Unless(assessment.Department.Trim().Length is > 0 and <= 60, "proposal.department-missing");
        Refusal.Unless(assessment.Opinion.Trim().Length is >= 4 and <= MostText, "proposal.opinion-missing", MostText);
        Make(ProposalMove.Assess, by, at, "");
        Assessment = new Assessment(assessment.Department.Trim(), assessment.Opinion.Trim());
    }

    /// <summary>采纳, 部分采纳, 不采纳.</summary>
    /// <param name="answer">Told to the worker; not to be left out unless it is adopted wholly.</param>
    /// <exception cref="Refusal">proposal.answer-missing, and those of accepting</exception>
    public void Decide(ProposalMove decision, string answer, int stars, ProposalOfficer by, DateOnly today, DateTime at)
    {
        Refusal.Unless(decision is ProposalMove.Adopt or ProposalMove.AdoptPartly or ProposalMove.Decline, "proposal.move-not-allowed");
        Refusal.Unless(answer.Trim().Length <= MostText && (decision is ProposalMove.Adopt || answer.Trim().Length >= 4), "proposal.answer-missing", MostText);
        Make(decision, by, at, answer);
        (DecidedOn, Answer) = (today, answer.Trim());
        (AdoptedOn, Stars) = decision is ProposalMove.Decline ? (default(DateOnly?), 0) : (today, stars);
    }

    /// <exception cref="Refusal">proposal.responsible-missing, .planned-in-the-past, and those of accepting</exception>
    public void Start(Implementation implementation, ProposalOfficer by, DateOnly today, DateTime at)
    {
        Refusal.Unless(implementation.Responsible.Trim().Length is > 0 and <= 60, "proposal.responsible-missing");
        Refusal.Unless(implementation.PlannedOn >= today, "proposal.planned-in-the-past");
        Make(ProposalMove.Start, by, at, "");
        Implementation = implementation with { Responsible = implementation.Responsible.Trim() };
    }

    /// <param name="on">From when it is in use; not in the future, not before it was adopted.</param>
    /// <exception cref="Refusal">proposal.implemented-when, and those of accepting</exception>
    public void Finish(DateOnly on, string how, ProposalOfficer by, DateOnly today, DateTime at)
    {
        Refusal.Unless(AdoptedOn is not { } adopted || on <= today && on >= adopted, "proposal.implemented-when", AdoptedOn ?? today);
        Make(ProposalMove.Finish, by, at, how);
        ImplementedOn = on;
    }

    /// <summary>效果确认, with the calculation.</summary>
    /// <exception cref="Refusal">proposal.effect-missing, and those of accepting</exception>
    public void Confirm(Benefit benefit, string effect, ProposalRules rules, ProposalOfficer by, DateOnly today, DateTime at)
    {
        Refusal.Unless(effect.Trim().Length is >= 4 and <= MostText, "proposal.effect-missing", MostText);
        Make(ProposalMove.Confirm, by, at, effect);
        (ConfirmedOn, BenefitLines, Net) = (today, benefit.Lines, benefit.Net);
        Stars = benefit.Net >= rules.LargeFrom ? rules.LargeStars : rules.EffectiveStars;
    }

    /// <param name="money">元; within the band of its grade, none where it reaches none.</param>
    /// <exception cref="Refusal">proposal.reward-outside (least and most), and those of accepting</exception>
    public void Give(decimal money, string praise, ProposalRules rules, ProposalOfficer by, DateTime at)
    {
        var band = ValueBand.For(Net ?? 0, rules.Bands);
        var (least, most) = (band?.LeastReward ?? 0, band?.MostReward ?? 0);
        Refusal.Unless(money >= least && money <= most && money == decimal.Round(money, 2), "proposal.reward-outside", least, most);
        Make(ProposalMove.Reward, by, at, "");
        Reward = new ProposalReward(band?.Grade, money, praise.Trim());
    }

    /// <summary>转五小: once, and the proposal goes on as it is.</summary>
    /// <exception cref="Refusal">proposal.converted-already, .move-not-allowed</exception>
    public void ConvertInto(int application, ProposalOfficer by, DateTime at)
    {
        Refusal.Unless(ConvertedTo is null, "proposal.converted-already");
        Make(ProposalMove.Convert, by, at, "");
        ConvertedTo = application;
    }

    public void Archive(ProposalOfficer by, DateTime at) => Make(ProposalMove.Archive, by, at, "");

    /// <summary>By the worker himself, as long as nothing is decided.</summary>
    /// <exception cref="Refusal">proposal.not-yours, .move-not-allowed</exception>
    public void Withdraw(int worker, string by, DateTime at, string why)
    {
        Refusal.Unless(worker == WorkerId, "proposal.not-yours");
        Move(ProposalMove.Withdraw, by, at, why);
    }

    /// <exception cref="Refusal">proposal.linked-already, .linked-to-itself</exception>
    public void LinkTo(int other, decimal similarity, string by, DateTime at)
    {
        Refusal.Unless(other != Id, "proposal.linked-to-itself");
        Refusal.Unless(_links.TrueForAll(l => l.OtherId != other), "proposal.linked-already");
        _links.Add(new ProposalLink(other, similarity, by, at));
        Version++;
    }

    /// <summary>He is erased: what he proposed stays with his unit, without his name.</summary>
    public void Forget(string nobody)
    {
        WorkerName = nobody;
        Version++;
    }

    private void Make(ProposalMove move, ProposalOfficer by, DateTime at, string why)
    {
        Refusal.Unless(by.WorkerId is not { } worker || worker != WorkerId, "proposal.own");
        Move(move, by.Account, at, why);
    }

    private void Move(ProposalMove move, string by, DateTime at, string why)
    {
        var next = ProposalLifecycle.Next(Stage, move) ?? throw new Refusal("proposal.move-not-allowed");
        _history.Add(new ProposalMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
