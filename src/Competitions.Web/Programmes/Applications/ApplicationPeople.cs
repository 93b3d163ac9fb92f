using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications;

/// <summary>Who may be named in an application: the workers of its unit, and of the units that the caller reaches.</summary>
public sealed class ApplicationPeople(CompetitionsDb db, MyDuties duties, IEnumerable<INamingEffect> effects, IHttpContextAccessor http, TimeProvider clock)
{
    private const int Shown = 10;

    public async Task<ApplicationEdit> Filled(ApplicationEdit form)
    {
        var ids = form.People.Select(p => p.WorkerId).ToList();
        form.Known = await (await Choices(form.Place)).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var stated in form.Place.Application.People.Where(p => !form.Known.ContainsKey(p.WorkerId)))
        {
            form.Known = new Dictionary<int, PersonChoice>(form.Known) { [stated.WorkerId] = new PersonChoice { Id = stated.WorkerId, Name = stated.Name, UnitId = stated.UnitId, UnitName = stated.UnitName } };
        }

        form.Choices = effects.SingleOrDefault(e => e.Kind == form.Place.Call.Kind) is { } effect ? await effect.Choices(form.Place.Application) : form.Choices;
        var typed = form.Search?.Trim() ?? "";
        form.Found = typed.Length == 0 ? [] : await (await Choices(form.Place)).Where(p => p.Name.Contains(typed) && !ids.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Shown).ToListAsync();
        return form;
    }

    /// <exception cref="Refusal">application.not-your-person</exception>
    public async Task<IReadOnlyList<ApplicationPerson>> Named(ApplicationEdit form)
    {
        await Filled(form);
        Refusal.Unless(form.People.TrueForAll(p => form.Known.ContainsKey(p.WorkerId)), "application.not-your-person");
        return [.. form.People.Select((p, i) => new ApplicationPerson(i + 1, p.WorkerId, form.Known[p.WorkerId].Name, form.Known[p.WorkerId].UnitId, form.Known[p.WorkerId].UnitName, p.Post?.Trim() ?? "", p.IsFrontLine, p.Share))];
    }

    /// <summary>What experts must not read while they review blind.</summary>
    public async Task<IReadOnlyList<string>> NamesToHide(Application application) => (await NamesToHide([application]))[application.Id];

    /// <summary>The same of many, by their id; one query.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> NamesToHide(IReadOnlyList<Application> applications)
    {
        IEnumerable<int> UnitsOf(Application a) => a.People.Select(p => p.UnitId).Append(a.UnitId);
        var units = applications.SelectMany(UnitsOf).Distinct().ToList();
        var shortNames = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName);
        return applications.ToDictionary(a => a.Id, a => BlindText.NamesOf(a, UnitsOf(a).Distinct().Where(shortNames.ContainsKey).Select(u => shortNames[u])));
    }

    private async Task<IQueryable<PersonChoice>> Choices(ApplicationPlace place)
    {
        var (today, worker, unit) = (clock.Today(), http.HttpContext?.User.Worker() ?? 0, place.Application.UnitId);
        var reach = db.Organisations.Within(await duties.Paths(Policies.ManagePeople), o => o.Path).Select(o => o.Id);
        return
            from person in db.Workers
            from membership in person.Memberships
            where membership.From <= today && (membership.To == null || membership.To >= today)
            where person.Id == worker || reach.Contains(membership.OrganisationId) && (membership.OrganisationId == unit || reach.Contains(unit))
            join body in db.Organisations on membership.OrganisationId equals body.Id
            select new PersonChoice { Id = person.Id, Name = person.Name, UnitId = body.Id, UnitName = body.Name, LevelName = db.SkillLevels.Where(l => l.Code == person.SkillLevelCode).Select(l => l.Name).FirstOrDefault() };
    }
}
