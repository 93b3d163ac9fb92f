using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Sittings;

/// <summary>When the sittings open that the caller watches over, and those he sits himself; a query each.</summary>
public sealed class SittingDeadlines(Bank bank, IHttpContextAccessor http) : IDeadlines
{
    public async Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to)
    {
        List<Deadline> found = [];
        if (await duties.Any([.. Policies.KindsOf(Policies.Invigilate)]))
        {
            found.AddRange(await Of(await bank.Occasions(Policies.Invigilate), from, to, id => $"/occasions/{id}"));
        }

        if (await duties.Any([.. Policies.KindsOf(Policies.Own)]))
        {
            var mine = db.Sittings.Of(http.HttpContext!.User).Select(s => s.OccasionId);
            found.AddRange(await Of(db.Occasions.Where(o => mine.Contains(o.Id)), from, to, _ => "/sittings"));
        }

        return found;
    }

    private static async Task<IEnumerable<Deadline>> Of(IQueryable<Occasion> occasions, DateTime from, DateTime to, Func<int, string> address) =>
        (await occasions.AsNoTracking().Where(o => o.OpensAt >= from && o.OpensAt < to).Select(o => new { o.Id, o.Title, o.OpensAt, o.ClosesAt }).ToListAsync())
        .Select(o => new Deadline(o.OpensAt, $"考试：{o.Title}", o.ClosesAt.InChina().Date() == o.OpensAt.InChina().Date() ? $"{o.OpensAt.Clock()} – {o.ClosesAt.Clock()} 入场" : $"{o.OpensAt.Clock()} 起，{o.ClosesAt.Moment()} 止", address(o.Id)));
}
