using Competitions.People;

namespace Competitions.Contests;

/// <summary>一类 cross-industry, 二类 one industry (Zhejiang 2016); a contest of a unit is in neither.</summary>
public enum ContestClass
{
    None,
    First,
    Second,
}

public enum HostRole
{
    /// <summary>主办.</summary>
    Host,

    /// <summary>承办.</summary>
    Organiser,

    /// <summary>协办.</summary>
    CoOrganiser,
}

/// <summary>A host with its name at the time; <paramref name="Leads"/> marks 牵头单位.</summary>
public sealed record ContestHost(HostRole Role, string Name, bool Leads);

/// <summary>What is written about a contest and may be written anew: see <see cref="Contest.Describe"/>.</summary>
public sealed record ContestText(
    string Name, string? Series, OrganisationLevel Level, ContestClass Class, int Year, string? Theme, string? Venue, string? Contact,
    string? FilingNumber, string? TargetCodes, string RulesMarkdown, DateOnly StartsOn, DateOnly EndsOn,
    DateTime? RegistrationOpensAt, DateTime? RegistrationClosesAt);

/// <summary>赛事. Belongs to the organisation that runs it; its stage is what its events allow.</summary>
public sealed class Contest
{
    private readonly List<ContestHost> _hosts = [];

    private Contest()
    {
    }

    public Contest(string code, Organisation owner, ContestText text, DateOnly today)
    {
        Refusal.Unless(code.Length is > 0 and <= 32 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'), "contest.code-shape");
        (Code, OrganisationId, OrganisationName) = (code, owner.Id, owner.NameOn(today));
        Describe(text);
    }

    public int Id { get; private set; }

    /// <summary>As it stands in the address: letters, digits, hyphens.</summary>
    public string Code { get; private set; } = "";
    public int OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string? Series { get; private set; }
    public OrganisationLevel Level { get; private set; }
    public ContestClass Class { get; private set; }
    public int Year { get; private set; }
    public string? Theme { get; private set; }
    public string? Venue { get; private set; }
    public string? Contact { get; private set; }

    /// <summary>备案号.</summary>
    public string? FilingNumber { get; private set; }

    /// <summary>Codes of the plan's targets that it counts for, separated by spaces.</summary>
    public string? TargetCodes { get; private set; }

    /// <summary>竞赛规程, Markdown; HTML in it is shown as text.</summary>
    public string RulesMarkdown { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public DateTime? RegistrationOpensAt { get; private set; }
    public DateTime? RegistrationClosesAt { get; private set; }
    public int? CopiedFromId { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ContestHost> Hosts => _hosts;

    /// <exception cref="Refusal">contest.name-missing, .ends-before-it-begins, .registration-order, .year</exception>
    public void Describe(ContestText text)
    {
        Refusal.Unless(text.Name.Trim().Length is > 0 and <= 100, "contest.name-missing");
        Refusal.Unless(text.EndsOn >= text.StartsOn, "contest.ends-before-it-begins");
        Refusal.Unless(text.Year is >= 2000 and <= 2100, "contest.year");
        Refusal.Unless(text.RegistrationOpensAt is not { } opens || text.RegistrationClosesAt is not { } closes || opens < closes, "contest.registration-order");
        (Name, Series, Level, Class, Year, Theme) = (text.Name.Trim(), text.Series, text.Level, text.Class, text.Year, text.Theme);
        (Venue, Contact, FilingNumber, TargetCodes, RulesMarkdown) = (text.Venue, text.Contact, text.FilingNumber, text.TargetCodes, text.RulesMarkdown);
        (StartsOn, EndsOn, RegistrationOpensAt, RegistrationClosesAt) = (text.StartsOn, text.EndsOn, text.RegistrationOpensAt, text.RegistrationClosesAt);
        Version++;
    }

    /// <exception cref="Refusal">contest.one-leading-host: of the hosts exactly one leads.</exception>
    public void HostedBy(IReadOnlyList<ContestHost> hosts)
    {
        Refusal.Unless(hosts.All(h => h.Name.Trim().Length is > 0 and <= 100), "contest.host-name-missing");
        Refusal.Unless(hosts.Count(h => h is { Role: HostRole.Host, Leads: true }) == 1, "contest.one-leading-host");
        _hosts.Clear();
        _hosts.AddRange(hosts);
        Version++;
    }

    /// <summary>Last year's contest again: all that is written and none that happened, every date moved by the same days.</summary>
    public Contest Again(string code, Organisation owner, int years, DateOnly today)
    {
        var text = new ContestText(
            Name.Replace($"{Year}", $"{Year + years}", StringComparison.Ordinal), Series, Level, Class, Year + years, Theme, Venue, Contact, null, TargetCodes, RulesMarkdown,
            StartsOn.AddYears(years), EndsOn.AddYears(years), RegistrationOpensAt?.AddYears(years), RegistrationClosesAt?.AddYears(years));
        var copy = new Contest(code, owner, text, today) { CopiedFromId = Id };
        copy._hosts.AddRange(_hosts);
        return copy;
    }
}
