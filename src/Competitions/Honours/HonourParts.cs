using Competitions.People;

namespace Competitions.Honours;

public enum HonourKind
{
    /// <summary>奖项: 一等奖.</summary>
    Prize,

    /// <summary>称号: 技术能手.</summary>
    Title,

    /// <summary>等级晋升: 技师.</summary>
    Level,

    /// <summary>集体奖项: 优秀组织单位.</summary>
    Organisation,
}

public enum HolderKind
{
    Person,
    Team,
    Coach,
    Organisation,
}

/// <param name="Name">As it was on the day.</param>
public sealed record HonourPerson(int WorkerId, string Name);

public sealed record HonourMoved(HonourMove Move, HonourStage From, HonourStage To, string By, DateTime At, string Why);

/// <summary>Who holds it, with names and unit as at the time.</summary>
/// <param name="TeamName">Of a team; else null.</param>
/// <param name="People">One person or coach, the members of a team, nobody for an organisation.</param>
public sealed record Holder(HolderKind Kind, string? TeamName, IReadOnlyList<HonourPerson> People, int UnitId, string UnitName)
{
    public static Holder Of(HonourPerson person, int unitId, string unitName) => new(HolderKind.Person, null, [person], unitId, unitName);

    public static Holder Coach(HonourPerson person, int unitId, string unitName) => new(HolderKind.Coach, null, [person], unitId, unitName);

    public static Holder Organisation(int id, string name) => new(HolderKind.Organisation, null, [], id, name);

    /// <summary>A team by its name, or by its members where it has none.</summary>
    public static Holder Team(string? name, IReadOnlyList<HonourPerson> members, int unitId, string unitName) => new(HolderKind.Team, name, members, unitId, unitName);

    public string Name => Kind switch
    {
        HolderKind.Organisation => UnitName,
        HolderKind.Team when TeamName is not null => TeamName,
        _ => string.Join('、', People.Select(p => p.Name)),
    };
}

/// <summary>Who grants it.</summary>
/// <param name="Level">Of the grantor: 区级, 市级 …</param>
/// <param name="Elsewhere">It is none of ours; <paramref name="OrganisationId"/> is then the body that registers what it granted.</param>
public sealed record Grantor(int OrganisationId, string Name, OrganisationLevel Level, bool Elsewhere = false);

/// <summary>What it was won at.</summary>
/// <param name="EventId">Null for an honour without an event.</param>
/// <param name="Occasion">赛事, with its name at the time; for another honour what it was given for.</param>
/// <param name="Event">赛项; may be empty, as the group.</param>
/// <param name="Rank">Null where there is none.</param>
public sealed record HonourOccasion(int? EventId, string Occasion, string Event, string Group, int Year, int? Rank);

/// <summary>The line of a published result that it comes from, or the application.</summary>
/// <param name="Key">The same honour of the same source again has the same key.</param>
public sealed record HonourSource(int? ResultId, int? LineId, int? EntryId, string Key)
{
    public int? ApplicationId { get; private init; }

    public static HonourSource Application(int id, string holder) => new(null, null, null, $"application/{id}/{holder}") { ApplicationId = id };
}
