using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Competitions.Web.Shell.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c>: all that is wrong, each line linked to its field; nothing when all is right.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ModelState.SelectMany(field => field.Value!.Errors.Select(e => (field.Key, e.ErrorMessage))).Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errsum");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-refusal", View.ViewData["Refusal"] ?? "");
        output.Content.AppendHtml($"<h2><svg class=\"i i-lg\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Icons.Paths["warning"]}</svg>有 {errors.Count} 处需要改正</h2><ul>");
        foreach (var (key, sentence) in errors)
        {
            var line = new TagBuilder(key.Length == 0 ? "span" : "a");
            if (key.Length > 0)
            {
                line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
            }

            line.InnerHtml.Append(sentence);
            output.Content.AppendHtml("<li>").AppendHtml(line).AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }
}
