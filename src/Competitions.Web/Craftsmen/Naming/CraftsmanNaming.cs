using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Programmes;
using Competitions.Web.Honours;
using Competitions.Web.Programmes;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Naming;

/// <summary>Who is named by a call holds his level from the document on; in the transaction that names.</summary>
public abstract class LadderNaming(CompetitionsDb db, string kind) : INamingEffect
{
    public string Kind => kind;

    public async Task Named(Application application, Call call, IReadOnlyList<Honour> honours, string by, DateTime at)
    {
        var level = CraftsmanDesk.Rules.NamedBy(kind)!;
        var persons = honours.Where(h => h.HolderKind is HolderKind.Person).ToList();
        var keys = persons.Select(h => Craftsman.KeyOf(h.People[0].WorkerId, h.Name)).ToList();
        var held = await db.Craftsmen.Where(c => c.OpenKey != null && keys.Contains(c.OpenKey)).Select(c => c.OpenKey).ToListAsync();
        db.AddRange(persons.Where(h => !held.Contains(Craftsman.KeyOf(h.People[0].WorkerId, h.Name))).Select(h => Craftsman.Name(
            new CraftsmanPerson(h.People[0].WorkerId, h.People[0].Name, h.UnitId, h.UnitName), CraftsmanDesk.Rules, level, new NamedHonour(h.Id, application.Id, h.Name, h.DocumentNumber!, h.GrantedOn!.Value), by)));
    }
}

public sealed class CraftsmanNaming(CompetitionsDb db) : LadderNaming(db, CraftsmanForm.Code);

/// <summary>A model worker has his record in the same archive.</summary>
public sealed class ModelWorkerNaming(CompetitionsDb db) : LadderNaming(db, ModelWorkerForm.Code);

/// <summary>An honour that is withdrawn takes with it what stood on it.</summary>
public sealed class CraftsmanEnding(CompetitionsDb db) : IHonourEnding
{
    public async Task Ended(Honour honour, string by, string why, DateTime at)
    {
        foreach (var craftsman in await db.Craftsmen.Where(c => c.HonourId == honour.Id && c.OpenKey != null).ToListAsync())
        {
            if (craftsman.Stands)
            {
                craftsman.Revoke(at.InChina().Date(), by, at, why);
            }
        }
    }
}
