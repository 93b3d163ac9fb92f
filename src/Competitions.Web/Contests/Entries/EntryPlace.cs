using Competitions.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Contests.Entries;

/// <summary>An event as a place for entries, and what the caller is to it.</summary>
/// <param name="Paths">Subtrees whose units the caller enters.</param>
/// <param name="VetPaths">Those of them whose entries he reviews; a team leader reviews none.</param>
/// <param name="TownPaths">Those that he reaches as town or industry union.</param>
public sealed record EntryPlace(
    Event Event, Contest Contest, string Me, DateTime Now, DateOnly Today, bool IsOrganiser, IReadOnlyList<string> Paths, IReadOnlyList<string> VetPaths, IReadOnlyList<string> TownPaths)
{
    /// <summary>The day that counts for ages and months.</summary>
    public DateOnly ClosesOn => Contest.RegistrationClosesAt?.InChina().Date() ?? Contest.StartsOn;

    public bool IsOpen => Event.Stage is EventStage.Registration && !(Now < Contest.RegistrationOpensAt) && !(Now > Contest.RegistrationClosesAt);

    /// <summary>Who was sent back mends his entry while it is reviewed, too.</summary>
    public bool CanMend => IsOpen || Event.Stage is EventStage.Registration or EventStage.Vetting;

    public bool CanVet => Event.Stage is EventStage.Registration or EventStage.Vetting;

    public bool CanSubstitute => Event.Stage is EventStage.Registration or EventStage.Vetting or EventStage.Ready or EventStage.Postponed && Today < Contest.StartsOn;

    /// <summary>Who moves up from a reserve comes after the review of the others.</summary>
    public bool MayReview(Entry entry) => CanVet || entry.PromotionLineId is not null && CanSubstitute;

    public string Address => $"/events/{Event.Code}/entries";

    public Reviewer ReviewerOf(string unitPath) => new(VetPaths.Reach(unitPath), TownPaths.Reach(unitPath), IsOrganiser);

    /// <exception cref="Refusal">entry.registration-not-open, entry.registration-closed</exception>
    public void MustBeOpen()
    {
        Refusal.Unless(!(Now > Contest.RegistrationClosesAt), "entry.registration-closed", Contest.RegistrationClosesAt?.Moment() ?? "");
        Refusal.Unless(IsOpen, "entry.registration-not-open");
    }
}
