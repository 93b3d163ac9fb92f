using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Competitions.Web.Shell.TagHelpers;

/// <summary><c>&lt;pager of="Model.Page" unit="人" /&gt;</c>: keeps everything else that stands in the address.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    public required IPage Of { get; set; }

    public string Unit { get; set; } = "条";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        var first = Of.Total == 0 ? 0 : (Of.Page - 1) * Of.Size + 1;
        output.Content.AppendHtml($"<span>第 {first}–{Math.Min(Of.Page * Of.Size, Of.Total)} {Unit}，共 <b class=\"num\">{Of.Total}</b> {Unit}</span>");
        if (Of.Pages == 1)
        {
            return;
        }

        output.Content.AppendHtml("<nav class=\"push\" aria-label=\"分页\"><ol>");
        Link(output, Of.Page - 1, Svg("left"), "上一页");
        foreach (var page in Numbers())
        {
            if (page is null)
            {
                output.Content.AppendHtml("<li><span class=\"f\">…</span></li>");
            }
            else
            {
                Link(output, page.Value, $"{page}", null);
            }
        }

        Link(output, Of.Page + 1, Svg("right"), "下一页");
        output.Content.AppendHtml("</ol></nav>");
    }

    private static string Svg(string icon) => $"<svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Icons.Paths[icon]}</svg>";

    private IEnumerable<int?> Numbers()
    {
        var shown = new SortedSet<int> { 1, Of.Pages };
        shown.UnionWith(Enumerable.Range(Of.Page - 2, 5).Where(p => p >= 1 && p <= Of.Pages));
        var before = 0;
        foreach (var page in shown)
        {
            if (page > before + 1)
            {
                yield return null;
            }

            yield return before = page;
        }
    }

    private void Link(TagHelperOutput output, int page, string inner, string? label)
    {
        if (page < 1 || page > Of.Pages)
        {
            return;
        }

        var request = View.HttpContext.Request;
        var query = QueryHelpers.ParseQuery(request.QueryString.Value).Where(q => q.Key != "page").ToDictionary(q => q.Key, q => (string?)q.Value);
        var address = QueryHelpers.AddQueryString(request.Path, query.Append(new("page", $"{page}")));
        var link = new TagBuilder("a");
        link.Attributes["href"] = address;
        if (label is not null)
        {
            link.Attributes["aria-label"] = label;
        }
        else if (page == Of.Page)
        {
            link.Attributes["aria-current"] = "page";
        }

        link.InnerHtml.AppendHtml(inner);
        output.Content.AppendHtml("<li>").AppendHtml(link).AppendHtml("</li>");
    }
}
