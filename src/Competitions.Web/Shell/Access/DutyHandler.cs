using Competitions.Data;
using Competitions.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Access;

public sealed record DutyRequirement(IReadOnlyList<DutyKind> Kinds, bool AtPlace) : IAuthorizationRequirement;

/// <summary>Holds the caller's duties against the place in the address.</summary>
public sealed class DutyHandler(CompetitionsDb db, MyDuties duties, IHttpContextAccessor http) : AuthorizationHandler<DutyRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DutyRequirement requirement)
    {
        var held = (await duties.Held()).Where(d => requirement.Kinds.Contains(d.Kind)).ToList();
        if (held.Count > 0 && (!requirement.AtPlace || await Reaches(held)))
        {
            context.Succeed(requirement);
        }
    }

    /// <summary>A place that does not exist is for the controller to answer: 404, not 403.</summary>
    private async Task<bool> Reaches(List<HeldDuty> held)
    {
        var route = http.HttpContext!.Request.RouteValues;
        if (route["organisation"] is string organisation)
        {
            return await db.Organisations.Where(o => o.Code == organisation).Select(o => o.Path).SingleOrDefaultAsync() is not { } path
                || held.Any(d => d.Path is not null && path.StartsWith(d.Path, StringComparison.Ordinal));
        }

        return true;
    }
}
