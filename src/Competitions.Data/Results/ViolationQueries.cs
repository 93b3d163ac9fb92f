using Competitions.Results;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Results;

/// <summary>A violation that counts.</summary>
/// <param name="EntryId">Of a competitor; null while the code of his work is sealed.</param>
/// <param name="Module">Null where it is of no module.</param>
/// <param name="Off">Points off the module, with <see cref="ViolationEffect.PointsOff"/>.</param>
public sealed record ConfirmedViolation(int Id, ViolationPart Part, int? EntryId, string? Work, string? Module, ViolationEffect Effect, Points Off, string What);

public static class ViolationQueries
{
    /// <summary>All that has an effect in an event, in the order it was registered. One query; nobody looks behind a sealed code.</summary>
    public static Task<List<ConfirmedViolation>> ConfirmedViolations(this CompetitionsDb db, string eventCode) => (
        from violation in db.Violations.AsNoTracking()
        where violation.Stage == ViolationStage.Confirmed && db.Events.Any(e => e.Id == violation.EventId && e.Code == eventCode)
        orderby violation.Id
        select new ConfirmedViolation(
            violation.Id, violation.Part, violation.EntryId ?? db.CodeBook.Where(l => l.Work == violation.Work && l.OpenedAt != null).Select(l => (int?)l.EntryId).FirstOrDefault(),
            violation.Work, violation.Module, violation.Effect, violation.Off, violation.What)).ToListAsync();
}
