using System.Globalization;
using Competitions.People;

namespace Competitions.Honours;

/// <summary>What the register makes of a line of an upload.</summary>
public enum ImportStanding
{
    /// <summary>新增: nothing is like it.</summary>
    New,

    /// <summary>疑似重复: something is like it, and a person says whether it is the same.</summary>
    Doubtful,

    /// <summary>已有: the register, or a line above, has it.</summary>
    Known,

    /// <summary>同名称号已有: a title that is held is not given again (skills-contests.md §4.10).</summary>
    Held,
}

/// <summary>An honour of earlier years as a line of an upload says it, with holder and unit found in the register.</summary>
/// <param name="Row">As the spreadsheet counts, from 1.</param>
/// <param name="WorkerId">Null for an honour of the unit.</param>
/// <param name="UnitName">As it was called on the day.</param>
/// <param name="Document">文号, or the number of the paper that proves it.</param>
public sealed record ImportLine(
    int Row, HonourKind Kind, string Name, int? WorkerId, string HolderName, int UnitId, string UnitName, Grantor Grantor, string Occasion, DateOnly On, string Document, string Remark)
{
    public ImportStanding Standing { get; init; }

    /// <summary>What it is like, in words; empty for what is new.</summary>
    public string Like { get; init; } = "";

    /// <summary>The honour of the register that it is like; null where it is a line above.</summary>
    public int? LikeId { get; init; }

    /// <summary>Of a doubtful one: true for another honour that is stored, false for the same one; null until somebody said.</summary>
    public bool? Another { get; init; }

    public bool IsUndecided => Standing is ImportStanding.Doubtful && Another is null;

    public bool IsStored => Standing is ImportStanding.New || Standing is ImportStanding.Doubtful && Another is true;

    public string HolderKey => HonourLikeness.KeyOf(WorkerId, UnitId);

    /// <summary>The same honour is not stored twice, whoever confirms first: unique while it stands.</summary>
    public string SourceKey => string.Create(CultureInfo.InvariantCulture, $"import/{HolderKey}/{HonourNames.Plain(Name)}/{Grantor.Level}/{On.Year}");

    /// <summary>补录: granted long ago by the document it names.</summary>
    public Honour ToHonour(int importId, string by, DateTime at)
    {
        var holder = WorkerId is { } worker ? Holder.Of(new HonourPerson(worker, HolderName), UnitId, UnitName) : Holder.Organisation(UnitId, UnitName);
        var honour = new Honour(Kind, Name, holder, Grantor, new HonourOccasion(null, Occasion, "", "", On.Year, null)).BroughtBy(importId, Row, SourceKey, Remark);
        honour.Grant(Document, On, by, at, register: true);
        return honour;
    }
}

/// <summary>An honour of the register beside which a line is held.</summary>
/// <param name="HolderKeys">Of the person, of each member of a team, or of the unit.</param>
/// <param name="Stands">False for one that was withdrawn or not granted.</param>
public sealed record KnownHonour(int Id, HonourKind Kind, HolderKind HolderKind, IReadOnlyList<string> HolderKeys, string Name, OrganisationLevel Level, int Year, bool Stands);
