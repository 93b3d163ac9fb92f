namespace Competitions.Innovations;

/// <summary>Whose need it is, and the federation that publishes it to its enterprises.</summary>
public sealed record NeedUnit(int Id, string Name, int FederationId);

/// <summary>What is needed.</summary>
/// <param name="Problem">10 to 2,000 characters.</param>
/// <param name="Wanted">The result with its numbers, 10 to 1,000.</param>
/// <param name="Reward">元, 0 for none in money.</param>
/// <param name="ClaimBy">The last day on which it is claimed.</param>
public sealed record NeedText(string Title, string Field, string Problem, string Wanted, decimal Reward, string Terms, DateOnly ClaimBy);

/// <summary>Who claims.</summary>
/// <param name="Team">班组、工作室 or person, with the leader's name.</param>
/// <param name="StudioId">Where it is a studio of the house.</param>
public sealed record Claimant(int UnitId, string UnitName, string Team, int? StudioId);

/// <summary>揭榜: one unit's plan for a need.</summary>
public sealed class NeedClaim
{
    private NeedClaim()
    {
    }

    internal NeedClaim(int number, Claimant who, string plan, int days, string by, DateTime at)
    {
        (Number, UnitId, UnitName, Team, StudioId) = (number, who.UnitId, who.UnitName, who.Team.Trim(), who.StudioId);
        (Plan, Days, By, At) = (plan.Trim(), days, by, at);
    }

    /// <summary>From 1, within its need.</summary>
    public int Number { get; private set; }
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public string Team { get; private set; } = "";
    public int? StudioId { get; private set; }
    public string Plan { get; private set; } = "";

    /// <summary>Within which it is to be done.</summary>
    public int Days { get; private set; }
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
    public ClaimStage Stage { get; private set; }

    /// <summary>What it was told when one was chosen.</summary>
    public string Answer { get; private set; } = "";

    /// <exception cref="Refusal">need.claim-not-allowed</exception>
    internal void Make(ClaimMove move, string answer)
    {
        Stage = ClaimLifecycle.Next(Stage, move) ?? throw new Refusal("need.claim-not-allowed");
        Answer = answer.Trim();
    }
}

/// <summary>技术需求 of 揭榜挂帅: published to the enterprises of a district, claimed by several, one is chosen, and the unit whose need it is says what came of it.</summary>
public sealed class Need
{
    public const int MostProblem = 2000;
    public const int MostWanted = 1000;
    public const int MostPlan = 2000;
    public const int MostClaims = 50;

    private readonly List<NeedClaim> _claims = [];
    private readonly List<NeedMoved> _history = [];

    private Need()
    {
    }

    /// <exception cref="Refusal">need.title-missing, .field-missing, .problem-missing, .wanted-missing, .reward, .terms-long, .claim-by</exception>
    public Need(NeedUnit unit, NeedText text, string by, DateOnly today, DateTime at)
    {
        (UnitId, UnitName, FederationId) = unit;
        Write(text, today);
        _history.Add(new NeedMoved(NeedMove.Submit, NeedStage.Submitted, NeedStage.Submitted, by, at, ""));
    }

    public int Id { get; private set; }
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public int FederationId { get; private set; }
    public string Title { get; private set; } = "";
    public string Field { get; private set; } = "";
    public string Problem { get; private set; } = "";
    public string Wanted { get; private set; } = "";
    public decimal Reward { get; private set; }

    /// <summary>What is offered beside money.</summary>
    public string Terms { get; private set; } = "";
    public DateOnly ClaimBy { get; private set; }

    /// <summary>意向书.</summary>
    public InnovationFile? Intent { get; private set; }

    /// <summary>1 to 5, by the unit whose need it was.</summary>
    public int? Rating { get; private set; }
    public NeedStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<NeedClaim> Claims => _claims;
    public IReadOnlyList<NeedMoved> History => _history;

    public NeedClaim? Won => _claims.Find(c => c.Stage is ClaimStage.Chosen);

    public bool TakesClaimsOn(DateOnly day) => Stage is NeedStage.Published && day <= ClaimBy;

    /// <summary>Mended after it was sent back.</summary>
    public void Resubmit(NeedText text, string by, DateOnly today, DateTime at)
    {
        Move(NeedMove.Resubmit, "", by, at);
        Write(text, today);
    }

    /// <summary>发布, by another person than who asked.</summary>
    /// <exception cref="Refusal">need.second-person, .claim-by, .move-not-allowed</exception>
    public void Publish(string by, DateOnly today, DateTime at)
    {
        Refusal.Unless(_history[0].By != by, "need.second-person");
        Refusal.Unless(ClaimBy >= today, "need.claim-by");
        Move(NeedMove.Publish, "", by, at);
    }

