using Competitions.Notices;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Notices;

public static class NoticeQueries
{
    /// <summary>The notice that stands of a source: the newest that was not withdrawn; null where there is none.</summary>
    public static Task<PublicNotice?> StandingNotice(this CompetitionsDb db, NoticeOf of, int sourceId) =>
        db.PublicNotices.Where(n => n.Of == of && n.SourceId == sourceId && n.Stage != NoticeStage.Withdrawn).OrderByDescending(n => n.Id).FirstOrDefaultAsync();

    /// <summary>Waits for the others who file, answer or close: what is read after it holds until the transaction ends, and who read before it is told.</summary>
    public static Task QueueNotice(this CompetitionsDb db, int id) =>
        db.PublicNotices.Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Version, n => n.Version + 1));
}
