using Competitions.Contests;

namespace Competitions.Data.Contests;

public static class RoundQueries
{
    private static readonly EntryStage[] In = [EntryStage.Accepted, EntryStage.Confirmed, EntryStage.SignedIn, EntryStage.Finished];

    /// <summary>Whose sessions and papers a round's are: in the first everybody with a place, in a later one who stands on its published list.</summary>
    public static IQueryable<Entry> TakingPart(this CompetitionsDb db, Event of, string? round) => db.InRound(of, round, In);

    /// <summary>Those and who was absent, gave up or was disqualified: everybody who stands on the round's sheet.</summary>
    public static IQueryable<Entry> Entered(this CompetitionsDb db, Event of, string round) => db.InRound(of, round, EntryLifecycle.Placed);

    private static IQueryable<Entry> InRound(this CompetitionsDb db, Event of, string? round, IReadOnlyList<EntryStage> stages)
    {
        var taking = db.Entries.Where(e => e.EventId == of.Id && stages.Contains(e.Stage));
        return !of.IsLaterRound(round) ? taking : taking.Where(e => db.PromotionLists
            .Where(l => l.EventId == of.Id && l.Round == round && l.Stage == PromotionStage.Published)
            .SelectMany(l => l.Lines).Any(l => l.EntryId == e.Id && !l.IsGone));
    }
}
