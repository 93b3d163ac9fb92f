using Competitions.Data;
using Competitions.Notices;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.Objections;

/// <summary>Objections that nobody has answered: their notice stands still until somebody does.</summary>
public sealed class WaitingObjections(NoticeDesk desk) : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        if ((await duties.Paths(Policies.HandleObjections)).Count + (await duties.Events(Policies.HandleObjections)).Count == 0)
        {
            return [];
        }

        var waiting = await (
            from notice in await desk.Visible(Policies.HandleObjections)
            let open = db.Objections.Count(o => o.NoticeId == notice.Id && o.Outcome == ObjectionOutcome.Open)
            where notice.Stage != NoticeStage.Withdrawn && open > 0
            orderby notice.Id
            select new { notice.Id, notice.Title, Open = open }).Take(20).ToListAsync();
        return waiting.Select(n => new WaitingItem("flag", $"{n.Title}：异议待答复", "答复以前公示暂停", null, $"{n.Open} 件", $"/notices/{n.Id}", "核查"));
    }
}
