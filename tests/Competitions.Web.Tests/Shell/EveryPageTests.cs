using Competitions.Web.Tests.Support;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Shell;

/// <summary>Whatever page there is, as the endpoint table names it, on a phone in the dark.</summary>
public class EveryPageTests
{
    private const int Windows = 3;

    [Fact]
    public async Task Axe_finds_nothing_serious_on_any_page_of_the_program()
    {
        await using var app = new App();
        await Everyone.With(app);
        await using var screens = new Screens(app);
        var pages = Everyone.Pages(app).Where(a => !a.EndsWith("/pdf", StringComparison.Ordinal)).ToList();
        List<Task> visits = [];
        foreach (var share in pages.Chunk((pages.Count + Windows - 1) / Windows))
        {
            visits.Add(screens.Visit([await screens.Of("everyone", 390, colours: ColorScheme.Dark)], share));
        }

        await Task.WhenAll(visits);

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }
}
