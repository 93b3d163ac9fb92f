namespace Competitions.Innovations;

/// <summary>Who makes the proposal, with his unit as it is called on the day.</summary>
public sealed record Proposer(int WorkerId, string Name, int UnitId, string UnitName);

/// <summary>Until when it is to be acknowledged and answered, both days included, and by which version of the rules.</summary>
public sealed record ProposalTerm(DateOnly AcknowledgeBy, DateOnly DecideBy, string PresetCode, int PresetVersion);

/// <summary>Who acts for the unit.</summary>
/// <param name="WorkerId">The worker that his account belongs to: nobody decides on his own proposal.</param>
public sealed record ProposalOfficer(string Account, int? WorkerId);

/// <summary>部门评估.</summary>
public sealed record Assessment(string Department, string Opinion);

/// <summary>实施: who sees to it, and by when.</summary>
public sealed record Implementation(string Responsible, DateOnly PlannedOn);

/// <summary>评级奖励.</summary>
/// <param name="Grade">By the value bands; null where it reaches none.</param>
/// <param name="Money">元.</param>
public sealed record ProposalReward(int? Grade, decimal Money, string Praise);

/// <summary>Another proposal that says nearly the same (关联).</summary>
/// <param name="Similarity">As it was found on that day, 0 to 1.</param>
public sealed record ProposalLink(int OtherId, decimal Similarity, string By, DateTime At);
