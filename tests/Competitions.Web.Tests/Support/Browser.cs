using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Competitions.Web.Tests.Support;

/// <summary>
/// Reads a page, fills the form that is really on it and posts all of its fields, token included. Redirects are followed;
/// cookies are kept.
/// </summary>
public sealed class Browser
{
    private readonly HttpClient _http;

    public Browser(HttpClient http, string? accountId)
    {
        _http = http;
        if (accountId is not null)
        {
            _http.DefaultRequestHeaders.Add(SignedIn.Header, accountId);
        }
    }

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page shown.</summary>
    public string Address { get; private set; } = "/";

    public string Body { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public HttpClient Http => _http;

    public async Task<Browser> Visit(string address)
    {
        await Take(await _http.GetAsync(address), address);
        return this;
    }

    /// <summary>Fills and sends a form of the page. A field that the page does not have is an error, unless it is meant to be forged.</summary>
    public async Task<Browser> Submit(string form, IReadOnlyDictionary<string, string>? fields = null, bool forged = false)
    {
        var found = Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {form} at {Address}: {Body[..Math.Min(400, Body.Length)]}");
        var values = Values(found);
        foreach (var (name, value) in fields ?? new Dictionary<string, string>())
        {
            if (!forged && found.QuerySelectorAll("[name]").All(e => e.GetAttribute("name") != name))
            {
                throw new InvalidOperationException($"The form {form} has no field {name}; it has {string.Join(", ", found.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")).Distinct())}");
            }

            values.RemoveAll(v => v.Key == name);
            values.Add(new(name, value));
        }

        var action = found.GetAttribute("action") is { Length: > 0 } to ? to : Address;
        if (found.Method == "get")
        {
            return await Visit($"{action}?{await new FormUrlEncodedContent(values).ReadAsStringAsync()}");
        }

        await Take(await _http.PostAsync(action, new FormUrlEncodedContent(values)), action);
        return this;
    }

    /// <summary>Posts to an address with the token of the page shown: as a page that was opened earlier, whose button is no longer there.</summary>
    public async Task<Browser> Post(string address)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Value("[name=__RequestVerificationToken]") ?? "")]);
        await Take(await _http.PostAsync(address, form), address);
        return this;
    }

    /// <summary>Sends files with a form of the page.</summary>
    public async Task<Browser> Upload(string form, string field, string fileName, byte[] content, IReadOnlyDictionary<string, string>? fields = null)
    {
        var found = (IHtmlFormElement)Page.QuerySelector(form)!;
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Values(found).Where(v => fields?.ContainsKey(v.Key) != true && v.Key != field).Concat(fields ?? new Dictionary<string, string>()))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(content), field, fileName);
        var action = found.GetAttribute("action") is { Length: > 0 } to ? to : Address;
        await Take(await _http.PostAsync(action, body), action);
        return this;
    }

    /// <summary>What a script of the page posts as JSON, with the page's token.</summary>
    public async Task<HttpResponseMessage> Send(string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Form-Token", Page.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "");
        return await _http.SendAsync(request);
    }

    public string Text(string selector) => string.Join(' ', (Page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IReadOnlyList<string> Texts(string selector) =>
        [.. Page.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    public string? Value(string selector) => Page.QuerySelector(selector) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private static List<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input[name],select[name],textarea[name]").Concat(form.Owner!.QuerySelectorAll($"[form='{form.Id}'][name]")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlInputElement { Type: "submit" or "file" or "button" }:
                case { } off when off.HasAttribute("disabled"):
                    break;
                case IHtmlInputElement input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlSelectElement { IsMultiple: false } select:
                    values.Add(new(name, select.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
            }
        }

        if (form.QuerySelector("button[name]:not([type=button])") is { } button)
        {
            values.Add(new(button.GetAttribute("name")!, button.GetAttribute("value") ?? "")); // as when it is pressed
        }

        return values;
    }

    private async Task Take(HttpResponseMessage answer, string address)
    {
        for (var hops = 0; (int)answer.StatusCode is >= 300 and < 400 && hops < 5; hops++)
        {
            address = answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
            answer = await _http.GetAsync(address);
        }

        Status = answer.StatusCode;
        Address = address;
        Body = await answer.Content.ReadAsStringAsync();
        Page = await new HtmlParser().ParseDocumentAsync(answer.Content.Headers.ContentType?.MediaType == "text/html" ? Body : "");
    }
}
