using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Shell;

/// <summary>The value of a field that stands in a row of a table: as it was typed where the form was refused, else what the row holds.</summary>
public static class TypedValues
{
    public static string Typed(this IHtmlHelper html, string name, decimal? value) =>
        html.ViewData.ModelState.TryGetValue(name, out var typed) && typed.AttemptedValue is { } raw ? raw : value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    /// <summary>For aria-invalid of a control in a row.</summary>
    public static string Invalid(this IHtmlHelper html, string name) => html.ViewData.ModelState.TryGetValue(name, out var typed) && typed.Errors.Count > 0 ? "true" : "false";
}
