namespace Competitions.People;

#pragma warning disable CA1711 // a dictionary's entry is what it is
/// <summary>A row of the dictionary of organisation types; a district adds to it, renames or drops.</summary>
public sealed record OrganisationType(string Code, string Name, OrganisationLevel Level, int Order);

/// <summary>A step of 八级工 (人社部 2022): 学徒工 … 首席技师. <paramref name="Order"/> rises with the level.</summary>
public sealed record SkillLevel(string Code, string Name, int Order);

/// <summary>An occupation (职业/工种) of 国家职业分类大典, for example 6-31-01-03 电工.</summary>
public sealed record Occupation(string Code, string Name);
