using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Notices;

/// <summary>
/// 公示: one object for any list. The list is kept as it is shown. An objection suspends it until it is answered; the days go on
/// meanwhile, and nothing is decided before the end has passed with none open (parameters-and-traps.md §11, P-PUB).
/// </summary>
public sealed class PublicNotice
{
    private readonly List<NoticeRow> _rows = [];
    private readonly List<NoticeMoved> _history = [];

    private PublicNotice()
    {
    }

    /// <exception cref="Refusal">notice.title-missing, .contact-missing, .empty</exception>
    public PublicNotice(NoticeSource source, NoticePublisher publisher, NoticeText text, NoticeList list, NoticePeriod period, string by, DateTime at)
    {
        Refusal.Unless(text.Title.Trim().Length is > 0 and <= 200, "notice.title-missing");
        Refusal.Unless(text.Contact.Trim().Length is > 0 and <= 200, "notice.contact-missing");
        Refusal.Unless(list.Rows.Count > 0 && list.Columns.Count > 0, "notice.empty");
        Refusal.Unless(list.Rows.All(r => r.Count == list.Columns.Count), "notice.empty");
        (Of, SourceId, OrganisationId, OrganisationName) = (source.Kind, source.Id, publisher.OrganisationId, publisher.Name);
        (Title, Place, Contact, Columns) = (text.Title.Trim(), text.Place.Trim(), text.Contact.Trim(), list.Columns);
        (StartsOn, EndsOn, Days, IsEndByHand) = period;
        (GivenBy, GivenAt) = (by, at);
        _rows.AddRange(list.Rows.Select((cells, i) => new NoticeRow { Order = i + 1, Cells = cells }));
        Seal = SealNow();
    }

    public int Id { get; private set; }
    public NoticeOf Of { get; private set; }
    public int SourceId { get; private set; }
    public int OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Place { get; private set; } = "";
    public string Contact { get; private set; } = "";
    public IReadOnlyList<NoticeColumn> Columns { get; private set; } = [];

    /// <summary>Days in China; both are in it.</summary>
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }

    /// <summary>Working days that were asked for.</summary>
    public int Days { get; private set; }
    public bool IsEndByHand { get; private set; }
    public string GivenBy { get; private set; } = "";
    public DateTime GivenAt { get; private set; }
    public NoticeStage Stage { get; private set; }

    /// <summary>Of title, columns, rows and days: what was seen is what is still here.</summary>
    public string Seal { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<NoticeRow> Rows => _rows;
    public IReadOnlyList<NoticeMoved> History => _history;

    public bool Stands => Stage is not NoticeStage.Withdrawn;

    /// <summary>The first day on which something may be decided.</summary>
    public DateOnly FreeOn => EndsOn.AddDays(1);

    public bool HasEndedOn(DateOnly today) => today > EndsOn;

    public bool TakesObjectionsOn(DateOnly today) => Stage is NoticeStage.Running or NoticeStage.Suspended && today >= StartsOn && today <= EndsOn;

    public bool MayCloseOn(DateOnly today) => Stage is NoticeStage.Running && HasEndedOn(today);

    public string SealNow() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        _rows.OrderBy(r => r.Order).Select(r => string.Join('\t', r.Cells))
            .Prepend(string.Join('\t', Columns.Select(c => c.Name)))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{Title}\t{StartsOn:yyyy-MM-dd}\t{EndsOn:yyyy-MM-dd}"))))));

    /// <summary>It is filed by anybody, in his real name, while the days last.</summary>
    /// <exception cref="Refusal">notice.no-objections-now, and those of <see cref="Objection"/></exception>
    public Objection Dispute(Objector who, string text, string receipt, DateOnly today, DateTime at)
    {
        Refusal.Unless(TakesObjectionsOn(today), "notice.no-objections-now", StartsOn, EndsOn);
        var objection = new Objection(Id, who, text, receipt, at);
        Make(NoticeMove.Dispute, "", at, receipt);
        return objection;
    }

    /// <summary>An objection was answered. One that was right means that the list was not: the notice is withdrawn.</summary>
    /// <param name="open">How many others are still open.</param>
    public void Answered(Objection objection, int open, string by, DateTime at)
    {
        if (Stage is not NoticeStage.Suspended)
        {
            return; // it was withdrawn meanwhile; who objected gets his answer none the less
        }

        if (objection.Outcome is ObjectionOutcome.Upheld)
        {
            Withdraw(by, at, "异议成立，更正后重新公示");
        }
        else if (open == 0)
        {
            Make(NoticeMove.Resume, by, at, "");
        }
    }

    /// <summary>公示无异议. Closed twice it keeps its first time.</summary>
    /// <exception cref="Refusal">notice.withdrawn, .objection-open, .still-running (both days: the last, and when it is free)</exception>
    public void Close(DateOnly today, string by, DateTime at)
    {
        if (Stage is NoticeStage.Closed)
        {
            return;
        }

        Refusal.Unless(Stage is not NoticeStage.Withdrawn, "notice.withdrawn");
        Refusal.Unless(HasEndedOn(today), "notice.still-running", EndsOn, FreeOn);
        Refusal.Unless(Stage is not NoticeStage.Suspended, "notice.objection-open");
        Make(NoticeMove.Close, by, at, "");
    }

    /// <exception cref="Refusal">notice.reason-missing, .move-not-allowed</exception>
    public void Withdraw(string by, DateTime at, string why)
    {
        Refusal.Unless(why.Trim().Length > 0, "notice.reason-missing");
        Make(NoticeMove.Withdraw, by, at, why);
    }

    private void Make(NoticeMove move, string by, DateTime at, string why)
    {
        var next = NoticeLifecycle.Next(Stage, move) ?? throw new Refusal("notice.move-not-allowed");
        _history.Add(new NoticeMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
