namespace Competitions.Craftsmen;

/// <summary>Who, with name and unit as on the day.</summary>
public sealed record CraftsmanPerson(int WorkerId, string Name, int UnitId, string UnitName);

/// <param name="On">The day from which it holds.</param>
/// <param name="Until">The last day of a suspension; else null.</param>
public sealed record CraftsmanMoved(CraftsmanMove Move, CraftsmanStage From, CraftsmanStage To, DateOnly On, DateOnly? Until, string By, DateTime At, string Why);

/// <summary>The honour that it stands for, by its id.</summary>
/// <param name="ApplicationId">The application that was named; null for one of an earlier year.</param>
public sealed record NamedHonour(int HonourId, int? ApplicationId, string Title, string Document, DateOnly On);

/// <summary>Why it ends without a stain.</summary>
public enum EndReason
{
    /// <summary>任期届满.</summary>
    TermOver,

    /// <summary>去世.</summary>
    Died,

    /// <summary>调离本区.</summary>
    MovedAway,

    /// <summary>退休或本人提出.</summary>
    GaveUp,
}
