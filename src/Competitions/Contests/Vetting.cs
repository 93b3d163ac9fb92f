using System.Globalization;

namespace Competitions.Contests;

/// <summary>What a reviewer is to one entry: of its unit, of the town or industry union above the unit, of the event's organiser.</summary>
public sealed record Reviewer(bool IsUnit, bool IsTown, bool IsOrganiser);

public enum VettingAct
{
    Pass,
    Return,
    Refuse,

    /// <summary>转候补, by the organiser.</summary>
    Wait,
}

public enum VettingOutcome
{
    Done,

    /// <summary>It would be accepted, but no place is free: it joins the waiting list.</summary>
    JoinsWaitingList,

    SkippedFails,
    SkippedUnknown,

    /// <summary>Not in a state in which this reviewer decides.</summary>
    SkippedNotHis,
}

/// <summary>An entry chosen for an act on many.</summary>
/// <param name="HasPlace">A promotion list keeps a place for it.</param>
public sealed record Chosen(int Id, EntryStage Stage, Reviewer By, Verdict Verdict, DateTime Since, bool HasPlace = false);

public sealed record Planned(int Id, VettingOutcome Outcome);

/// <summary>The chain of review, unit → town or industry union → organiser, and the places of an event.</summary>
public static class Vetting
{
    public static bool IsFor(EntryStage stage, Reviewer by) => stage switch
    {
        EntryStage.Submitted => by.IsUnit,
        EntryStage.UnitVetted => by.IsTown,
        EntryStage.TownVetted or EntryStage.Waiting => by.IsOrganiser,
        _ => false,
    };

    public static EntryMove? Passing(EntryStage stage) => stage switch
    {
        EntryStage.Submitted => EntryMove.PassUnit,
        EntryStage.UnitVetted => EntryMove.PassTown,
        EntryStage.TownVetted or EntryStage.Waiting => EntryMove.Accept,
        _ => null,
    };

    /// <summary>
    /// What an act on many would do, before it is done. Only what passes every check is passed by the lot: the rest is looked at
    /// one by one. Places go in the order in which the entries came to this step.
    /// </summary>
    /// <param name="free">Places that are free now.</param>
    public static IReadOnlyList<Planned> Plan(VettingAct act, IEnumerable<Chosen> chosen, int free)
    {
        List<Planned> plan = [];
        foreach (var entry in chosen.OrderBy(c => c.Since).ThenBy(c => c.Id))
        {
            var outcome = OutcomeOf(act, entry, entry.HasPlace ? 1 : free);
            free -= act is VettingAct.Pass && !entry.HasPlace && outcome is VettingOutcome.Done && Passing(entry.Stage) is EntryMove.Accept ? 1 : 0;
            plan.Add(new Planned(entry.Id, outcome));
        }

        return plan;
    }

    /// <summary>First come, first served.</summary>
    public static IEnumerable<Entry> InTurn(IEnumerable<Entry> waiting) => waiting.OrderBy(e => e.WaitingSince).ThenBy(e => e.Id);

    /// <summary>The number after the highest that was ever given in the event: one that was given is not given again.</summary>
    /// <param name="highest">Null for the first; a prefix before its last digits stays.</param>
    public static string NextNumber(string? highest)
    {
        var digits = highest is null ? 0 : highest.Length - highest.AsSpan().LastIndexOfAnyExceptInRange('0', '9') - 1;
        var number = digits is 0 or > 9 ? 0 : int.Parse(highest![^digits..], CultureInfo.InvariantCulture);
        return highest?[..^digits] + (number + 1).ToString("0000", CultureInfo.InvariantCulture);
    }

    private static VettingOutcome OutcomeOf(VettingAct act, Chosen entry, int free)
    {
        if (!IsFor(entry.Stage, entry.By) || act is VettingAct.Wait && entry.Stage is not EntryStage.TownVetted)
        {
            return VettingOutcome.SkippedNotHis;
        }

        return (act, entry.Verdict) switch
        {
            (VettingAct.Return or VettingAct.Refuse or VettingAct.Wait, _) => VettingOutcome.Done,
            (_, Verdict.Fail) => VettingOutcome.SkippedFails,
            (_, Verdict.Unknown) => VettingOutcome.SkippedUnknown,
            _ when free > 0 || Passing(entry.Stage) is not EntryMove.Accept => VettingOutcome.Done,
            _ => entry.Stage is EntryStage.Waiting ? VettingOutcome.SkippedNotHis : VettingOutcome.JoinsWaitingList,
        };
    }
}
