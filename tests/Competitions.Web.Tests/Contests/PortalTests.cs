using System.Net;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests;

public class PortalTests
{
    [Fact]
    public async Task Anybody_sees_contests_and_numbers_and_no_person_or_unit()
    {
        await using var app = new App();
        await app.Ready(3);
        await app.Registering("LATHE");
        var page = app.Open();

        await page.Visit("/portal");
        Assert.Equal(2, page.Texts(".portal-list li").Count);
        Assert.Contains("报名 0 / 30", page.Text("#open"), StringComparison.Ordinal);
        Nobody(page);

        await page.Visit("/portal/C-WELD");
        Assert.Contains("3 / 30", page.Text(".tbl"), StringComparison.Ordinal);
        Nobody(page);

        static void Nobody(Browser page)
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("选手0", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("衡远机电", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_contest_that_is_only_planned_is_not_there()
    {
        await using var app = new App();
        await app.Registering();
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE Events SET Stage = 'Draft'"));

        Assert.Empty((await app.Open().Visit("/portal")).Texts(".portal-list li"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Visit("/portal/C-WELD")).Status);
    }
}
