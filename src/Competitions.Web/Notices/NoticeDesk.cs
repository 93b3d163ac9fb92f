using Competitions.Data;
using Competitions.Data.Notices;
using Competitions.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices;

/// <summary>A notice without its rows.</summary>
public sealed record NoticeHead
{
    public required int Id { get; init; }
    public required NoticeOf Of { get; init; }
    public required int SourceId { get; init; }
    public required string Title { get; init; }
    public required string Publisher { get; init; }
    public required string Place { get; init; }
    public required string Contact { get; init; }
    public required IReadOnlyList<NoticeColumn> Columns { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required int Days { get; init; }
    public required bool IsEndByHand { get; init; }
    public required DateTime GivenAt { get; init; }
    public required NoticeStage Stage { get; init; }
    public required string Seal { get; init; }
    public required int Version { get; init; }

    public bool HasEndedOn(DateOnly today) => today > EndsOn;

    public bool MayCloseOn(DateOnly today) => Stage is NoticeStage.Running && HasEndedOn(today);

    public bool TakesObjectionsOn(DateOnly today) => NoticeLifecycle.Next(Stage, NoticeMove.Dispute) is not null && today >= StartsOn && today <= EndsOn;
}

/// <summary>Where notices are read, objected to and closed. A publisher sees its own and those below it, who has a duty in an event that of the event.</summary>
public sealed class NoticeDesk(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    /// <param name="policy">What he wants to do with them.</param>
    public async Task<IQueryable<PublicNotice>> Visible(string policy)
    {
        var within = db.Organisations.Within(await duties.Paths(policy), o => o.Path).Select(o => o.Id);
        var events = await duties.Events(policy);
        return db.PublicNotices.Where(n => within.Contains(n.OrganisationId) || n.Of == NoticeOf.EventResults && events.Contains(n.SourceId));
    }

    public async Task<PublicNotice> Load(int id, string policy) => Missing.Unless(await (await Visible(policy)).SingleOrDefaultAsync(n => n.Id == id));

    public static IQueryable<NoticeHead> Heads(IQueryable<PublicNotice> notices) => notices.AsNoTracking().Select(n => new NoticeHead
    {
        Id = n.Id, Of = n.Of, SourceId = n.SourceId, Title = n.Title, Publisher = n.OrganisationName, Place = n.Place, Contact = n.Contact, Columns = n.Columns, StartsOn = n.StartsOn, EndsOn = n.EndsOn,
        Days = n.Days, IsEndByHand = n.IsEndByHand, GivenAt = n.GivenAt, Stage = n.Stage, Seal = n.Seal, Version = n.Version,
    });

    public IQueryable<NoticeRow> Rows(int id) => db.PublicNotices.AsNoTracking().Where(n => n.Id == id).SelectMany(n => n.Rows).AsNoTracking().OrderBy(r => r.Order);

    /// <summary>One at a time of those who file, answer, close or withdraw; the notice is read anew behind the others.</summary>
    public async Task<T> InQueue<T>(int id, Func<PublicNotice, Task<T>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.QueueNotice(id);
        db.ChangeTracker.Clear(); // what was read before is of an older version
        var notice = Missing.Unless(await db.PublicNotices.SingleOrDefaultAsync(n => n.Id == id));
        var done = await act(notice);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return done;
    }

    /// <summary>Filed by anybody; the notice is suspended from now on.</summary>
    public Task<Objection> File(int id, Objector who, string text, string receipt) => InQueue(id, notice =>
    {
        var objection = notice.Dispute(who, text, receipt, clock.Today(), clock.UtcNow());
        db.Add(objection);
        return Task.FromResult(objection);
    });

    /// <param name="version">Of the objection, as the page showed it.</param>
    public Task<PublicNotice> Answer(int noticeId, int id, int version, ObjectionOutcome outcome, string finding) => InQueue(noticeId, async notice =>
    {
        var objection = await db.Objections.SingleAsync(o => o.Id == id);
        db.Entry(objection).Property(o => o.Version).OriginalValue = version;
        objection.Answer(outcome, finding, duties.Account!, clock.UtcNow());
        var open = await db.Objections.CountAsync(o => o.NoticeId == notice.Id && o.Id != id && o.Outcome == ObjectionOutcome.Open);
        notice.Answered(objection, open, duties.Account!, clock.UtcNow());
        return notice;
    });

    public Task<PublicNotice> Close(int id) => InQueue(id, notice =>
    {
        notice.Close(clock.Today(), duties.Account!, clock.UtcNow());
        return Task.FromResult(notice);
    });

    public Task<PublicNotice> Withdraw(int id, string why) => InQueue(id, notice =>
    {
        notice.Withdraw(duties.Account!, clock.UtcNow(), why);
        return Task.FromResult(notice);
    });
}
