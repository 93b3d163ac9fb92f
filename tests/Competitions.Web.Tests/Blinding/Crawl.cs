using System.Text;
using System.Text.RegularExpressions;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Competitions.Web.Tests.Blinding;

/// <summary>What was answered somewhere: headers and body as one text, with what is packed in it unpacked. Addresses are in the bodies that lead to them.</summary>
internal sealed record Answer(string Address, int Status, string Text)
{
    /// <summary>As they came.</summary>
    public string Headers { get; init; } = "";
    public byte[] Bytes { get; init; } = [];
    public string? Type { get; init; }
}

/// <summary>Opens everything that somebody can reach: each GET of the endpoint table with values that exist, and whatever these answers lead to.</summary>
internal sealed partial class Crawl(Browser browser)
{
    private const int Most = 1500;

    /// <summary>Of one page with other words behind the question mark: a calendar leads on for ever.</summary>
    private const int MostQueries = 8;

    private readonly Queue<string> _next = new();
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _asked = [];

    public List<Answer> Answers { get; } = [];

    /// <param name="works">Codes that fill the places of works.</param>
    /// <param name="ids">Numbers that fill all others.</param>
    public async Task<Crawl> Of(App app, IReadOnlyList<string> works, IReadOnlyList<int> ids)
    {
        foreach (var route in Everyone.Actions(app).Where(r => Everyone.Methods(r).Contains("GET")))
        {
            var places = route.RoutePattern.Parameters.Select(p => p.Name).ToHashSet();
            IEnumerable<string> others = places.Contains("work") ? works : places.IsSubsetOf(["code", "contest", "organisation", "round", "group"]) ? [""] : ids.Select(i => $"{i}");
            others.ToList().ForEach(value => Add(Address(route, value)));
        }

        foreach (var address in (string[])["/", "/boards/WELD/final/workers/snapshot", "/api/v1/boards/WELD/final/workers", "/search?q=%E9%80%89%E6%89%8B", "/contests?q=WELD", "/portal"])
        {
            Add(address);
        }

        return await Follow();
    }

    private async Task<Crawl> Follow()
    {
        while (_next.TryDequeue(out var address) && Answers.Count < Most)
        {
            await Open(address);
        }

        return this;
    }

    /// <summary>The same pages once more, with what they lead to now.</summary>
    public async Task<Crawl> Of(IEnumerable<string> addresses)
    {
        addresses.ToList().ForEach(Add);
        return await Follow();
    }

    /// <summary>Where any of these words stands, with the word.</summary>
    public IEnumerable<string> Finds(IEnumerable<string> identities) =>
        from answer in Answers
        from identity in identities
        where answer.Text.Contains(identity, StringComparison.OrdinalIgnoreCase) && !answer.Address.Contains(identity, StringComparison.Ordinal) // what was guessed is said back
        select $"{identity} at {answer.Address} ({answer.Status})";

    private async Task Open(string address)
    {
        using var answer = await browser.Http.GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Answers.Add(new Answer(address, (int)answer.StatusCode, await Readable.Of(answer)) { Headers = $"{answer.Headers}{answer.Content.Headers}", Bytes = bytes, Type = answer.Content.Headers.ContentType?.MediaType });
        if (answer.Headers.Location is { } to)
        {
            Add(to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString);
        }

        foreach (Match link in answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/json" ? Links().Matches(Encoding.UTF8.GetString(bytes)) : Links().Matches(""))
        {
            Add(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
        }
    }

    private void Add(string address)
    {
        var path = address.Split('#')[0];
        if (path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !IsPartOfTheHouse(path) && _asked.GetValueOrDefault(path.Split('?')[0]) < MostQueries && _seen.Add(path))
        {
            _asked[path.Split('?')[0]] = _asked.GetValueOrDefault(path.Split('?')[0]) + 1;
            _next.Enqueue(path);
        }
    }

    /// <summary>Styles, scripts and pictures that are the same for everybody.</summary>
    private static bool IsPartOfTheHouse(string path) => ((string[])["/lib/", "/css/", "/js/", "/img/", "/fonts/"]).Any(p => path.StartsWith(p, StringComparison.Ordinal));

    private static string Address(RouteEndpoint route, string value) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart { Name: "organisation" } => "LP",
        RoutePatternParameterPart { Name: "contest" } => "C-WELD",
        RoutePatternParameterPart { Name: "code" } => "WELD",
        RoutePatternParameterPart { Name: "round" } => "final",
        RoutePatternParameterPart { Name: "group" } => "workers",
        RoutePatternParameterPart p when p.ParameterPolicies.Any(c => c.Content == "guid") => Guid.Empty.ToString(),
        RoutePatternParameterPart => value,
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));

    [GeneratedRegex("(?:href|src|action|data-[a-z-]+|\"(?:next|url|address)\")\\s*[=:]\\s*\"(/[^\"]*)\"")]
    private static partial Regex Links();
}
