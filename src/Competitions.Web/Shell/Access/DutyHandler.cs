using Competitions.Data;
using Competitions.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Access;

public sealed record DutyRequirement(string Policy, IReadOnlyList<DutyKind> Kinds, bool AtPlace) : IAuthorizationRequirement;

/// <summary>Holds the caller's duties against the place in the address, which is looked up once a request.</summary>
public sealed class DutyHandler(CompetitionsDb db, MyDuties duties, IHttpContextAccessor http) : AuthorizationHandler<DutyRequirement>
{
    private (string Code, EventPlace? Place)? _event;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DutyRequirement requirement)
    {
        var held = (await duties.Held()).Where(d => requirement.Kinds.Contains(d.Kind)).ToList();
        if (held.Count > 0 && (requirement.AtPlace ? await Reaches(held, requirement.Policy) : held.Exists(d => d.EventId is null) || await IsOfThisEvent(held)))
        {
            context.Succeed(requirement);
        }
    }

    /// <summary>Also where a policy asks for no place: a duty of an event counts under the address of no other one.</summary>
    private async Task<bool> IsOfThisEvent(List<HeldDuty> held) =>
        http.HttpContext!.Request.RouteValues["code"] is not string code || await EventOf(code) is not { } place || held.Exists(d => d.EventId == place.Id);

    private async Task<EventPlace?> EventOf(string code)
    {
        if (_event?.Code != code)
        {
            _event = (code, await (
                from e in db.Events where e.Code == code join c in db.Contests on e.ContestId equals c.Id join o in db.Organisations on c.OrganisationId equals o.Id
                select new EventPlace(e.Id, o.Path)).SingleOrDefaultAsync());
        }

        return _event.Value.Place;
    }

    /// <summary>A place that does not exist is for the controller to answer: 404, not 403.</summary>
    private async Task<bool> Reaches(List<HeldDuty> held, string policy)
    {
        var route = http.HttpContext!.Request.RouteValues;
        if (route["code"] is string code)
        {
            return await EventOf(code) is not { } place || held.Any(d => d.EventId == place.Id || IsAbove(d, place.Path));
        }

        if (route["contest"] is string contest)
        {
            return await (from c in db.Contests where c.Code == contest join o in db.Organisations on c.OrganisationId equals o.Id
                          select new { c.Id, o.Path }).SingleOrDefaultAsync() is not { } place
                || held.Any(d => IsAbove(d, place.Path))
                || policy is Policies.ReadContests && await IsInOneOfItsEvents(held, place.Id);
        }

        return route["organisation"] is not string organisation
            || await db.Organisations.Where(o => o.Code == organisation).Select(o => o.Path).SingleOrDefaultAsync() is not { } path
            || held.Any(d => IsAbove(d, path));
    }

    /// <summary>Who has a duty in an event reads its contest; its forms are for those who run it.</summary>
    private async Task<bool> IsInOneOfItsEvents(List<HeldDuty> held, int contestId)
    {
        var events = held.Where(d => d.EventId is not null).Select(d => d.EventId!.Value).ToList();
        return events.Count > 0 && await db.Events.AnyAsync(e => e.ContestId == contestId && events.Contains(e.Id));
    }

    private static bool IsAbove(HeldDuty duty, string path) => duty.Path is not null && path.StartsWith(duty.Path, StringComparison.Ordinal);

    private sealed record EventPlace(int Id, string Path);
}