    /// <exception cref="Refusal">need.too-late, .own, .federation, .claimed-already, .team-missing, .plan-missing, .days, .claims-full</exception>
    public void Claim(Claimant who, string plan, int days, string by, DateOnly today, DateTime at)
    {
        Refusal.Unless(TakesClaimsOn(today), "need.too-late", ClaimBy);
        Refusal.Unless(who.UnitId != UnitId, "need.own");
        Refusal.Unless(who.UnitId != FederationId, "need.federation");
        Refusal.Unless(!_claims.Exists(c => c.UnitId == who.UnitId && c.Stage is not ClaimStage.Withdrawn), "need.claimed-already");
        Refusal.Unless(_claims.Count < MostClaims, "need.claims-full", MostClaims);
        Refusal.Unless(who.Team.Trim().Length is >= 2 and <= 100, "need.team-missing");
        Refusal.Unless(plan.Trim().Length is >= 10 and <= MostPlan, "need.plan-missing", MostPlan);
        Refusal.Unless(days is >= 1 and <= 1000, "need.days");
        _claims.Add(new NeedClaim(_claims.Count + 1, who, plan, days, by, at));
        Version++;
    }

    /// <exception cref="Refusal">need.no-claim, .claim-not-allowed</exception>
    public void TakeBack(int number)
    {
        Refusal.Unless(Stage is NeedStage.Published, "need.claim-not-allowed");
        Of(number).Make(ClaimMove.Withdraw, "");
        Version++;
    }

    /// <summary>选定: the others are told that they were not, and why.</summary>
    /// <exception cref="Refusal">need.no-claim, .claim-not-allowed, .reason-missing, .move-not-allowed</exception>
    public void Choose(int number, string why, string by, DateTime at)
    {
        var chosen = Of(number);
        Move(NeedMove.Choose, why, by, at);
        chosen.Make(ClaimMove.Choose, why);
        foreach (var other in _claims.Where(c => c.Stage is ClaimStage.Standing))
        {
            other.Make(ClaimMove.Decline, why);
        }
    }

    /// <exception cref="Refusal">need.intent-missing, .move-not-allowed</exception>
    public void Sign(InnovationFile? intent, string by, DateTime at)
    {
        Refusal.Unless(intent is not null, "need.intent-missing");
        Move(NeedMove.Sign, "", by, at);
        Intent = intent! with { };
    }

    /// <summary>需求方验收评价.</summary>
    /// <exception cref="Refusal">need.rating, .reason-missing, .move-not-allowed</exception>
    public void Accept(int rating, string opinion, string by, DateTime at)
    {
        Refusal.Unless(rating is >= 1 and <= 5, "need.rating");
        Move(NeedMove.Accept, opinion, by, at);
        Rating = rating;
    }

    /// <summary>The moves that carry nothing but a word.</summary>
    public void Make(NeedMove move, string why, string by, DateTime at)
    {
        Refusal.Unless(move is NeedMove.Return or NeedMove.Close or NeedMove.Lapse or NeedMove.Withdraw, "need.move-not-allowed");
        Move(move, why, by, at);
    }

    /// <summary>流标 by itself: the days to claim are over and nobody stands. Harmless twice.</summary>
    public bool LapseIfUnclaimed(DateOnly today, DateTime at)
    {
        if (Stage is not NeedStage.Published || today <= ClaimBy || _claims.Exists(c => c.Stage is ClaimStage.Standing))
        {
            return false;
        }

        Move(NeedMove.Lapse, "揭榜期满，无人揭榜", "", at);
        return true;
    }

    private NeedClaim Of(int number) => _claims.Find(c => c.Number == number) ?? throw new Refusal("need.no-claim");

    private void Write(NeedText text, DateOnly today)
    {
        Refusal.Unless(text.Title.Trim().Length is >= 4 and <= 60, "need.title-missing");
        Refusal.Unless(text.Field.Trim().Length is > 0 and <= 40, "need.field-missing");
        Refusal.Unless(text.Problem.Trim().Length is >= 10 and <= MostProblem, "need.problem-missing", MostProblem);
        Refusal.Unless(text.Wanted.Trim().Length is >= 10 and <= MostWanted, "need.wanted-missing", MostWanted);
        Refusal.Unless(text.Reward is >= 0 and <= 100_000_000m && decimal.Round(text.Reward, 2) == text.Reward, "need.reward");
        Refusal.Unless(text.Terms.Trim().Length <= 500, "need.terms-long");
        Refusal.Unless(text.ClaimBy >= today && text.ClaimBy <= today.AddYears(2), "need.claim-by");
        (Title, Field, Problem, Wanted) = (text.Title.Trim(), text.Field.Trim(), text.Problem.Trim(), text.Wanted.Trim());
        (Reward, Terms, ClaimBy) = (text.Reward, text.Terms.Trim(), text.ClaimBy);
    }

    private void Move(NeedMove move, string why, string by, DateTime at)
    {
        var next = NeedLifecycle.Next(Stage, move) ?? throw new Refusal("need.move-not-allowed");
        Refusal.Unless(!NeedLifecycle.NeedsReason(move) || why.Trim().Length is >= 4 and <= 1000, "need.reason-missing");
        _history.Add(new NeedMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
