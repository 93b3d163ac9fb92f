using Competitions.Web.Shell.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Schemes;

/// <summary>What stands at a field of the editor: its id, and what is wrong with it.</summary>
internal static class SchemeFields
{
    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static bool IsWrong(this IHtmlHelper html, string name) => html.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;

    public static IHtmlContent Wrong(this IHtmlHelper html, string name)
    {
        if (!html.IsWrong(name))
        {
            return HtmlString.Empty;
        }

        var message = new TagBuilder("p");
        message.AddCssClass("msg");
        message.Attributes["id"] = Id(name) + "-error";
        message.InnerHtml.AppendHtml($"<svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Icons.Paths["warning"]}</svg>").Append(html.ViewData.ModelState[name]!.Errors[0].ErrorMessage);
        return message;
    }
}
