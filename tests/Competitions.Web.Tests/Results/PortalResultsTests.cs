using System.Net;
using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Results;

public sealed class PortalResultsTests
{
    [Fact]
    public async Task Nobody_sees_a_result_before_it_is_published_and_then_by_masked_names()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var id = Podium.Id(await organiser.Compute());
        var page = app.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit($"/portal/C-WELD/results/{id}")).Status);
        await organiser.Visit($"/events/WELD/results/{id}/moves/new");
        await organiser.Submit("form#move", new Dictionary<string, string> { ["Why"] = "重来" });

        id = Podium.Id(await app.Publish(organiser));
        await page.Visit($"/portal/C-WELD/results/{id}");

        Assert.Equal(["选**", "选**"], page.Texts("#sheet .res-name"));
        Assert.Equal(["93.50", "86.20"], page.Texts("#sheet .res-total"));
        Assert.DoesNotContain("选手", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit($"/portal/C-OTHER/results/{id}")).Status);
        Assert.Single((await page.Visit("/portal/C-WELD")).Texts("#results li"));
        Assert.Contains("成绩", (await page.Visit("/portal")).Text("#news"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_finds_its_line_and_another_finds_nothing()
    {
        await using var app = new App();
        var id = Podium.Id(await app.Publish(await app.Opened((82, 88), (90, 95))));
        var page = await app.Open().Visit($"/portal/C-WELD/results/{id}?q=0001");
        Assert.Equal(["86.20"], page.Texts("#sheet .res-total"));

        await page.Visit($"/portal/C-WELD/results/{id}?q=9999");
        Assert.Contains("没有找到", page.Text(".empty"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await page.Visit($"/portal/C-WELD/results/{id}?q={new string('9', 3000)}&page=-5")).Status);
    }

    [Fact]
    public async Task A_corrected_result_leads_to_what_stands_for_it_with_a_notice_of_what_changed()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var first = await app.Publish(organiser);
        await app.Mark("0001", "practical", 99);
        await app.Publish(organiser, new Dictionary<string, string> { ["Why"] = "实操成绩录入有误" }, Podium.Id(first));

        var page = await app.Open().Visit($"/portal/C-WELD/results/{Podium.Id(first)}");

        Assert.Contains("实操成绩录入有误", page.Text("#notice"), StringComparison.Ordinal);
        Assert.Contains(page.Texts("#changes tbody tr"), r => r.Contains("88.00", StringComparison.Ordinal) && r.Contains("99.00", StringComparison.Ordinal));
        Assert.DoesNotContain("选手", page.Body, StringComparison.Ordinal);
        Assert.Equal(["93.90", "93.50"], page.Texts("#sheet .res-total"));
    }

    [Fact]
    public async Task Who_has_the_page_is_told_so_for_one_query_and_a_hundred_lines_cost_as_many_as_two()
    {
        await using var app = new App();
        var id = Podium.Id(await app.Publish(await app.Opened((82, 88), (90, 95), (70, 70))));
        var page = app.Open();
        using var log = app.CountQueries();
        using var first = await page.Http.GetAsync($"/portal/C-WELD/results/{id}");
        Assert.InRange(log.Count, 1, 3);
        log.Clear();
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/portal/C-WELD/results/{id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", $"{first.Headers.ETag}");

        using var answer = await page.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(1, log.Count);
    }
}
