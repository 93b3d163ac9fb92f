using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Patents;

/// <summary>年费 of the units that the caller keeps patents of; one query, and none for who keeps none.</summary>
public sealed class PatentDeadlines(OwnUnits own) : IDeadlines
{
    public async Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to)
    {
        if (!await duties.Any([.. Policies.KindsOf(Policies.KeepPatents)]))
        {
            return [];
        }

        var (first, last, units) = (from.InChina().Date(), to.InChina().Date(), (await own.For(Policies.KeepPatents)).Select(o => o.Id));
        var rows = await db.Patents.Where(p => p.FeeDueOn >= first && p.FeeDueOn < last && units.Contains(p.UnitId)).Select(p => new { p.Id, p.Title, p.ApplicationNumber, p.FeeDueOn }).ToListAsync();
        return rows.Select(p => new Deadline(p.FeeDueOn!.Value.StartInChina(), $"专利年费：{p.Title}", p.ApplicationNumber, $"/patents/{p.Id}"));
    }
}
