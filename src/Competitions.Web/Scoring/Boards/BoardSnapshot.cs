using Competitions.Scoring;

namespace Competitions.Web.Scoring.Boards;

/// <summary>One board: a group of a round, for the public or for the jury. Each is made of data of its own.</summary>
public sealed record BoardKey(string Event, string Round, string Group, bool Jury = false)
{
    public override string ToString() => $"{Event}/{Round}/{Group}/{(Jury ? "jury" : "public")}";
}

/// <summary>Who a row is, once its code is open.</summary>
public sealed record BoardName(string Name, string Unit);

/// <param name="Modules">That are shown, with their names, in their order.</param>
/// <param name="Names">By row code; empty while the codes are sealed.</param>
/// <param name="Frozen">封榜: the public sees an earlier moment.</param>
public sealed record BoardSnapshot(
    BoardKey Key, string Title, string Round, string Group, IReadOnlyList<(string Code, string Name)> Modules, IReadOnlyDictionary<string, BoardName> Names,
    bool Frozen, long Version, IReadOnlyList<BoardRow> Rows);
