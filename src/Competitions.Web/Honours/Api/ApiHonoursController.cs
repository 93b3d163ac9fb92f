using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Api;

/// <param name="Kind">As <c>Prize</c>, <c>Title</c>.</param>
/// <param name="Stage">As <c>Granted</c>, <c>Withdrawn</c>.</param>
/// <param name="WorkerIds">Of those who bear it.</param>
public sealed record ApiHonour(
    int Id, string Kind, string Name, string Stage, string Holder, string? TeamName, string Unit, string Grantor, int Year, string Occasion, string Event, int? Rank, string? Document, DateOnly? GrantedOn, IReadOnlyList<int> WorkerIds);

/// <summary>The register of honours as the key's duty shows it.</summary>
[ApiController, Route("api/v1/honours"), Authorize(Policies.ReadHonours, AuthenticationSchemes = ApiKeyScheme.Named), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiHonoursController(HonourRegister register, AuditTrail audit) : ControllerBase
{
    [HttpGet(""), EndpointSummary("密钥范围内的荣誉，按编号分段"), ProducesResponseType<ApiPage<ApiHonour>>(StatusCodes.Status200OK)]
    public async Task<ApiPage<ApiHonour>> Index([FromQuery] ApiRange range, [FromQuery, Range(1950, 2100)] int? year)
    {
        var honours = await register.Visible();
        await audit.Write("honour.read-by-key", $"{year}", why: $"{range.After}+{range.Size}");
        return (await honours.AsNoTracking().Where(h => year == null || h.Year == year).ToApiPage(range, Request, h => h.Id)).With(h => new ApiHonour(
            h.Id, $"{h.Kind}", h.Name, $"{h.Stage}", h.HolderName, h.TeamName, h.UnitName, h.GrantorName, h.Year, h.Occasion, h.EventTitle, h.Rank, h.DocumentNumber, h.GrantedOn, [.. h.People.Select(p => p.WorkerId)]));
    }
}
