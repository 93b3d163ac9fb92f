using Competitions.Scoring;

namespace Competitions.Web.Scoring.Boards;

/// <summary>One board: a group of a round, for the public or for the jury. Each is made of data of its own.</summary>
public sealed record BoardKey(string Event, string Round, string Group, bool Jury = false)
{
    public override string ToString() => $"{Event}/{Round}/{Group}/{(Jury ? "jury" : "public")}";
}

/// <summary>Who a row is, once its code is open.</summary>
public sealed record BoardName(string Name, string Unit);

/// <summary>A module that is shown.</summary>
/// <param name="Most">What it can add to the total.</param>
public sealed record BoardModule(string Code, string Name, Points Full, decimal Most)
{
    /// <summary>What these points of it add to the total, unrounded: as long as a bar, not a mark.</summary>
    public decimal Share(Points points) => Full.Value == 0 ? 0 : points.Value / Full.Value * Most;
}

/// <param name="Modules">That are shown, in their order.</param>
/// <param name="Names">By row code; empty while the codes are sealed.</param>
/// <param name="Frozen">封榜: the public sees an earlier moment.</param>
public sealed record BoardSnapshot(
    BoardKey Key, string Title, string Round, string Group, IReadOnlyList<BoardModule> Modules, IReadOnlyDictionary<string, BoardName> Names,
    bool Frozen, long Version, IReadOnlyList<BoardRow> Rows)
{
    /// <summary>Marks that it shows.</summary>
    public long Marks => Version % BoardSource.Epoch;

    /// <summary>Rows with a mark.</summary>
    public int Marked => Rows.Count(r => r.Parts.Count > 0);

    /// <summary>Where its page, its snapshot and its hall are.</summary>
    public string Address => Key.Jury ? $"/events/{Key.Event}/board/{Key.Round}/{Key.Group}" : $"/boards/{Key.Event}/{Key.Round}/{Key.Group}";

    public string Hub => Key.Jury ? $"/live/events/{Key.Event}/board" : $"/live/boards/{Key.Event}";
}
