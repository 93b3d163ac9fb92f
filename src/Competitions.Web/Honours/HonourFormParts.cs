using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours;

/// <summary>Reads the form of an honour: units and people within the caller's scope only.</summary>
public sealed class HonourFormParts(CompetitionsDb db, HonourRegister register, MyDuties duties, TimeProvider clock)
{
    public async Task<HonourForm> Filled(HonourForm form)
    {
        form.Grantors = await register.Organisations(Policies.GrantHonours);
        form.Units = form.Grantors; // who grants, grants to his own
        if (!string.IsNullOrWhiteSpace(form.Event))
        {
            var (of, contest) = await Event(form.Event);
            form.EventTitle = $"{contest.Name} · {of.Title}";
            (form.Occasion, form.Year) = (contest.Name, contest.Year);
            form.Grantor = await db.Organisations.Where(o => o.Id == contest.OrganisationId).Select(o => o.Code).SingleAsync();
        }

        form.Year = form.Year == 0 ? clock.Today().Year : form.Year;
        form.Grantor ??= form.Grantors.Count > 0 ? form.Grantors[0].Value : null;
        return form;
    }

    /// <exception cref="Refusal">honour.no-such-unit, .no-such-person, .same-name, .occasion-missing, .elsewhere-needs-level, and those of the honour</exception>
    public async Task<Honour> Read(HonourForm form)
    {
        var (unit, grantor) = (await Organisation(form.Organisation), await Organisation(form.Grantor));
        var of = string.IsNullOrWhiteSpace(form.Event) ? null : (await Event(form.Event)).Event;
        Refusal.Unless(!string.IsNullOrWhiteSpace(form.Occasion), "honour.occasion-missing");
        var name = of is null ? grantor.NameOn(new DateOnly(form.Year, 12, 31)) : grantor.Name;
        return new Honour(form.Kind!.Value, form.Name, await HolderOf(form, unit), GrantorOf(form, grantor, name), new HonourOccasion(of?.Id, form.Occasion!, of?.Title ?? "", "", form.Year, null));
    }

    private static Grantor GrantorOf(HonourForm form, Organisation ours, string name) => string.IsNullOrWhiteSpace(form.Elsewhere) || !string.IsNullOrWhiteSpace(form.Event)
        ? new Grantor(ours.Id, name, ours.Level)
        : new Grantor(ours.Id, form.Elsewhere.Trim(), form.ElsewhereLevel ?? throw new Refusal("honour.elsewhere-needs-level"), Elsewhere: true);

    private async Task<Holder> HolderOf(HonourForm form, Organisation unit)
    {
        var name = unit.NameOn(form.GrantedOn ?? clock.Today());
        if (form.HolderKind is HolderKind.Organisation)
        {
            return Holder.Organisation(unit.Id, name);
        }

        var people = await People(form.People, unit);
        Refusal.Unless(form.HolderKind is HolderKind.Team || people.Count == 1, "honour.holder-missing");
        return form.HolderKind switch
        {
            HolderKind.Team => Holder.Team(string.IsNullOrWhiteSpace(form.TeamName) ? null : form.TeamName.Trim(), people, unit.Id, name),
            HolderKind.Coach => Holder.Coach(people[0], unit.Id, name),
            _ => Holder.Of(people[0], unit.Id, name),
        };
    }

    /// <summary>By their names within the unit; of two of one name the register number after a # says which.</summary>
    private async Task<List<HonourPerson>> People(string? typed, Organisation unit)
    {
        var today = clock.Today();
        var names = (typed ?? "").Split(['、', ',', '，', '\n', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var members = from w in db.Workers
                      where w.Memberships.Any(m => (m.To == null || m.To >= today) && db.Organisations.Any(o => o.Id == m.OrganisationId && o.Path.StartsWith(unit.Path)))
                      select new { w.Id, w.Name };
        List<HonourPerson> found = [];
        foreach (var one in names)
        {
            var (name, number) = one.Split('#', 2) is [var before, var after] && int.TryParse(after, out var id) ? (before.Trim(), (int?)id) : (one, null);
            var same = await members.Where(w => w.Name == name && (number == null || w.Id == number)).OrderBy(w => w.Id).Take(10).ToListAsync();
            Refusal.Unless(same.Count > 0, "honour.no-such-person", name, unit.Name);
            Refusal.Unless(same.Count == 1, "honour.same-name", name, string.Join('、', same.Select(w => $"{w.Name}#{w.Id}")));
            found.Add(new HonourPerson(same[0].Id, same[0].Name));
        }

        return found;
    }

    private async Task<Organisation> Organisation(string? code) =>
        await db.Organisations.AsNoTracking().Within(await duties.Paths(Policies.GrantHonours), o => o.Path).SingleOrDefaultAsync(o => o.Code == code) ?? throw new Refusal("honour.no-such-unit");

    private async Task<(Event Event, Contest Contest)> Event(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var path = await db.Organisations.Where(o => o.Id == contest.OrganisationId).Select(o => o.Path).SingleAsync();
        return (await duties.Paths(Policies.GrantHonours)).Reach(path) ? (of, contest) : throw new Missing();
    }
}
