using Competitions.People;

namespace Competitions.Honours;

/// <summary>
/// 荣誉: a prize, title, level promotion or organisation prize, of a worker, a team, a coach or a unit. One register for all;
/// names are those of the day. What it comes from is a line of a published result, or a person's hand.
/// </summary>
public sealed class Honour
{
    public const int LongestName = 60;

    private readonly List<HonourPerson> _people = [];
    private readonly List<HonourMoved> _history = [];

    private Honour()
    {
    }

    /// <exception cref="Refusal">honour.name-missing, .holder-missing, .title-of-a-person, .year, .grantor-missing</exception>
    public Honour(HonourKind kind, string name, Holder holder, Grantor grantor, HonourOccasion occasion, HonourSource? source = null)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= LongestName, "honour.name-missing", LongestName);
        Refusal.Unless(holder.Name.Trim().Length > 0 && (holder.Kind is HolderKind.Organisation || holder.People.Count > 0), "honour.holder-missing");
        Refusal.Unless(kind is HonourKind.Prize or HonourKind.Organisation || holder.Kind is HolderKind.Person, "honour.title-of-a-person");
        Refusal.Unless(grantor.Name.Trim().Length is > 0 and <= 100, "honour.grantor-missing");
        Refusal.Unless(occasion.Year is >= 1950 and <= 2100, "honour.year");
        (Kind, Name, HolderKind, HolderName, TeamName) = (kind, name.Trim(), holder.Kind, holder.Name, holder.TeamName);
        (UnitId, UnitName) = (holder.UnitId, holder.UnitName);
        (GrantorId, GrantorName, Level, GrantedElsewhere) = (grantor.OrganisationId, grantor.Name.Trim(), grantor.Level, grantor.Elsewhere);
        (EventId, Occasion, EventTitle, GroupName, Year, Rank) = (occasion.EventId, occasion.Occasion.Trim(), occasion.Event.Trim(), occasion.Group.Trim(), occasion.Year, occasion.Rank);
        (ResultId, LineId, EntryId, SourceKey) = (source?.ResultId, source?.LineId, source?.EntryId, source?.Key);
        ApplicationId = source?.ApplicationId;
        _people.AddRange(holder.People.Select(p => p with { })); // each honour keeps its own: one person may win several at once
        TitleKey = kind is HonourKind.Title ? KeyOf(holder.People[0].WorkerId, Name) : null;
    }

    public int Id { get; private set; }
    public HonourKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public HolderKind HolderKind { get; private set; }

    /// <summary>Person, team or organisation, as it is written in a list; as at the time.</summary>
    public string HolderName { get; private set; } = "";
    public string? TeamName { get; private set; }
    public int UnitId { get; private set; }

    /// <summary>As it was called on the day.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>The body that granted it; of one that was granted elsewhere, the body that registered it.</summary>
    public int GrantorId { get; private set; }
    public string GrantorName { get; private set; } = "";

    /// <summary>By a body that is none of ours (省总工会, 人社部): it is in the register, and no certificate of ours speaks of it.</summary>
    public bool GrantedElsewhere { get; private set; }

    /// <summary>Of the grantor.</summary>
    public OrganisationLevel Level { get; private set; }
    public int? EventId { get; private set; }
    public string Occasion { get; private set; } = "";
    public string EventTitle { get; private set; } = "";
    public string GroupName { get; private set; } = "";
    public int Year { get; private set; }
    public int? Rank { get; private set; }
    public int? ResultId { get; private set; }
    public int? LineId { get; private set; }
    public int? EntryId { get; private set; }

    /// <summary>The application that it was given for; null for any other.</summary>
    public int? ApplicationId { get; private set; }

    /// <summary>Unique while it stands: the same line of a result makes it once. Null by hand, and when it no longer stands.</summary>
    public string? SourceKey { get; private set; }

    /// <summary>Worker and title, unique while it stands: a title that is held is not given again.</summary>
    public string? TitleKey { get; private set; }
    public string? DocumentNumber { get; private set; }

    /// <summary>The upload that brought it, and its row there; null for all others.</summary>
    public int? ImportId { get; private set; }
    public int? ImportRow { get; private set; }
    public string Remark { get; private set; } = "";
    public DateOnly? GrantedOn { get; private set; }
    public HonourStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<HonourPerson> People => _people;
    public IReadOnlyList<HonourMoved> History => _history;

    public bool IsByHand => ResultId is null && ApplicationId is null;

    public bool Stands => HonourLifecycle.Stands(Stage);

    public static string KeyOf(int workerId, string title) => $"{workerId}|{title.Trim()}";

    /// <summary>补录 from a file.</summary>
    /// <param name="key">Unique while it stands, so that no second upload stores it again.</param>
    public Honour BroughtBy(int import, int row, string key, string remark)
    {
        (ImportId, ImportRow, SourceKey, Remark) = (import, row, key, remark.Trim());
        return this;
    }

    /// <summary>The result's own notice and objections were its notice: it is approved with the event.</summary>
    public Honour ApprovedWithTheEvent(string by, DateTime at)
    {
        Make(HonourMove.GiveNotice, by, at, "随赛项结果公示");
        Make(HonourMove.Approve, by, at, "公示期满，随赛项表彰认定");
        return this;
    }

    /// <summary>发文 and 授予, or 补录 of an honour that was granted long ago.</summary>
    /// <exception cref="Refusal">honour.document-missing, .date-ahead</exception>
    public void Grant(string documentNumber, DateOnly on, string by, DateTime at, bool register = false)
    {
        var number = documentNumber.Trim();
        Refusal.Unless(number.Length is > 0 and <= 60, "honour.document-missing");
        Refusal.Unless(on.ToDateTime(TimeOnly.MinValue) <= at.AddDays(1), "honour.date-ahead");
        if (register)
        {
            Make(HonourMove.Register, by, at, number);
        }
        else
        {
            if (Stage is not HonourStage.Decreed)
            {
                Make(HonourMove.Decree, by, at, number);
            }

            Make(HonourMove.Grant, by, at);
        }

        (DocumentNumber, GrantedOn) = (number, on);
    }

    /// <summary>Whatever stage it is in, it stands no longer: dropped before it was granted, withdrawn after.</summary>
    public void End(string by, DateTime at, string why) => Make(Stage is HonourStage.Granted ? HonourMove.Withdraw : HonourMove.Drop, by, at, why);

    /// <summary>The moves that carry no document.</summary>
    /// <exception cref="Refusal">honour.move-not-allowed, .reason-missing</exception>
    public void Make(HonourMove move, string by, DateTime at, string why = "")
    {
        var next = HonourLifecycle.Next(Stage, move) ?? throw new Refusal("honour.move-not-allowed");
        Refusal.Unless(!HonourLifecycle.NeedsReason(move) || why.Trim().Length > 0, "honour.reason-missing");
        _history.Add(new HonourMoved(move, Stage, next, by, at, why.Trim()));
        Stage = next;
        Version++;
        if (!Stands)
        {
            (SourceKey, TitleKey) = (null, null);
        }
    }
}
