using Competitions.Craftsmen;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Craftsmen;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Craftsmen;

/// <summary>Workers with titles, and what stands on them.</summary>
internal static class Crafting
{
    public const string Title = "临平工匠";

    /// <summary>A granted title in the register; its id.</summary>
    public static Task<int> Titled(this App app, Worker worker, string name = Title, DateOnly? on = null, string grantor = "LP") => app.WithDb(async db =>
    {
        var body = await db.Organisations.SingleAsync(o => o.Code == grantor);
        var (unit, day) = (worker.Memberships[0], on ?? new DateOnly(app.Today().Year - 1, 9, 20));
        var honour = new Honour(
            HonourKind.Title, name, Holder.Of(new HonourPerson(worker.Id, worker.Name), unit.OrganisationId, unit.OrganisationName), new Grantor(body.Id, body.Name, body.Level), new HonourOccasion(null, "工匠评选", "", "", day.Year, null));
        honour.Grant($"临总工〔{day.Year}〕20 号", day, "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
        db.Add(honour);
        await db.SaveChangesAsync();
        return honour.Id;
    });

    /// <summary>A prize with a rank, granted by the body of that code.</summary>
    public static Task<int> Placed(this App app, Worker worker, int rank, string grantor = "LP", string occasion = "争霸赛") => app.WithDb(async db =>
    {
        var (body, unit) = (await db.Organisations.SingleAsync(o => o.Code == grantor), worker.Memberships[0]);
        var honour = new Honour(
            HonourKind.Prize, "优胜奖", Holder.Of(new HonourPerson(worker.Id, worker.Name), unit.OrganisationId, unit.OrganisationName), new Grantor(body.Id, body.Name, body.Level), new HonourOccasion(null, occasion, "焊工", "", app.Today().Year, rank));
        honour.Grant(Awarded.Document, app.Today().AddDays(-1), "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
        db.Add(honour);
        await db.SaveChangesAsync();
        return honour.Id;
    });

    /// <summary>A craftsman who stands on a title of last year; his page.</summary>
    public static async Task<string> Crafted(this App app, string name = "沈嘉禾", int number = 1, string unit = "E1", DateOnly? on = null)
    {
        await app.Organisations();
        var worker = await app.Worker(name, number, unit);
        var honour = await app.Titled(worker, on: on);
        return await app.WithDb(async db =>
        {
            var of = await db.Honours.SingleAsync(h => h.Id == honour);
            var made = Craftsman.Name(
                new CraftsmanPerson(worker.Id, worker.Name, of.UnitId, of.UnitName), CraftsmanDesk.Rules, CraftsmanDesk.Rules.LevelOf("craftsman"), new NamedHonour(of.Id, null, of.Name, of.DocumentNumber!, of.GrantedOn!.Value), "test");
            db.Add(made);
            await db.SaveChangesAsync();
            return $"/craftsmen/{made.Id}";
        });
    }
}
