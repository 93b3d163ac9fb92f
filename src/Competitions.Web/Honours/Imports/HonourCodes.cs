using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Imports;

/// <summary>What the cells of a sheet of honours name: units, grantors and people within reach, read some hundred rows at a time.</summary>
/// <param name="registrar">The body that registers what was granted elsewhere.</param>
public sealed class HonourCodes(CompetitionsDb db, FieldCipher cipher, IReadOnlyList<string> paths, int registrar)
{
    /// <summary>So many of one name are said; who has more fills in the number.</summary>
    private const int Namesakes = 5;

    private readonly Dictionary<string, List<Organisation>> _organisations = [];
    private readonly Dictionary<string, List<Worker>> _byName = [];
    private readonly Dictionary<string, Worker> _byNumber = [];

    /// <summary>Reads what these rows name and no row before did: three queries for all.</summary>
    public async Task Learn(IReadOnlyList<SheetRow> rows)
    {
        var units = rows.SelectMany(r => (string[])[Cell(r, HonourSheet.Unit), Cell(r, HonourSheet.Grantor)]).Where(u => u.Length > 0 && !_organisations.ContainsKey(u)).Distinct().ToList();
        var named = units.Concat(units.Select(u => u + "工会")).ToList();
        var found = await db.Organisations.AsNoTracking().Within(paths, o => o.Path).Where(o => named.Contains(o.Code) || named.Contains(o.Name) || o.FormerNames.Any(f => named.Contains(f.Name))).ToListAsync();
        units.ForEach(u => _organisations[u] = Best(found, u));
        await LearnPeople(rows);
    }

    /// <exception cref="Refusal">worker.import-unit, worker.import-unit-ambiguous</exception>
    public Organisation Unit(string text)
    {
        var found = _organisations.GetValueOrDefault(text) ?? [];
        Refusal.Unless(found.Count > 0, "worker.import-unit");
        Refusal.Unless(found.Count == 1, "worker.import-unit-ambiguous");
        return found[0];
    }

    /// <summary>One of ours by its name, at its own level; else a body elsewhere, as it is written.</summary>
    /// <exception cref="Refusal">honour-import.level-differs</exception>
    public Grantor Grantor(string text, OrganisationLevel level, DateOnly on)
    {
        if (_organisations.GetValueOrDefault(text) is not [var ours])
        {
            return new Grantor(registrar, text, level, Elsewhere: true);
        }

        Refusal.Unless(ours.Level == level, "honour-import.level-differs", ours.Name, Contests.ContestWords.Name(ours.Level));
        return new Grantor(ours.Id, ours.NameOn(on), level);
    }

    /// <summary>By the number, which the name must fit; else by the name among the members of the unit, first those of the day.</summary>
    /// <exception cref="Refusal">honour-import.number-unknown, .name-differs, honour.no-such-person, honour-import.same-name, and those of the number</exception>
    public HonourPerson Person(string name, string number, Organisation unit, DateOnly on)
    {
        if (number.Length > 0)
        {
            var known = Indexes(number).Select(i => _byNumber.GetValueOrDefault(i)).FirstOrDefault(w => w is not null) ?? throw new Refusal("honour-import.number-unknown");
            Refusal.Unless(name.Length == 0 || Plain(known.Name) == Plain(name), "honour-import.name-differs", name);
            return new HonourPerson(known.Id, known.Name);
        }

        var (plain, id) = Split(name);
        var members = (_byName.GetValueOrDefault(plain) ?? []).FindAll(w => (id is null || w.Id == id) && w.Memberships.Any(m => m.OrganisationId == unit.Id));
        Refusal.Unless(members.Count > 0, "honour.no-such-person", name, unit.Name);
        var then = members.FindAll(w => w.Memberships.Any(m => m.OrganisationId == unit.Id && m.IsCurrentOn(on)));
        var one = then.Count == 1 ? then[0] : members.Count == 1 ? members[0]
            : throw new Refusal("honour-import.same-name", plain, string.Join('、', members.Take(Namesakes).Select(w => $"{w.Name}#{w.Id}（{w.BornOn:yyyy-MM} 出生）")));
        return new HonourPerson(one.Id, one.Name);
    }

    private async Task LearnPeople(IReadOnlyList<SheetRow> rows)
    {
        var names = rows.Select(r => Split(Cell(r, HonourSheet.Person)).Name).Where(n => n.Length > 0 && !_byName.ContainsKey(n)).Distinct().ToList();
        var numbers = rows.SelectMany(r => Indexes(Cell(r, HonourSheet.Number))).Distinct().ToList();
        var within = db.Organisations.Within(paths, o => o.Path);
        var found = await db.Workers.AsNoTracking().Where(w => (names.Contains(w.Name) || numbers.Contains(w.IdNumberIndex)) && w.Memberships.Any(m => within.Any(o => o.Id == m.OrganisationId))).ToListAsync();
        names.ForEach(n => _byName[n] = found.FindAll(w => w.Name == n));
        found.ForEach(w => _byNumber[w.IdNumberIndex] = w);
    }

    /// <summary>By its code; else by its name of today, a former name, or the name without 工会 behind it.</summary>
    private static List<Organisation> Best(List<Organisation> found, string text)
    {
        Predicate<Organisation>[] ways = [o => o.Code == text, o => o.Name == text, o => o.FormerNames.Any(f => f.Name == text), o => o.Name == text + "工会" || o.FormerNames.Any(f => f.Name == text + "工会")];
        return ways.Select(found.FindAll).FirstOrDefault(f => f.Count > 0) ?? [];
    }

    private List<string> Indexes(string number)
    {
        List<string> indexes = [];
        foreach (var kind in number.Length == 0 ? [] : Enum.GetValues<IdKind>())
        {
            try
            {
                indexes.Add(cipher.IndexOf("worker.id-number", IdNumber.Read(kind, number).Value));
            }
            catch (Refusal)
            {
                // not a number of that kind
            }
        }

        return [.. indexes.Distinct()];
    }

    private static (string Name, int? Id) Split(string text) =>
        text.Split('#', 2) is [var before, var after] && int.TryParse(after, out var id) ? (Plain(before), id) : (Plain(text), null);

    /// <summary>As the register writes names: the middle dot of minority names, no space around.</summary>
    private static string Plain(string name)
    {
        try
        {
            return name.Trim().Length == 0 ? "" : PersonName.Read(name).Value;
        }
        catch (Refusal)
        {
            return name.Trim();
        }
    }

    private static string Cell(SheetRow row, Column column) => row.Places.TryGetValue(column, out var at) && at < row.Cells.Length ? SheetRow.Shown(row.Cells[at]).Trim() : "";
}
