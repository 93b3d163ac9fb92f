namespace Competitions.Web.People.Workers.Dossiers;

/// <summary>
/// A room's part of a person's page (一人一档). The room registers it, the page asks all that are registered: a room that is not built
/// shows nothing. A few queries each, however much there is.
/// </summary>
public interface IDossierPart
{
    Task<DossierSection> Of(int workerId);
}

/// <summary>A section of the page, with a tab of its own.</summary>
/// <param name="Order">Of the sections on the page: honours 10, contests 20.</param>
/// <param name="Key">As the address names it: <c>contests</c>.</param>
/// <param name="Name">竞赛.</param>
/// <param name="View">The partial view that shows <paramref name="Rows"/>.</param>
public sealed record DossierSection(int Order, string Key, string Name, int Count, string View, object Rows)
{
    /// <summary>Beside the name: 3 项有效，0 项撤销.</summary>
    public string Note { get; init; } = "";

    /// <summary>Honours that stand at the head of the page.</summary>
    public IReadOnlyList<string> Badges { get; init; } = [];

    /// <summary>What it adds to the 履历.</summary>
    public IReadOnlyList<LifeEvent> Events { get; init; } = [];

    /// <summary>The same as a table on paper.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Lines { get; init; } = [];
}

/// <summary>A line of the 履历.</summary>
/// <param name="Source">Where it is known from: a document, a sheet, the register.</param>
/// <param name="Unit">Where he was at the time, as it was called; empty where the text says it.</param>
public sealed record LifeEvent(DateOnly On, string What, string Source, string Unit = "", LifeMark Mark = LifeMark.Plain);

public enum LifeMark
{
    Plain,
    Honour,

    /// <summary>It goes on now.</summary>
    Now,
}

/// <summary>一人一档: what all rooms know of a person, and his 履历 from the youngest line on.</summary>
public sealed record Dossier(IReadOnlyList<DossierSection> Sections, IReadOnlyList<LifeEvent> Life)
{
    public IEnumerable<string> Badges => Sections.SelectMany(s => s.Badges);
}
