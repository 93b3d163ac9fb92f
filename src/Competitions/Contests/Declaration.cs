using Competitions.People;

namespace Competitions.Contests;

public enum Relation
{
    /// <summary>亲属.</summary>
    Kin,

    /// <summary>师徒.</summary>
    Apprentice,

    /// <summary>合作或利益.</summary>
    Interest,

    /// <summary>其他.</summary>
    Other,
}

/// <param name="Person">As he wrote it; null for a whole unit.</param>
/// <param name="UnitId">Of the register; with a person it tells namesakes apart.</param>
/// <param name="UnitName">As it was called on the day.</param>
/// <param name="Text">What it is; needed where the relation is none of those named.</param>
public sealed record DeclaredRelation(Relation Relation, string? Person, int? UnitId, string? UnitName, string? Text);

/// <summary>
/// 回避申报: a judge names whom, or which unit, he should not judge. He may not learn from it who is entered: whether it touches
/// anybody is worked out for who appoints, and nowhere kept.
/// </summary>
public sealed class Declaration
{
    public const int LongestText = 200;

    private Declaration()
    {
    }

    /// <exception cref="Refusal">declaration.nobody, .text-missing, .text-too-long, and those of <see cref="PersonName.Read"/></exception>
    public Declaration(int eventId, string account, DeclaredRelation what, DateTime at)
    {
        var (person, text) = (what.Person?.Trim() ?? "", what.Text?.Trim() ?? "");
        Refusal.Unless(person.Length > 0 || what.UnitId is not null, "declaration.nobody");
        Refusal.Unless(what.Relation is not Relation.Other || text.Length > 0, "declaration.text-missing");
        Refusal.Unless(text.Length <= LongestText, "declaration.text-too-long", LongestText);
        var name = person.Length > 0 ? PersonName.Read(person) : null;
        (EventId, Account, Relation, Person, PersonKey) = (eventId, account, what.Relation, name?.Value, name?.Key);
        (UnitId, UnitName, Text, At) = (what.UnitId, what.UnitId is null ? null : what.UnitName, text.Length > 0 ? text : null, at);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Account { get; private set; } = "";
    public Relation Relation { get; private set; }
    public string? Person { get; private set; }

    /// <summary>By which it is compared with the names of who is entered.</summary>
    public string? PersonKey { get; private set; }
    public int? UnitId { get; private set; }
    public string? UnitName { get; private set; }
    public string? Text { get; private set; }

    /// <summary>UTC, like all times here.</summary>
    public DateTime At { get; private set; }

    /// <summary>From when it does not hold any more; it stays to be read.</summary>
    public DateTime? EndedAt { get; private set; }
    public string? EndedWhy { get; private set; }
    public int Version { get; private set; }

    /// <summary>He who declared was erased: whom he named is no longer needed; that he declared stays.</summary>
    public void Forget(DateTime at)
    {
        (Person, PersonKey, Text) = (Person is null ? null : Worker.Erased, Person is null ? null : Worker.Erased, null);
        (EndedAt, Version) = (EndedAt ?? at, Version + 1);
    }

    /// <exception cref="Refusal">declaration.not-yours, .ended-already, .reason-missing</exception>
    public void End(string by, DateTime at, string why)
    {
        Refusal.Unless(by == Account, "declaration.not-yours");
        Refusal.Unless(EndedAt is null, "declaration.ended-already");
        Refusal.Unless(why.Trim().Length is >= 4 and <= LongestText, "declaration.reason-missing");
        (EndedAt, EndedWhy, Version) = (at, why.Trim(), Version + 1);
    }
}
