using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Competitions.Web.Shell.Documents;

/// <summary>A document is a component: the same one is shown on the page, printed by the browser and turned into a PDF.</summary>
public sealed class Documents(IServiceScopeFactory scopes, ILoggerFactory logs, IWebHostEnvironment environment, PdfPrinter printer)
{
    /// <summary>The markup of a component, whole and escaped.</summary>
    public async Task<string> Render<T>(IDictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <param name="title">Of the PDF.</param>
    /// <param name="css">A file of wwwroot/css, put into the page itself.</param>
    /// <param name="parameters">Of the component.</param>
    public async Task<byte[]> Pdf<T>(string title, string css, IDictionary<string, object?> parameters, CancellationToken stop = default) where T : IComponent
    {
        var style = await File.ReadAllTextAsync(Path.Combine(environment.WebRootPath, "css", css), stop);
        var body = await Render<T>(parameters);
        return await printer.Print($"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{System.Net.WebUtility.HtmlEncode(title)}</title><style>{style}</style></head><body>{body}</body></html>", stop);
    }
}
