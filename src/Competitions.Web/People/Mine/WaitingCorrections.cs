using Competitions.Data;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Mine;

/// <summary>Corrections that workers of the caller's bodies asked for.</summary>
public sealed class WaitingCorrections : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var paths = await duties.Paths(Policies.ManagePeople);
        if (paths.Count == 0)
        {
            return [];
        }

        var within = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var count = await db.CorrectionRequests.CountAsync(r => r.AnsweredAt == null && db.Workers.Any(w => w.Id == r.WorkerId && w.Memberships.Any(m => m.To == null && within.Contains(m.OrganisationId))));
        return count == 0 ? [] : [new WaitingItem("edit", "职工资料更正申请待答复", "核对证件后更正并答复", null, $"{count} 份", "/corrections", "办理")];
    }
}
