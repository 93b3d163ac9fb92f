namespace Competitions.People;

public enum Sex
{
    Unknown,
    Male,
    Female,
}

/// <summary>证件类型.</summary>
public enum IdKind
{
    /// <summary>居民身份证, 18 characters (GB 11643).</summary>
    ResidentCard,

    /// <summary>港澳居民来往内地通行证.</summary>
    HongKongMacauPass,

    /// <summary>台湾居民来往大陆通行证.</summary>
    TaiwanPass,

    /// <summary>港澳台居民居住证, 18 characters beginning 81, 82 or 83.</summary>
    ResidencePermit,

    /// <summary>外国人永久居留身份证.</summary>
    ForeignPermanentCard,

    Passport,
}

/// <summary>Membership of a union body from–to, with its name at the time.</summary>
public sealed record Membership(int OrganisationId, string OrganisationName, string? CardNumber, DateOnly From)
{
    public DateOnly? To { get; init; }

    public bool IsCurrentOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>
/// A worker in the real-name register. He may never sign in; an account may have no worker. ID number and phone are sealed:
/// nothing here can show them.
/// </summary>
public sealed class Worker
{
    /// <summary>What stands in place of the name of one who was erased.</summary>
    public const string Erased = "已注销";

    private readonly List<Membership> _memberships = [];

    private Worker()
    {
    }

    public Worker(string name, IdKind idKind, SealedField idNumber, Sex sex, DateOnly bornOn)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= 200, "worker.name-missing");
        (Name, IdKind, Sex, BornOn) = (name.Trim(), idKind, sex, bornOn);
        (IdNumberSealed, IdNumberIndex) = (idNumber.Bytes, idNumber.Index);
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public Sex Sex { get; private set; }
    public IdKind IdKind { get; private set; }

    /// <summary>Unique over the whole register: the same person is entered once, whichever unit enters him.</summary>
    public string IdNumberIndex { get; private set; } = "";
    public byte[] IdNumberSealed { get; private set; } = [];
    public string? PhoneIndex { get; private set; }
    public byte[]? PhoneSealed { get; private set; }
    public DateOnly BornOn { get; private set; }

    /// <summary>Women cadres and women workers retire at different ages; null where nobody said.</summary>
    public bool? IsCadre { get; private set; }

    /// <summary>A row of the dictionary of skill levels (八级工).</summary>
    public string? SkillLevelCode { get; private set; }
    public string? SkillCertificateNumber { get; private set; }
    public string? OccupationCode { get; private set; }

    /// <summary>First month of the present unbroken local social insurance; null when none is known.</summary>
    public DateOnly? InsuredSince { get; private set; }

    /// <summary>First year in the trade.</summary>
    public int? InTradeSince { get; private set; }

    /// <summary>The batch that brings him, until all of its rows are in: nobody sees him before.</summary>
    public int? ImportId { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Membership> Memberships => _memberships;

    public Membership? MembershipOn(DateOnly day) => _memberships.LastOrDefault(m => m.IsCurrentOn(day));

    public Worker BroughtBy(int import)
    {
        ImportId = import;
        return this;
    }

    public Worker Reachable(SealedField? phone)
    {
        (PhoneSealed, PhoneIndex) = (phone?.Bytes, phone?.Index);
        return Touched();
    }

    public Worker Named(string name, Sex sex, DateOnly bornOn)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= 200, "worker.name-missing");
        (Name, Sex, BornOn) = (name.Trim(), sex, bornOn);
        return Touched();
    }

    public Worker Skilled(string? occupationCode, string? skillLevelCode, string? certificateNumber, int? inTradeSince)
    {
        (OccupationCode, SkillLevelCode, SkillCertificateNumber, InTradeSince) = (occupationCode, skillLevelCode, certificateNumber, inTradeSince);
        return Touched();
    }

    public Worker Employed(bool? isCadre, DateOnly? insuredSince)
    {
        (IsCadre, InsuredSince) = (isCadre, insuredSince);
        return Touched();
    }

    /// <summary>A member of one body at a time: joining another ends the membership before on the day before.</summary>
    public Worker Join(Organisation organisation, DateOnly from, string? cardNumber = null)
    {
        Refusal.Unless(organisation.IsOpenOn(from), "membership.organisation-closed", organisation.Name);
        Refusal.Unless(_memberships.All(m => m.From < from), "membership.before-the-last-one");
        if (_memberships.LastOrDefault() is { } last && (last.To is null || last.To >= from))
        {
            _memberships[^1] = last with { To = from.AddDays(-1) };
        }

        _memberships.Add(new Membership(organisation.Id, organisation.NameOn(from), cardNumber, from));
        return Touched();
    }

    public Worker Leave(DateOnly lastDay)
    {
        Refusal.Unless(_memberships.LastOrDefault() is { To: null } last && last.From <= lastDay, "membership.none-to-end");
        _memberships[^1] = _memberships[^1] with { To = lastDay };
        return Touched();
    }

    /// <summary>注销 (PIPL Art. 47): all that says who he is goes; the row stays, for what names it by id.</summary>
    /// <param name="nobody">A number that is nobody's, so that the man himself may be registered anew.</param>
    public Worker Erase(SealedField nobody, DateOnly today)
    {
        (Name, Sex, BornOn, IsCadre) = (Erased, Sex.Unknown, new DateOnly(1900, 1, 1), null);
        (IdNumberSealed, IdNumberIndex, PhoneSealed, PhoneIndex) = (nobody.Bytes, nobody.Index, null, null);
        (SkillLevelCode, SkillCertificateNumber, OccupationCode, InsuredSince, InTradeSince) = (null, null, null, null, null);
        for (var n = 0; n < _memberships.Count; n++)
        {
            var last = _memberships[n].To is { } to && to < today ? to : today.AddDays(-1);
            _memberships[n] = _memberships[n] with { CardNumber = null, To = last < _memberships[n].From ? _memberships[n].From : last };
        }

        return Touched();
    }

    private Worker Touched()
    {
        Version++;
        return this;
    }
}
