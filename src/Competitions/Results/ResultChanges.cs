namespace Competitions.Results;

public enum ChangeOf
{
    /// <summary>One who was not on the sheet.</summary>
    Added,

    /// <summary>One who is no longer on it.</summary>
    Removed,
    Standing,
    Rank,
    Module,
    Deducted,
    Total,
    Passed,
    Prize,
    Titles,
    Levels,
    Names,
}

/// <param name="What">The module's name, where it is one.</param>
/// <param name="Old">As it stood; empty for nothing.</param>
public sealed record ResultChange(string Number, string Names, ChangeOf Of, string? What, string Old, string New);

/// <summary>更正: what became of a published sheet, line by line.</summary>
public static class ResultChanges
{
    public static IReadOnlyList<ResultChange> Between(IReadOnlyList<ResultLine> before, IReadOnlyList<ResultLine> after)
    {
        var old = before.ToDictionary(l => l.EntryId);
        return
        [
            .. after.OrderBy(l => l.Order).SelectMany(now => old.TryGetValue(now.EntryId, out var then) ? Of(then, now) : [new ResultChange(now.Number, now.Names, ChangeOf.Added, null, "", Place(now))]),
            .. before.Where(l => after.All(n => n.EntryId != l.EntryId)).Select(l => new ResultChange(l.Number, l.Names, ChangeOf.Removed, null, Place(l), "")),
        ];
    }

    /// <summary>What was marked first, then what follows from it.</summary>
    private static IEnumerable<ResultChange> Of(ResultLine then, ResultLine now) => Modules(then, now).Concat(new[]
    {
        One(ChangeOf.Standing, $"{then.Unranked}", $"{now.Unranked}"),
        One(ChangeOf.Deducted, $"{then.Deducted}", $"{now.Deducted}"),
        One(ChangeOf.Total, $"{then.Total}", $"{now.Total}"),
        One(ChangeOf.Rank, Place(then), Place(now)),
        One(ChangeOf.Passed, $"{then.Passed}", $"{now.Passed}"),
        One(ChangeOf.Prize, Prize(then), Prize(now)),
        One(ChangeOf.Titles, string.Join('、', then.Titles), string.Join('、', now.Titles)),
        One(ChangeOf.Levels, string.Join('、', then.Levels), string.Join('、', now.Levels)),
        One(ChangeOf.Names, $"{then.Names} {then.UnitName}", $"{now.Names} {now.UnitName}"),
    }.Where(c => c.Old != c.New).Select(c => new ResultChange(now.Number, now.Names, c.Of, null, c.Old, c.New)));

    private static IEnumerable<ResultChange> Modules(ResultLine then, ResultLine now) =>
        from mark in now.Modules
        let before = then.Modules.FirstOrDefault(m => m.Code == mark.Code)
        where mark.Points != before?.Points
        select new ResultChange(now.Number, now.Names, ChangeOf.Module, mark.Name, $"{before?.Points}", $"{mark.Points}");

    private static (ChangeOf Of, string Old, string New) One(ChangeOf of, string old, string @new) => (of, old, @new);

    private static string Place(ResultLine line) => $"{line.Rank}";

    private static string Prize(ResultLine line) => line.Prize ?? (line.Medal is Scoring.Medal.None ? "" : $"{line.Medal}");
}
