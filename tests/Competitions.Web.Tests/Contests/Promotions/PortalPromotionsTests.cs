using System.Net;
using System.Text;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Promotions;

/// <summary>S7, data-protection.md §10.4: the public list names nobody in full and carries neither number nor phone nor mark.</summary>
public sealed class PortalPromotionsTests
{
    [Fact]
    public async Task Nobody_sees_a_list_before_it_is_published_and_then_masked_names_and_its_date()
    {
        await using var app = new App();
        await PromotionPagesTests.Street(app);
        var (organiser, page) = (await app.Organiser(), app.Open());
        var list = await organiser.Compute("WELD", "event/TOWN/workers");
        var id = list[(list.LastIndexOf('/') + 1)..];
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit($"/portal/C-WELD/promotions/{id}")).Status);
        Assert.Empty((await page.Visit("/portal/C-WELD")).Texts("#promotions li"));
        var leader = await (await app.Open(Competitions.People.DutyKind.FederationLeader)).Visit(list);
        await leader.Submit("form#confirm");
        await organiser.Visit(list);
        await organiser.Submit("form#publish");

        Assert.Single((await page.Visit("/portal/C-WELD")).Texts("#promotions li"));
        await page.Visit($"/portal/C-WELD/promotions/{id}");

        Assert.Equal(["1选**临平衡远机电有限公司工会晋级", "2选**杭州艺澜服饰有限公司工会晋级", "2选**临平衡远机电有限公司工会晋级", "4选**临平衡远机电有限公司工会候补第 1"], page.Texts("#going tbody tr"));
        Assert.Contains("发布", page.Text(".sub"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit($"/portal/C-TOWN/promotions/{id}")).Status); // not under another contest
    }

    [Fact]
    public async Task Not_a_byte_of_a_name_number_or_phone_leaves_by_the_portal()
    {
        await using var app = new App();
        var (workers, _) = await PromotionPagesTests.Street(app);
        var list = await app.Publish(await app.Organiser(), "WELD", "event/TOWN/workers");
        var stored = await app.WithDb(db => db.Workers.ToListAsync());
        foreach (var address in (string[])["/portal", "/portal/C-WELD", $"/portal/C-WELD/promotions/{list[(list.LastIndexOf('/') + 1)..]}"])
        {
            var bytes = Encoding.UTF8.GetString(await app.Open().Http.GetByteArrayAsync(address));
            for (var n = 0; n < workers.Length; n++)
            {
                var number = Ladder.Number(n + 1);
                foreach (var secret in (string[])[workers[n].Name, number, number[..10], number[^6..], $"1380000{n + 1:0000}", stored[n].IdNumberIndex, stored[n].PhoneIndex!])
                {
                    Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
                }
            }

            Assert.DoesNotContain("95.00", bytes, StringComparison.Ordinal);
        }
    }
}
