using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Search;

public sealed record SearchPage(string Word, IReadOnlyList<Found> Found);

/// <summary>Looks for a word everywhere at once. Who may see what, the finder takes from the caller's duties.</summary>
[Route("search"), Authorize(Policies.SignedIn)]
public sealed class SearchController(Finder finder) : Controller
{
    private const int MostOnAPage = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q) => View(new SearchPage((q ?? "").Trim(), await finder.Find(q, MostOnAPage)));

    /// <summary>The same for the box in the top bar, while one types.</summary>
    [HttpGet("/search.json"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string? q) => Json(await finder.Find(q));
}
