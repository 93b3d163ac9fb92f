using Markdig;
using Microsoft.AspNetCore.Html;

namespace Competitions.Web.Shell;

/// <summary>Rules and notices are written in Markdown; HTML in them is shown as text, links lead nowhere but to pages.</summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseListExtras().Build();

    public static HtmlString Show(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var link in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LinkInline>(document))
        {
            if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var to) || to.Scheme is not ("http" or "https" or "mailto"))
            {
                link.Url = "";
            }
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }
}
