using System.Net;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
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
            Assert.True(answer is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{duty} at {route.RoutePattern.RawText}: {answer}");
        }
    }

    public static TheoryData<DutyKind> Duties => [.. Enum.GetValues<DutyKind>().Where(d => !Duty.IsOfAnEvent(d))];

    private static List<RouteEndpoint> Routes(App app)
    {
        _ = app.Address;
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)];
    }

    private static string Policy(RouteEndpoint route) => route.Metadata.GetOrderedMetadata<IAuthorizeData>().Last(a => a.Policy is not null).Policy!;

    private static async Task<HttpStatusCode> Knock(Browser browser, RouteEndpoint route, string organisation)
    {
        var address = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "organisation" } => organisation,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart p when p.ParameterPolicies.Any(c => c.Content == "guid") => Guid.Empty.ToString(),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "1",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));
        var method = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        return (await browser.Http.SendAsync(request)).StatusCode;
    }
}
