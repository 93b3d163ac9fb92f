using System.Globalization;

namespace Competitions.People;

/// <summary>层级, from the country down (actors.md §3.1).</summary>
public enum OrganisationLevel
{
    National,
    Province,
    City,
    District,
    Town,
    Enterprise,
    Team,
}

/// <summary>A name that an organisation had, up to and including a day.</summary>
public sealed record FormerName(string Name, string ShortName, DateOnly Until);

/// <summary>
/// A union body or unit in the tree. Its history never changes what an old record shows: records keep the name they were
/// made with, and a rename, move or merger is a row here.
/// </summary>
public sealed class Organisation
{
    private readonly List<FormerName> _formerNames = [];

    public Organisation(string code, string name, string shortName, OrganisationLevel level, string typeCode, DateOnly from, DateOnly? to = null)
    {
        Refusal.Unless(code.Length is > 0 and <= 32, "organisation.code-missing");
        Refusal.Unless(name.Trim().Length is > 0 and <= 100, "organisation.name-missing");
        Refusal.Unless(to is null || to >= from, "organisation.ends-before-it-begins");
        (Code, Name, ShortName, Level, TypeCode, From, To) = (code, name.Trim(), shortName.Trim(), level, typeCode, from, to);
    }

    public int Id { get; private set; }
    public string Code { get; private set; }
    public string Name { get; private set; }
    public string ShortName { get; private set; }
    public OrganisationLevel Level { get; private set; }

    /// <summary>A row of the dictionary of organisation types: 区总工会, 镇街工会, 产业工会, 企业工会, 项目工会…</summary>
    public string TypeCode { get; private set; }

    /// <summary>统一社会信用代码; empty for union bodies without one.</summary>
    public string? CreditCode { get; private set; }

    public int? ParentId { get; private set; }

    /// <summary>The ids from the root down to this one, <c>/1/4/31/</c>: who has a duty at 4 reaches all that begins with <c>/1/4/</c>.</summary>
    public string Path { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The last day; a temporary project union has one from the start.</summary>
    public DateOnly? To { get; private set; }

    public int? MergedIntoId { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<FormerName> FormerNames => _formerNames;

    public bool IsOpenOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void Identify(string? creditCode) => (CreditCode, Version) = (string.IsNullOrWhiteSpace(creditCode) ? null : creditCode.Trim().ToUpperInvariant(), Version + 1);

    /// <summary>Called when both ids are known; a body cannot stand below itself, nor above a larger one.</summary>
    public void PlaceUnder(Organisation? parent)
    {
        Refusal.Unless(Id > 0, "organisation.not-yet-stored");
        Refusal.Unless(parent is null || !parent.Path.Contains($"/{Id}/", StringComparison.Ordinal), "organisation.below-itself");
        Refusal.Unless(parent is null || parent.Level <= Level, "organisation.below-a-smaller-one");
        (ParentId, Path, Version) = (parent?.Id, string.Create(CultureInfo.InvariantCulture, $"{parent?.Path ?? "/"}{Id}/"), Version + 1);
    }

    public void Rename(string name, string shortName, DateOnly from)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= 100, "organisation.name-missing");
        Refusal.Unless(_formerNames.All(n => n.Until < from), "organisation.renamed-before-last-rename");
        _formerNames.Add(new FormerName(Name, ShortName, from.AddDays(-1)));
        (Name, ShortName, Version) = (name.Trim(), shortName.Trim(), Version + 1);
    }

    public void Close(DateOnly lastDay, Organisation? mergedInto = null)
    {
        Refusal.Unless(lastDay >= From, "organisation.ends-before-it-begins");
        Refusal.Unless(mergedInto?.Id != Id, "organisation.merged-into-itself");
        (To, MergedIntoId, Version) = (lastDay, mergedInto?.Id, Version + 1);
    }

    /// <summary>What it was called on that day.</summary>
    public string NameOn(DateOnly day) => _formerNames.Where(n => day <= n.Until).OrderBy(n => n.Until).FirstOrDefault()?.Name ?? Name;
}
