using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Shell;

/// <summary>Made from the endpoint table: a new route is in it by itself.</summary>
public class RoutesTests
{
    [Fact]
    public async Task Every_route_names_its_policy()
    {
        await using var app = new App();
        var routes = Routes(app);

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(r => r.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null)).Select(r => r.RoutePattern.RawText));
        Assert.DoesNotContain(routes, r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null); // it would switch the policy off
    }

    /// <summary>A link names its controller without the room: two of one name would send it to the wrong place without a word.</summary>
    [Fact]
    public async Task No_two_controllers_share_a_name()
    {
        await using var app = new App();
        var names = Routes(app).Select(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()!).DistinctBy(a => a.ControllerTypeInfo).GroupBy(a => a.ControllerName);
        Assert.Equal("", string.Join(' ', names.Where(n => n.Count() > 1).Select(n => n.Key)));
    }

    /// <summary>S7: who is not signed in is sent to sign in, or refused, at every route that is not public.</summary>
    [Fact]
    public async Task A_stranger_sees_no_route_that_is_not_public()
    {
        await using var app = new App();
        await app.Organisations();
        var stranger = app.Open();
        foreach (var route in Routes(app).Where(r => Policy(r) is not Policies.Public))
        {
            var answer = await Knock(stranger, route, "LP");
            Assert.True(answer is HttpStatusCode.Found or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{route.RoutePattern.RawText}: {answer}");
        }
    }

    /// <summary>S7: every duty at its own place knocks at every route of another district; what its policy does not name is closed, what it names does not open another's things.</summary>
    [Theory]
    [MemberData(nameof(Duties))]
    public async Task A_duty_opens_nothing_of_another_organisation(DutyKind duty)
    {
        await using var app = new App();
        var browser = await app.Open(duty, "XS");
        foreach (var route in Routes(app).Where(r => Policy(r) is not (Policies.Public or Policies.SignedIn)))
        {
            var (named, hasPlace) = (Policies.KindsOf(Policy(route)).Contains(duty), route.RoutePattern.Parameters.Any(p => p.Name is "organisation"));
            if (named && !hasPlace)
            {
                continue;
            }

            var answer = await Knock(browser, route, "LP");
            Assert.True(answer is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{duty} at {route.RoutePattern.RawText}: {answer}");
        }
    }

    /// <summary>S7: who has a duty in one event knocks at every route of another, with a form's token in hand.</summary>
    [Theory]
    [MemberData(nameof(EventDuties))]
    public async Task A_duty_in_one_event_opens_nothing_of_another(DutyKind duty)
    {
        await using var app = new App();
        await app.Ready(2, "LIFT");
        var browser = await (await app.Open(duty, await app.Registering("WELD"))).Visit("/password/edit");
        foreach (var route in Routes(app).Where(r => Policy(r) is not (Policies.Public or Policies.SignedIn) && r.RoutePattern.Parameters.Any(p => p.Name is "code" or "contest")))
        {
            var answer = await Knock(browser, route, "LP", "LIFT");
            Assert.True(answer is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{duty} at {route.RoutePattern.RawText}: {answer}");
        }
    }

    /// <summary>S7: the things of another event do not open under the address of one's own.</summary>
    [Theory]
    [InlineData(DutyKind.EventOrganiser)]
    [InlineData(DutyKind.ChiefJudge)]
    public async Task A_thing_of_another_event_does_not_open_through_ones_own(DutyKind duty)
    {
        await using var app = new App();
        await app.Ready(2, "LIFT");
        await app.Open(DutyKind.Coach, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync())); // duty 1
        await app.WithDb(async db =>
        {
            var lift = await db.Events.SingleAsync();
            db.Add(new Session(lift, "practical", "第一场", "一号厂房", app.Clock.GetUtcNow().UtcDateTime.AddDays(1), 60));
            return await db.SaveChangesAsync();
        });
        var browser = await (await app.Open(duty, await app.Registering("WELD"))).Visit("/password/edit");
        var routes = Routes(app).Where(r => r.RoutePattern.Parameters.Any(p => p.Name is "code") && r.RoutePattern.Parameters.Any(p => p.Name is not ("code" or "contest"))).ToList();
        Assert.True(routes.Count > 10);
        foreach (var route in routes)
        {
            var answer = await Knock(browser, route, "LP", "WELD");
            Assert.True(answer is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{duty} at {route.RoutePattern.RawText}: {answer}");
        }
    }

    /// <summary>A form comes back with what is missing, whatever its page chooses from: nothing that is sent empty breaks a page.</summary>
    [Fact]
    public async Task No_form_sent_empty_breaks_its_page()
    {
        await using var app = new App();
        await app.Ready(2);
        await app.WithDb(async db =>
        {
            db.Add(new Session(await db.Events.SingleAsync(), "practical", "第一场", "一号厂房", app.Clock.GetUtcNow().UtcDateTime.AddDays(1), 60));
            return await db.SaveChangesAsync();
        });
        var (browsers, broken) = (new Dictionary<DutyKind, Browser>(), new List<string>());
        foreach (var route in Routes(app).Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] is "POST" && Policies.KindsOf(Policy(r)).Count > 0))
        {
            var duty = Policies.KindsOf(Policy(route))[0];
            if (!browsers.TryGetValue(duty, out var browser))
            {
                browsers[duty] = browser = await (Duty.IsOfAnEvent(duty) ? await app.Open(duty, 1) : await app.Open(duty)).Visit("/password/edit");
            }

            var answer = await Knock(browser, route, "E1", "WELD");
            broken.AddRange((int)answer < 500 ? [] : [$"{route.RoutePattern.RawText}: {answer}"]);
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    public static TheoryData<DutyKind> EventDuties => [.. Enum.GetValues<DutyKind>().Where(Duty.IsOfAnEvent)];

    public static TheoryData<DutyKind> Duties => [.. Enum.GetValues<DutyKind>().Where(d => !Duty.IsOfAnEvent(d))];

    private static List<RouteEndpoint> Routes(App app)
    {
        _ = app.Address;
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)];
    }

    private static string Policy(RouteEndpoint route) => route.Metadata.GetOrderedMetadata<IAuthorizeData>().Last(a => a.Policy is not null).Policy!;

    private static async Task<HttpStatusCode> Knock(Browser browser, RouteEndpoint route, string organisation, string? code = null)
    {
        var address = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "organisation" } => organisation,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "code" } when code is not null => code,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "contest" } when code is not null => "C-" + code,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart p when p.ParameterPolicies.Any(c => c.Content == "guid") => Guid.Empty.ToString(),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "1",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));
        var method = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (code is not null && method is not "GET")
        {
            request.Content = new FormUrlEncodedContent([]);
            request.Headers.Add("X-Form-Token", browser.Value("[name=__RequestVerificationToken]"));
        }

        return (await browser.Http.SendAsync(request)).StatusCode;
    }
}
