using Competitions.People;

namespace Competitions.Programmes;

/// <summary>When it is declared, recommended and reviewed; server time, UTC.</summary>
/// <param name="ClosesAt">Nothing is handed in from this moment on; what was returned may be handed in again until <paramref name="RecommendBy"/>.</param>
/// <param name="RecommendBy">Checked by the unit and recommended until then.</param>
/// <param name="ReviewBy">Experts hand their sheets in until then; null for none, as in calls of before there was one.</param>
public sealed record CallWindow(DateTime OpensAt, DateTime ClosesAt, DateTime RecommendBy, DateTime? ReviewBy = null);

/// <param name="Document">文号 of the notice that calls; may be empty while it is drafted.</param>
/// <param name="Text">What the notice says beside the rules.</param>
public sealed record CallNotice(string Title, string Document, string Text, string Contact);

/// <summary>Who calls, with its name on the day.</summary>
public sealed record Caller(int OrganisationId, string Name, OrganisationLevel Level);

/// <summary>评审专家 of a call.</summary>
/// <param name="UnitId">Where he works: his own unit's applications are not his to score.</param>
/// <param name="WorkerId">Null where his account is nobody's in the register.</param>
public sealed record Reviewer(string AccountId, string Name, int? UnitId, int? WorkerId);

/// <summary>Why an expert does not score an application.</summary>
public enum ReviewBar
{
    None,

    /// <summary>本单位申报.</summary>
    OwnUnit,

    /// <summary>本人署名.</summary>
    OwnName,

    /// <summary>本人参与过审核推荐.</summary>
    TookPart,

    /// <summary>本人申请回避.</summary>
    Recused,
}

/// <summary>推荐名额 of a recommending union in a call; a row of its own, so that the last place is fought for without the call.</summary>
public sealed class CallQuota
{
    private CallQuota()
    {
    }

    /// <exception cref="Refusal">quota.range</exception>
    public CallQuota(int callId, int organisationId, string organisationName, int fewest, int most)
    {
        Refusal.Unless(fewest >= 0 && most >= fewest && most <= 9999, "quota.range");
        (CallId, OrganisationId, OrganisationName, Fewest, Most) = (callId, organisationId, organisationName, fewest, most);
    }

    public int Id { get; private set; }
    public int CallId { get; private set; }
    public int OrganisationId { get; private set; }

    /// <summary>As on the day when the quota was given.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Expected; it is told, and holds nothing up.</summary>
    public int Fewest { get; private set; }
    public int Most { get; private set; }

    /// <summary>Applications that hold a place. Changed in the database alone, where it cannot pass <see cref="Most"/>.</summary>
    public int Used { get; private set; }

    /// <exception cref="Refusal">quota.range, quota.below-used</exception>
    public void Change(int fewest, int most)
    {
        Refusal.Unless(fewest >= 0 && most >= fewest && most <= 9999, "quota.range");
        Refusal.Unless(most >= Used, "quota.below-used", OrganisationName, Used);
        (Fewest, Most) = (fewest, most);
    }
}
