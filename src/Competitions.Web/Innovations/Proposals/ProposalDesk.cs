using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Data.WorkingDays;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>Who sees which proposal, who acts on it, and by when. Town and federation read what lies below them; only the unit's own officer acts.</summary>
public sealed class ProposalDesk(CompetitionsDb db, MyDuties duties, OwnUnits own, IHttpContextAccessor http, TimeProvider clock)
{
    public ProposalOfficer Me => new(duties.Account!, http.HttpContext?.User.Worker());

    public async Task<IQueryable<Proposal>> Visible()
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.ReadProposals), o => o.Path).Select(o => o.Id);
        return db.Proposals.Where(p => within.Contains(p.UnitId));
    }

    public Task<IQueryable<Organisation>> Units() => own.For(Policies.HandleProposals);

    public async Task<bool> Handles(int unit) => await (await Units()).AnyAsync(o => o.Id == unit);

    /// <exception cref="Missing">It is not there, or not his to act on.</exception>
    public async Task<Proposal> ToChange(int id)
    {
        var units = (await Units()).Select(o => o.Id);
        return Missing.Unless(await db.Proposals.SingleOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId)));
    }

    /// <summary>The worker's own.</summary>
    public IQueryable<Proposal> Mine(int worker) => db.Proposals.Where(p => p.WorkerId == worker);

    /// <summary>The days of the rules of today, counted from today.</summary>
    public async Task<ProposalTerm> Term()
    {
        var preset = await db.NewestProposalPreset();
        var (days, today) = (await db.WorkingDays(), clock.Today());
        return new ProposalTerm(After(preset.Rules.Acknowledge), After(preset.Rules.Decide), preset.Code, preset.Version);

        DateOnly After(TimeLimit limit)
        {
            if (!limit.InWorkingDays)
            {
                return today.AddDays(limit.Days);
            }

            try
            {
                return days.After(today, limit.Days);
            }
            catch (Refusal) // the next year is not arranged yet: who proposes something is not sent away for it
            {
                return OfTheWeek(today, limit.Days);
            }
        }
    }

    public async Task<IReadOnlyList<SelectListItem>> Categories() =>
        [.. (await db.ProposalCategories.AsNoTracking().OrderBy(c => c.Order).ToListAsync()).Select(c => new SelectListItem(c.Name, c.Code))];

    private static DateOnly OfTheWeek(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
