using Competitions.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Competitions.Web.Shell.SignIn;

public static class SecondFactorGate
{
    private static readonly string[] Open = ["/second-factors", "/authenticators", "/passkeys", "/password", "/sign-out"];

    /// <summary>Whose duties need a second factor sees the page that sets it up, and no other, until his visit has one.</summary>
    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity is not { IsAuthenticated: true, AuthenticationType: var by } || by != IdentityConstants.ApplicationScheme || Visits.IsStrong(context)
            || context.RequestServices.GetRequiredService<MySeat>().Held is not null || context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null or Policies.Public
            || Array.Exists(Open, o => context.Request.Path.StartsWithSegments(o, StringComparison.Ordinal)) || IsDemo(context)
            || !(await context.RequestServices.GetRequiredService<MyDuties>().Held()).Any(d => SecondFactor.IsNeededFor(d.Kind)))
        {
            await next(context);
        }
        else if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect("/second-factors");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    });

    /// <summary>Those accounts exist in Development alone, and are there to be looked through.</summary>
    private static bool IsDemo(HttpContext context) =>
        context.User.Identity!.Name!.StartsWith(SignInController.DemoPrefix, StringComparison.Ordinal) && context.RequestServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment();
}
