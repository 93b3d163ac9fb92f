using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Contests;
using Competitions.Web.Results.Proofs;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Api;

/// <param name="Name">Masked in the public list where the competitor did not consent to be published.</param>
/// <param name="Rank">Null for who has no place.</param>
/// <param name="Points">By the module's code.</param>
/// <param name="Score">Of 700 or 500; null where no scale is used.</param>
/// <param name="WorkerIds">Empty in the public list.</param>
public sealed record ApiResultLine(
    int? Rank, string Number, string Name, string? TeamName, string Unit, decimal Total, IReadOnlyDictionary<string, decimal?> Points, decimal? Score, string Medal, string? Prize, IReadOnlyList<int> WorkerIds);

/// <param name="LedgerSequence">The ledger's line that it was computed up to.</param>
/// <param name="Hash">Of the document that was signed when it was published; null in the seconds before.</param>
/// <param name="Signature">ECDSA P-256, r and s, base64url.</param>
/// <param name="Key">Which key signed.</param>
/// <param name="Document">Where the document is, with all that is needed to check it.</param>
public sealed record ApiResultProof(long LedgerSequence, string LedgerHash, string? Hash, string? Signature, string? Key, DateTime? SignedAt, string Document);

/// <param name="Number">From 1 in its event, round and group: a corrected result has a higher one.</param>
/// <param name="Correction">What was wrong with the one before; empty for a first result.</param>
public sealed record ApiResult(int Id, string Event, string Title, string Round, string Group, int Number, string Correction, DateTime PublishedAt, ApiResultProof Proof, IReadOnlyList<ApiResultLine> Lines)
{
    internal static ApiResult Of(Result result, string code, SignedHead? head, Func<ResultLine, string> name, bool whose) => new(
        result.Id, code, result.EventTitle, result.RoundName, result.GroupName, result.Number, result.Why, result.PublishedAt!.Value,
        new ApiResultProof(result.Basis.Source.Sequence, result.Basis.Source.Hash, head?.Hash, head?.Signature, head?.Key, head?.At, $"/verify/results/{result.Id}/result.json"),
        [.. result.Lines.OrderBy(l => l.Order).Select(l => new ApiResultLine(
            l.Rank, l.Number, name(l), l.TeamName, l.UnitName, l.Total.Value, l.Modules.ToDictionary(m => m.Code, m => m.Points?.Value), l.Score, $"{l.Medal}", l.Prize,
            whose ? [.. l.Members.Select(m => m.WorkerId)] : []))]);
}

/// <summary>What was published of an event, as anybody may see it.</summary>
[ApiController, Route("api/v1/events/{code}/results"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiPublishedResultsController(CompetitionsDb db, ResultFiles files) : ControllerBase
{
    [HttpGet(""), EndpointSummary("一个赛项已发布的成绩"), ProducesResponseType<IReadOnlyList<ApiResult>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Index(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        Missing.Unless(of.Stage is EventStage.Draft ? null : of);
        var results = await db.Results.AsNoTracking().Where(r => r.EventId == of.Id && r.Stage == ResultStage.Published).OrderBy(r => r.Id).ToListAsync();
        var consented = (await db.Entries.Where(e => e.EventId == of.Id && e.Consents.Any(c => c.Kind == ConsentKind.Publication)).Select(e => e.Id).ToListAsync()).ToHashSet();
        return new Tagged(results.ConvertAll(r => ApiResult.Of(r, code, files.Head(r, code), l => consented.Contains(l.EntryId) ? l.Names : string.Join('、', l.Names.Split('、').Select(PersonName.Mask)), whose: false)));
    }
}

/// <summary>Published results of the contests that the key's duty reaches, with the workers they belong to.</summary>
[ApiController, Route("api/v1/results"), Authorize(Policies.ReadResults, AuthenticationSchemes = ApiKeyScheme.Named), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiResultsController(CompetitionsDb db, MyDuties duties, ResultFiles files, AuditTrail audit) : ControllerBase
{
    private const int Most = 50; // a result is a long thing

    [HttpGet(""), EndpointSummary("密钥范围内已发布的成绩，按编号分段"), ProducesResponseType<ApiPage<ApiResult>>(StatusCodes.Status200OK)]
    public async Task<ApiPage<ApiResult>> Index([FromQuery] ApiRange range)
    {
        var mine = (await db.EventsOf(duties)).Select(e => e.Id);
        await audit.Write("result.read-by-key", "*", why: $"{range.After}+{range.Size}");
        var some = new ApiRange { After = range.After, Size = Math.Min(range.Size, Most) };
        var page = await db.Results.AsNoTracking().Where(r => r.Stage == ResultStage.Published && mine.Contains(r.EventId)).ToApiPage(some, Request, r => r.Id);
        var events = page.Items.Select(r => r.EventId).ToList();
        var codes = await db.Events.Where(e => events.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Code);
        return page.With(r => ApiResult.Of(r, codes[r.EventId], files.Head(r, codes[r.EventId]), l => l.Names, whose: true));
    }
}
