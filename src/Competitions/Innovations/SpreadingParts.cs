namespace Competitions.Innovations;

/// <summary>An upload: its bytes lie in the store under their hash.</summary>
public sealed record InnovationFile(string Hash, string Name, string ContentType, long Bytes);

/// <summary>A result that was named and whose honour stands, as on the day.</summary>
/// <param name="ApplicationId">By which it is known.</param>
/// <param name="Kind">五小 or operation method, by the code of its form.</param>
public sealed record NamedInnovation(int ApplicationId, string Kind, string Title, int UnitId, string UnitName);

/// <summary>采用单位.</summary>
/// <param name="UnitId">Null for one that is none of ours; a paper speaks for it.</param>
public sealed record Adopter(int? UnitId, string Name);

/// <summary>Where and since when it is in use.</summary>
/// <param name="From">Not in the future.</param>
/// <param name="Site">车间、岗位, at most 100 characters.</param>
/// <param name="Trained">People, 0 to 100,000.</param>
/// <param name="Effect">At most 1,000 characters; may be empty.</param>
public sealed record Adoption(DateOnly From, string Site, int Trained, string Effect);
