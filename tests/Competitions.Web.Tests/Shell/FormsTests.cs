using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Routing;

namespace Competitions.Web.Tests.Shell;

/// <summary>Every form of the program, found by its routes, filled in wrong.</summary>
public partial class FormsTests
{
    /// <summary>What no person types: fields that a page hides, and values of buttons.</summary>
    private static readonly string[] Hidden = ["Version", "Move", "Then", "Key", "Code", "ReturnUrl", "Add", "Remove"];

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    [InlineData("9999-12-31")]
    [InlineData("-1")]
    public async Task A_form_filled_in_wrong_answers_with_sentences_that_name_the_field(string value)
    {
        await using var app = new App();
        var everybody = app.As(await Everyone.With(app));
        var token = (await everybody.Visit("/proposals/new")).Value("[name=__RequestVerificationToken]")!;
        var (wrong, sent) = (new List<string>(), 0);
        foreach (var (route, form) in Forms(app))
        {
            using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. Fields(form, "", 2).Select(f => new KeyValuePair<string, string>(f, value))]);
            using var request = new HttpRequestMessage(new HttpMethod(Everyone.Methods(route)[0]), Everyone.Address(route)) { Content = body };
            var answer = await everybody.Http.SendAsync(request);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            wrong.AddRange((int)answer.StatusCode >= 500 ? [$"{route.RoutePattern.RawText}: {answer.StatusCode}"] : []);
            wrong.AddRange(page.QuerySelectorAll(".errsum li").Select(l => l.TextContent.Trim()).Distinct().Where(Unclear).Select(s => $"{route.RoutePattern.RawText}: {s}"));
            sent++;
        }

        Assert.True(sent > 150, $"{sent} forms");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>A range of whole numbers over a decimal overflows where a person types too many digits.</summary>
    [Fact]
    public void No_decimal_is_held_against_whole_numbers() => Assert.Equal("", string.Join('\n',
        from type in typeof(House).Assembly.GetTypes()
        from p in type.GetProperties()
        where (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(decimal) && p.GetCustomAttribute<RangeAttribute>()?.OperandType == typeof(int)
        select $"{type.Name}.{p.Name}"));

    /// <summary>What says no field, or a field by the name that only the code knows.</summary>
    private static bool Unclear(string sentence) => sentence.StartsWith("请填写此项", StringComparison.Ordinal) || sentence.StartsWith("不超过", StringComparison.Ordinal)
        || Latin().Matches(sentence.Split('“')[0]).Any(m => m.Value is not ("xlsx" or "CSV" or "PDF" or "JPEG" or "PNG" or "WebP" or "Excel" or "JSON" or "HTTPS" or "Move"));

    private static IEnumerable<(RouteEndpoint Route, Type Form)> Forms(App app) =>
        from route in Everyone.Actions(app)
        where !Everyone.Methods(route).Contains("GET")
        from p in route.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo.GetParameters()
        where p.ParameterType.IsAssignableTo(typeof(IForm))
        select (route, p.ParameterType);

    /// <summary>The names under which a browser sends the form, lists with one line each.</summary>
    private static IEnumerable<string> Fields(Type form, string prefix, int depth) =>
        from p in form.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where p.SetMethod is { IsPublic: true } && p.GetCustomAttribute<ValidateNeverAttribute>() is null && Typed(p)
        let line = p.PropertyType.IsGenericType && p.PropertyType.IsAssignableTo(typeof(IEnumerable)) && p.PropertyType.GetGenericArguments() is [var of] ? of : null
        from name in line is null ? [$"{prefix}{p.Name}"]
            : line.Assembly == typeof(House).Assembly && line.IsClass && depth > 0 ? Fields(line, $"{prefix}{p.Name}[0].", depth - 1)
            : line == typeof(string) ? [$"{prefix}{p.Name}[0]"] : [] // numbers in a row are ticked
        select name;

    /// <summary>Typed and not chosen: no tick, none of a list, nobody by his number.</summary>
    private static bool Typed(PropertyInfo p)
    {
        var type = Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType;
        return type != typeof(bool) && !type.IsEnum && !Hidden.Contains(p.Name) && !(type == typeof(int) && p.Name.EndsWith("Id", StringComparison.Ordinal));
    }

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Latin();
}
