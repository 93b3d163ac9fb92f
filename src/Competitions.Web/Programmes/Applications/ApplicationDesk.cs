using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications;

/// <summary>An application with what the caller may do with it.</summary>
/// <param name="IsOwner">He writes it and hands it in.</param>
/// <param name="ChecksUnit">He speaks for its unit.</param>
/// <param name="Recommends">He speaks for the union that recommends it.</param>
/// <param name="Runs">He runs the call.</param>
/// <param name="Leads">He leads the body that calls.</param>
public sealed record ApplicationPlace(Application Application, Call Call, bool IsOwner, bool ChecksUnit, bool Recommends, bool Runs, bool Leads)
{
    /// <summary>What the review came to is not told before it is approved and published.</summary>
    public ApplicationStage Shown => Runs || Leads ? Application.Stage : ApplicationDesk.ShownOutside(Application.Stage, Call.Stage);

    public bool ShowsScores => Runs || Leads;
}

/// <summary>Where applications are found. A unit sees its own, a recommending union those of its units once handed in, who calls all that came in, a worker his own, a society those it declares; who made one for a unit sees it as long as he is of the unit.</summary>
public sealed class ApplicationDesk(CompetitionsDb db, MyDuties duties, IHttpContextAccessor http, TimeProvider clock)
{
    private const string SocietyType = "society";

    private static readonly DutyKind[] OfUnit = [DutyKind.EnterpriseOfficer];

    public static ApplicationStage ShownOutside(ApplicationStage stage, CallStage call) => stage switch
    {
        ApplicationStage.Selected or ApplicationStage.Approved => ApplicationStage.UnderReview,
        ApplicationStage.Unselected when call is CallStage.Ranked or CallStage.Approved => ApplicationStage.UnderReview,
        _ => stage,
    };

    public async Task<IQueryable<Application>> Visible()
    {
        var (units, above) = (Ids(await duties.Paths(OfUnit)), Ids(await duties.Paths(Policies.ReadApplications)));
        var (own, me, worker) = (await OwnBodies(), duties.Account, http.HttpContext?.User.Worker() ?? 0);
        return db.Applications.Where(a => units.Contains(a.UnitId) || own.Contains(a.UnitId) || a.MadeBy == me && a.Channel != ApplicationChannel.Unit || a.People.Any(p => p.WorkerId == worker)
            || a.Stage != ApplicationStage.Draft && (above.Contains(a.UnitId) || above.Contains(a.RecommenderId ?? 0) || db.Calls.Any(c => c.Id == a.CallId && above.Contains(c.OrganisationId))));
    }

    /// <param name="track">To change it.</param>
    public async Task<ApplicationPlace> Find(int id, bool track = false)
    {
        var mine = (await Visible()).Where(a => a.Id == id);
        var application = Missing.Unless(await (track ? mine : mine.AsNoTracking()).SingleOrDefaultAsync());
        var call = await (track ? db.Calls : db.Calls.AsNoTracking()).SingleAsync(c => c.Id == application.CallId);
        var paths = await db.Organisations.Where(o => o.Id == application.UnitId || o.Id == call.OrganisationId).ToDictionaryAsync(o => o.Id, o => o.Path);
        var own = await OwnBodies();
        var ofUnit = own.Contains(application.UnitId) || (await duties.Paths(OfUnit)).Reach(paths[application.UnitId]);
        return new ApplicationPlace(
            application, call, ofUnit || application.MadeBy == duties.Account && application.Channel is not ApplicationChannel.Unit, ofUnit, application.RecommenderId is { } recommender && own.Contains(recommender),
            (await duties.Paths(Policies.RunCalls)).Reach(paths[call.OrganisationId]), (await duties.Paths(Policies.Approve)).Reach(paths[call.OrganisationId]));
    }

    /// <summary>Units that the caller may declare for: those below him, and the body whose officer he is.</summary>
    public IQueryable<Organisation> Units(IReadOnlyList<string> paths)
    {
        var today = clock.Today();
        return db.Organisations.Within(paths, o => o.Path).Where(o => o.From <= today && (o.To == null || o.To >= today));
    }

    /// <summary>The society (学会、协会) whose officer the caller is: it recommends people of any unit below who calls; null for everybody else.</summary>
    public async Task<Organisation?> Society()
    {
        var own = await OwnBodies();
        return own.Count == 0 ? null : await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => own.Contains(o.Id) && o.TypeCode == SocietyType);
    }

    /// <summary>Whose word it needs after the unit's: the society's that declares it, else the nearest union's.</summary>
    public async Task<Recommender> RecommenderOf(Call call, Application application)
    {
        if (application.Channel is not ApplicationChannel.Society)
        {
            return await RecommenderOf(call, application.UnitId);
        }

        var society = await Society() ?? throw new Missing();
        Refusal.Unless(await db.CallQuotas.AnyAsync(q => q.CallId == call.Id && q.OrganisationId == society.Id && q.Most > 0), "call.no-recommender", society.Name, call.Contact.Length > 0 ? call.Contact : call.OrganisationName);
        return new Recommender(society.Id, society.Name);
    }

    /// <summary>The nearest union above the unit that has places in the call; the body that calls recommends the units that stand directly below it.</summary>
    /// <exception cref="Refusal">call.no-recommender (unit, whom to ask)</exception>
    private async Task<Recommender> RecommenderOf(Call call, int unitId)
    {
        var path = await db.Organisations.Where(o => o.Id == unitId).Select(o => o.Path).SingleAsync();
        var above = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Where(o => o != unitId || o == call.OrganisationId).ToList();
        var quotas = await db.CallQuotas.Where(q => q.CallId == call.Id && q.Most > 0 && above.Contains(q.OrganisationId)).Select(q => new { q.OrganisationId, q.OrganisationName }).ToListAsync();
        var nearest = quotas.MaxBy(q => above.IndexOf(q.OrganisationId));
        return nearest is null
            ? throw new Refusal("call.no-recommender", await db.Organisations.Where(o => o.Id == unitId).Select(o => o.Name).SingleAsync(), call.Contact.Length > 0 ? call.Contact : call.OrganisationName)
            : new Recommender(nearest.OrganisationId, nearest.OrganisationName);
    }

    /// <summary>In one transaction with what it takes: a number, a place in a quota.</summary>
    public async Task<T> InOne<T>(Func<Task<T>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var done = await act();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return done;
    }

    /// <summary>A move of one application, with the place that it takes or gives back. Somebody else's act since the page was shown is told.</summary>
    public async Task Move(ApplicationPlace place, int version, Action act)
    {
        var application = place.Application;
        db.Entry(application).Property(a => a.Version).OriginalValue = version;
        var held = ApplicationLifecycle.HoldsPlace(application.Stage);
        act();
        var holds = ApplicationLifecycle.HoldsPlace(application.Stage);
        if (holds && !held)
        {
            await db.TakePlace(application.CallId, application.RecommenderId!.Value);
        }
        else if (held && !holds)
        {
            await db.GivePlaceBack(application.CallId, application.RecommenderId!.Value);
        }
    }

    private IQueryable<int> Ids(IReadOnlyList<string> paths) => db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);

    /// <summary>The very bodies whose officer he is, not those below.</summary>
    private async Task<List<int>> OwnBodies() =>
        [.. (await duties.Held()).Where(d => d.OrganisationId is not null && Policies.KindsOf(Policies.RunCalls).Contains(d.Kind)).Select(d => d.OrganisationId!.Value).Distinct()];
}
