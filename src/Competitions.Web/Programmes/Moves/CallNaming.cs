using Competitions.Data;
using Competitions.Data.Honours;
using Competitions.Data.Notices;
using Competitions.Notices;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Moves;

/// <param name="Document">文号.</param>
public sealed record CallDecision(string Document, DateOnly On);

/// <summary>命名: the notice is closed, and what was named stands in the register of honours, and in the room of its kind, all in one.</summary>
public sealed class CallNaming(CompetitionsDb db, CallDesk desk, IEnumerable<INamingEffect> effects)
{
    /// <summary>Call it in the queue of the call; its changes are yours to save.</summary>
    /// <exception cref="Refusal">call.notice-none, those of the notice, the call and the effect</exception>
    public async Task Name(Call call, CallDecision decision, DateOnly today, string by, DateTime at)
    {
        var notice = await db.StandingNotice(NoticeOf.Call, call.Id) ?? throw new Refusal("call.notice-none");
        notice.Close(today, by, at);
        var named = await desk.Applications(call.Id, ApplicationStage.Noticed);
        call.Name(named, decision.Document, decision.On, by, at);
        var workers = named.SelectMany(a => a.People).Select(p => p.WorkerId).Distinct().ToList();
        var held = await db.HeldTitles(workers);
        var given = named.OrderBy(a => a.Rank).Select(a => (Application: a, Honours: ProgrammeHonours.Of(call, a, (worker, title) => held[worker].Contains(title)).ToList())).ToList();
        foreach (var honour in given.SelectMany(g => g.Honours))
        {
            honour.ApprovedWithTheEvent(by, at);
            honour.Grant(call.DecisionDocument, call.NamedOn!.Value, by, at);
            db.Add(honour);
        }

        await db.SaveChangesAsync();
        foreach (var effect in effects.Where(e => e.Kind == call.Kind))
        {
            foreach (var (application, honours) in given)
            {
                await effect.Named(application, call, honours, by, at);
            }
        }
    }
}
