using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Competitions.Web.Shell.TagHelpers;

/// <summary><c>&lt;icon name="home" /&gt;</c>; beside a word it is decoration, alone its button needs an aria-label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var more = output.Attributes["class"]?.Value;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", more is null ? "i" : $"i {more}");
        output.Attributes.SetAttribute("viewBox", "0 0 16 16");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Icons.Paths[Name]);
    }
}
