using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>Where calls are found and moved. Who runs a body sees its calls and those below; who stands below sees what was published above him.</summary>
public sealed class CallDesk(CompetitionsDb db, MyDuties duties)
{
    public async Task<IQueryable<Call>> Visible()
    {
        var paths = await duties.Paths(Policies.ReadCalls);
        var above = paths.SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).Distinct().ToList();
        var within = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var run = await Run();
        return db.Calls.Where(c => run.Contains(c.OrganisationId) || c.Stage != CallStage.Draft && (above.Contains(c.OrganisationId) || within.Contains(c.OrganisationId)));
    }

    /// <summary>The bodies whose calls he runs.</summary>
    public async Task<IQueryable<int>> Run() => db.Organisations.Within(await duties.Paths(Policies.RunCalls), o => o.Path).Select(o => o.Id);

    public async Task<Call> Find(int id) => Missing.Unless(await (await Visible()).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id));

    public async Task<bool> Runs(Call call) => await (await Run()).ContainsAsync(call.OrganisationId);

    /// <summary>Tracked, for who runs it.</summary>
    public async Task<Call> ToRun(int id)
    {
        var run = await Run();
        return Missing.Unless(await db.Calls.SingleOrDefaultAsync(c => c.Id == id && run.Contains(c.OrganisationId)));
    }

    /// <summary>One at a time of those who move a call with its applications.</summary>
    public async Task<T> InQueue<T>(int id, Func<Task<T>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.QueueCall(id);
        db.ChangeTracker.Clear(); // what was read before is of an older version
        var done = await act();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return done;
    }

    public Task<List<Application>> Applications(int callId, params ApplicationStage[] stages) =>
        db.Applications.Where(a => a.CallId == callId && (stages.Length == 0 || stages.Contains(a.Stage))).OrderBy(a => a.Id).ToListAsync();
}
