using System.ComponentModel.DataAnnotations;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Api;

/// <param name="IdNumber">Masked; the whole number is never given.</param>
/// <param name="Phone">Masked.</param>
/// <param name="Unit">Of today's membership.</param>
public sealed record ApiWorker(int Id, string Name, string Sex, string IdNumber, string? Phone, string? Unit, string? OccupationCode, string? SkillLevel);

/// <summary>The real-name register as the key's duty shows it.</summary>
[ApiController, Route("api/v1/workers"), Authorize(Policies.ReadPeople, AuthenticationSchemes = ApiKeyScheme.Named), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiWorkersController(Register register, AuditTrail audit, TimeProvider clock) : ControllerBase
{
    [HttpGet(""), EndpointSummary("密钥范围内的职工，按编号分段"), ProducesResponseType<ApiPage<ApiWorker>>(StatusCodes.Status200OK)]
    public async Task<ApiPage<ApiWorker>> Index([FromQuery] ApiRange range, [FromQuery, StringLength(32)] string? organisation)
    {
        var workers = await register.Filtered(new WorkerFilter(null, organisation, null, null));
        await audit.Write("workers.read-by-key", organisation ?? "*", why: $"{range.After}+{range.Size}");
        var today = clock.Today();
        return (await workers.AsNoTracking().ToApiPage(range, Request, w => w.Id)).With(w => Of(register.Row(w, today)));
    }

    [HttpGet("{id:int}"), EndpointSummary("一名职工"), ProducesResponseType<ApiWorker>(StatusCodes.Status200OK)]
    public async Task<ApiWorker> Show(int id)
    {
        var worker = Missing.Unless(await (await register.Workers()).AsNoTracking().SingleOrDefaultAsync(w => w.Id == id));
        await audit.Write("worker.read-by-key", $"{id}");
        return Of(register.Row(worker, clock.Today()));
    }

    private static ApiWorker Of(WorkerRow row) => new(row.Id, row.Name, $"{row.Sex}", row.IdNumber, row.Phone, row.Unit, row.OccupationCode, row.LevelCode);
}
