namespace Competitions.Innovations;

/// <summary>So many days, working days of the country's calendar or days of the week as they come.</summary>
public sealed record TimeLimit(int Days, bool InWorkingDays);

/// <summary>The numbers of 合理化建议: time limits, grades by value, stars. A proposal keeps those of the day on which it was submitted.</summary>
/// <param name="Acknowledge">受理, from the day of submitting, which is not counted (default 5).</param>
/// <param name="Decide">答复, from the same day (default 30): a late 受理 does not put it off.</param>
/// <param name="Bands">Grades by the net benefit of the first year.</param>
/// <param name="AdoptedStars">For an adopted proposal.</param>
/// <param name="EffectiveStars">Once its effect is confirmed, in place of the former.</param>
/// <param name="LargeStars">The same, where the net benefit is at least <paramref name="LargeFrom"/>.</param>
/// <param name="LargeFrom">元.</param>
public sealed record ProposalRules(TimeLimit Acknowledge, TimeLimit Decide, IReadOnlyList<ValueBand> Bands, int AdoptedStars, int EffectiveStars, int LargeStars, decimal LargeFrom);

/// <summary>A preset of the rules; one whose content changes is another version.</summary>
public sealed record ProposalPreset(string Code, int Version, string Name, ProposalRules Rules);

/// <summary>A row of the dictionary of what proposals are about: 安全生产, 节能降耗…</summary>
public sealed record ProposalCategory(string Code, string Name, int Order);
