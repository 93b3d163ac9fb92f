using Competitions.Data;
using Competitions.Web.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.People.Workers;
using Competitions.Web.Questions;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Search;

/// <summary>Something found: what it is, how it is called, one line about it, where it is.</summary>
public sealed record Found(string Kind, string Icon, string Title, string Detail, string Address);

/// <summary>
/// Looks for a word in everything that the caller's duties show, one query a kind; a kind that is not his costs none. No number of
/// an ID card or phone is looked for or shown here: the register does that, masked and audited.
/// </summary>
public sealed class Finder(CompetitionsDb db, MyDuties duties, Register register, Bank bank, IHttpContextAccessor http)
{
    public const int MostOfAKind = 5;
    public const int LongestWord = 50;

    public async Task<IReadOnlyList<Found>> Find(string? typed, int most = MostOfAKind)
    {
        var word = (typed ?? "").Trim();
        word = word.Length > LongestWord ? word[..LongestWord] : word;
        if (word.Length == 0)
        {
            return [];
        }

        var held = await duties.Held();
        bool May(string policy) => held.Any(d => Policies.KindsOf(policy).Contains(d.Kind));
        var found = Pages(word, held).Take(most).ToList();
        if (May(Policies.ReadContests))
        {
            found.AddRange(await Contests(word, most));
            found.AddRange(await Events(word, most));
        }

        found.AddRange(May(Policies.ReadEntries) ? await Entries(word, most) : []);
        if (May(Policies.ReadPeople))
        {
            found.AddRange(await Workers(word, most));
            found.AddRange(await Organisations(word, most));
        }

        found.AddRange(May(Policies.KeepQuestions) ? await Papers(word, most) : []);
        return found;
    }

    private static IEnumerable<Found> Pages(string word, IReadOnlyList<HeldDuty> held) => Navigation.For(held)
        .Where(item => item.Name.Contains(word, StringComparison.Ordinal)).Select(item => new Found("页面", item.Icon, item.Name, item.Address, item.Address));

    private async Task<IEnumerable<Found>> Contests(string word, int most) =>
        (await (await db.ContestsOf(duties)).Where(c => c.Name.Contains(word) || c.Code == word || c.Series!.Contains(word))
            .OrderByDescending(c => c.StartsOn).Take(most).Select(c => new { c.Code, c.Name, c.OrganisationName, c.Year }).ToListAsync())
        .Select(c => new Found("赛事", "trophy", c.Name, $"{c.OrganisationName} · {c.Year} 年", $"/contests/{c.Code}"));

    private async Task<IEnumerable<Found>> Events(string word, int most) =>
        (await (from e in await db.EventsOf(duties)
                join c in db.Contests on e.ContestId equals c.Id
                where e.Title.Contains(word) || e.Code == word || e.OccupationName.Contains(word)
                orderby c.StartsOn descending, e.Id
                select new { e.Code, e.Title, e.Stage, c.Name }).Take(most).ToListAsync())
        .Select(e => new Found("赛项", "flag", e.Title, $"{e.Name} · {e.Stage.Name()}", $"/events/{e.Code}"));

    private async Task<IEnumerable<Found>> Entries(string word, int most)
    {
        var rows = await (
            from entry in await db.EntriesOf(duties, http.HttpContext?.User.Worker())
            join e in db.Events on entry.EventId equals e.Id
            where entry.AdmissionNumber == word || entry.TeamName!.Contains(word) || entry.Members.Any(m => m.Name.Contains(word))
            orderby entry.Id descending
            select new
            {
                entry.Id, e.Code, e.Title, entry.AdmissionNumber, entry.TeamName, entry.UnitName, entry.Stage,
                Names = entry.Members.OrderBy(m => m.Role).Select(m => m.Name).Take(3).ToList(),
            }).Take(most).ToListAsync();
        return rows.Select(r => new Found(
            "报名", "edit", r.TeamName ?? string.Join('、', r.Names), string.Join(" · ", new[] { r.AdmissionNumber, r.Title, r.UnitName, r.Stage.Name() }.Where(p => p is not null)), $"/events/{r.Code}/entries/{r.Id}"));
    }

    private async Task<IEnumerable<Found>> Workers(string word, int most) =>
        (await (await register.Workers()).AsNoTracking().Where(w => w.Name.StartsWith(word)).OrderBy(w => w.Id).Take(most)
            .Select(w => new { w.Id, w.Name, Unit = w.Memberships.Where(m => m.To == null).Select(m => m.OrganisationName).FirstOrDefault() }).ToListAsync())
        .Select(w => new Found("职工", "person", w.Name, w.Unit ?? "没有现行会籍", $"/workers/{w.Id}"));

    private async Task<IEnumerable<Found>> Organisations(string word, int most) =>
        (await db.Organisations.AsNoTracking().Within(await duties.Paths(Policies.ReadPeople), o => o.Path).Where(o => o.Name.Contains(word) || o.Code == word)
            .OrderBy(o => o.Level).ThenBy(o => o.Id).Take(most).Select(o => new { o.Code, o.Name }).ToListAsync())
        .Select(o => new Found("组织", "studio", o.Name, o.Code, $"/organisations/{o.Code}"));

    private async Task<IEnumerable<Found>> Papers(string word, int most) =>
        (await (await bank.Papers()).AsNoTracking().Where(p => p.Title.Contains(word)).OrderByDescending(p => p.Id).Take(most).Select(p => new { p.Id, p.Title, p.Stage }).ToListAsync())
        .Select(p => new Found("试卷", "document", p.Title, p.Stage.Name(), $"/papers/{p.Id}"));
}
