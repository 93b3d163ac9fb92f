namespace Competitions.Scoring;

/// <summary>One line of a board or a result sheet. <c>Since</c> is the version at which it last changed.</summary>
public sealed record BoardRow(string Label, Points Total, IReadOnlyDictionary<string, Points> Parts, int Rank = 0, long Since = 0);
