using System.Net;
using System.Reflection;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>Made from the endpoint table: a new route, form or filter is in it by itself.</summary>
public class BadInputTests
{
    private static readonly string[] Nonsense = ["abc", "-1", "99999999999999999999", "'; DROP TABLE Events; --", "%", "\u0001", "{{7*7}}", "../../etc/passwd", "𠮷💥", "NaN"];

    /// <summary>S11: whoever he is, a form without its token changes nothing, at no route.</summary>
    [Fact]
    public async Task No_route_takes_a_form_without_its_token()
    {
        await using var app = new App();
        var everybody = await Everybody(app);
        var routes = Everyone.Actions(app).Where(r => !Everyone.Methods(r).Contains("GET")).ToList();
        var taken = new List<string>();
        foreach (var route in routes)
        {
            using var request = new HttpRequestMessage(new HttpMethod(Everyone.Methods(route)[0]), Everyone.Address(route)) { Content = new FormUrlEncodedContent([]) };
            var answer = await everybody.Http.SendAsync(request);
            var said = answer.Content.Headers.ContentType?.MediaType is "text/html" ? await answer.Content.ReadAsStringAsync() : "停留过久"; // what a script sends has no page
            taken.AddRange(answer.StatusCode is HttpStatusCode.BadRequest && said.Contains("停留过久", StringComparison.Ordinal) ? [] : [$"{route.RoutePattern.RawText}: {answer.StatusCode}"]);
        }

        Assert.True(routes.Count > 30, $"{routes.Count} routes");
        Assert.Equal("", string.Join('\n', taken));
    }

    /// <summary>S14: a filter, a page or a sort that is none gives the default or a 400, and never a fault.</summary>
    [Fact]
    public async Task No_nonsense_in_an_address_breaks_a_page()
    {
        await using var app = new App();
        var everybody = await Everybody(app);
        var (broken, knocked) = (new List<string>(), 0);
        foreach (var route in Everyone.Actions(app).Where(r => Everyone.Methods(r).Contains("GET")))
        {
            var names = Queries(route).Append("page").Append("sort").Distinct().ToList();
            for (var turn = 0; turn < Nonsense.Length; turn += 2) // each word meets each name in its turn, on one page or another
            {
                var query = string.Join('&', names.Select((n, at) => $"{n}={Uri.EscapeDataString(Nonsense[(at + turn) % Nonsense.Length])}"));
                var answer = await everybody.Http.GetAsync($"{Everyone.Address(route)}?{query}");
                broken.AddRange((int)answer.StatusCode >= 500 ? [$"{route.RoutePattern.RawText}?{query}: {answer.StatusCode}"] : []);
                knocked++;
            }
        }

        Assert.True(knocked > 300, $"{knocked} requests");
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    /// <summary>S9: what a browser sends fills forms only. No entity is bound, at no depth, so no field of one can be written by its name.</summary>
    [Fact]
    public async Task Nothing_that_is_stored_is_bound()
    {
        await using var app = new App();
        var stored = await app.WithDb(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType).ToHashSet()));
        var bound = Everyone.Actions(app).SelectMany(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo.GetParameters()).SelectMany(p => Within(p.ParameterType)).ToHashSet();

        Assert.True(bound.Count > 20, $"{bound.Count} bound types");
        Assert.Equal("", string.Join('\n', bound.Where(t => stored.Contains(t) || t.Assembly == typeof(Refusal).Assembly && !t.IsEnum || t.Assembly == typeof(CompetitionsDb).Assembly).Select(t => t.FullName)));
    }

    /// <summary>A number or word that was not sent is not 0, and not the first of its kind.</summary>
    [Fact]
    public async Task A_form_parameter_that_must_be_sent_says_so()
    {
        await using var app = new App();
        var silent =
            from route in Everyone.Actions(app)
            where !Everyone.Methods(route).Contains("GET")
            from p in route.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo.GetParameters()
            where p.ParameterType.IsValueType && Nullable.GetUnderlyingType(p.ParameterType) is null && p.ParameterType != typeof(bool) && p.ParameterType != typeof(CancellationToken)
            where route.RoutePattern.Parameters.All(r => r.Name != p.Name) && p.GetCustomAttribute<BindRequiredAttribute>() is null
            select $"{route.RoutePattern.RawText} {p.Name}";

        Assert.Equal("", string.Join('\n', silent));
    }

    /// <summary>S9 from outside: every form of these pages sent with the names of all fields of all entities beside its own.</summary>
    [Theory]
    [InlineData("/contests/new", "main form", "Contests", "Code,OrganisationId,CopiedFromId")]
    [InlineData("/contests/C-WELD/edit", "main form", "Contests", "Code,OrganisationId,CopiedFromId")]
    [InlineData("/events/WELD/edit", "#event", "Events", "Code,ContestId,Stage,SuspendedFrom")]
    public async Task Fields_that_a_form_does_not_have_are_ignored(string address, string form, string table, string columns)
    {
        await using var app = new App();
        await app.Registering();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit(address);
        var own = officer.Page.QuerySelectorAll($"{form} [name]").Select(e => e.GetAttribute("name")!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var forged = (await app.WithDb(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => p.Name).Distinct().ToList())))
            .Where(n => !own.Contains(n)).ToDictionary(n => n, _ => "77");
        var before = await Look(app, table, columns);

        await officer.Submit(form, forged, forged: true);

        Assert.True(officer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{officer.Status}");
        Assert.True(forged.Count > 100);
        var after = await Look(app, table, columns);
        Assert.All(before, row => Assert.Contains(row, after));
        Assert.DoesNotContain("77", string.Join(' ', after).Split('|', ' '));
    }

    private static Task<List<string>> Look(App app, string table, string columns) => app.WithDb(async db =>
    {
        object[] rows = table is "Contests" ? [.. await db.Contests.AsNoTracking().OrderBy(c => c.Id).ToListAsync()] : [.. await db.Events.AsNoTracking().OrderBy(e => e.Id).ToListAsync()];
        return rows.Select(r => string.Join('|', columns.Split(',').Select(c => r.GetType().GetProperty(c)!.GetValue(r)))).ToList();
    });

    private static async Task<Browser> Everybody(App app) => app.As(await Everyone.With(app));

    private static IEnumerable<string> Queries(RouteEndpoint route) => route.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo.GetParameters()
        .Where(p => route.RoutePattern.Parameters.All(r => r.Name != p.Name))
        .SelectMany(p => p.ParameterType.Assembly == typeof(House).Assembly ? p.ParameterType.GetProperties().Select(q => q.Name) : [p.Name!]);

    /// <summary>The type and every type that the binder can reach from it.</summary>
    private static HashSet<Type> Within(Type type, HashSet<Type>? seen = null)
    {
        seen ??= [];
        type = Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[^1] : type);
        if (!type.FullName!.StartsWith("System", StringComparison.Ordinal) && !type.FullName.StartsWith("Microsoft", StringComparison.Ordinal) && seen.Add(type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true } && p.GetCustomAttribute<BindNeverAttribute>() is null))
            {
                Within(property.PropertyType, seen);
            }
        }

        return seen;
    }
}
