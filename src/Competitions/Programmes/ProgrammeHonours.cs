using Competitions.Honours;

namespace Competitions.Programmes;

/// <summary>What a named application comes to in the register of honours. A pure function.</summary>
public static class ProgrammeHonours
{
    /// <param name="holds">A title that a worker holds already: it is not given again.</param>
    public static IEnumerable<Honour> Of(Call call, Application application, Func<int, string, bool> holds)
    {
        var rule = call.Rules.Honour;
        var grade = application.Grade!;
        var people = application.People.OrderBy(p => p.Order).ToList();
        return (rule.To switch
        {
            HonouredAs.Unit => [Holder.Organisation(application.UnitId, application.UnitName)],
            HonouredAs.Team => [people is [var one] ? Single(one) : Holder.Team(null, [.. people.Select(p => new HonourPerson(p.WorkerId, p.Name))], application.UnitId, application.UnitName)],
            HonouredAs.Collective => [Holder.Team(application.Title, [.. people.Select(p => new HonourPerson(p.WorkerId, p.Name))], application.UnitId, application.UnitName)],
            HonouredAs.First => (IEnumerable<Holder>)[Single(people[0])],
            _ => people.Select(Single),
        })
            .Where(h => rule.Kind is not HonourKind.Title || !holds(h.People[0].WorkerId, grade))
            .Select(holder => new Honour(
                rule.Kind, grade, holder, new Grantor(call.OrganisationId, call.OrganisationName, call.Level), new HonourOccasion(null, call.Title, application.Title, "", call.Year, application.Rank),
                HonourSource.Application(application.Id, holder.Kind is HolderKind.Organisation ? $"unit-{holder.UnitId}" : string.Join(',', holder.People.Select(p => p.WorkerId).Order()))));
    }

    private static Holder Single(ApplicationPerson person) => Holder.Of(new HonourPerson(person.WorkerId, person.Name), person.UnitId, person.UnitName);
}
