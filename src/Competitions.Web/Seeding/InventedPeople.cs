using System.Globalization;
using System.Text;
using Competitions.People;

namespace Competitions.Web.Seeding;

/// <summary>A person who never was: drawn from word lists, always the same for the same seed.</summary>
/// <param name="IdNumber">With the area code 990101, which is assigned to no place, and a right check character.</param>
/// <param name="Phone">Begins with 100: no operator has such a number.</param>
internal sealed record InventedPerson(string Name, Sex Sex, DateOnly BornOn, string IdNumber, string Phone);

internal sealed class InventedPeople
{
    public const string AreaCode = "990101";
    public const string PhonePrefix = "100";

    private readonly Random _random;
    private readonly Words _words = SeedFiles.Json<Words>("demo/names.json");
    private readonly Rune[] _surnames;
    private readonly Dictionary<DateOnly, int> _bornThatDay = [];
    private readonly Queue<string> _special;
    private int _count;

    public InventedPeople(int seed)
    {
        _random = new Random(seed); // a seeded Random is the same on every platform, and nothing here is secret
        _surnames = [.. _words.Surnames.EnumerateRunes()];
        _special = new Queue<string>([.. _words.Rare, .. _words.Dotted]);
    }

    /// <summary>Between 18 and 61 on the day.</summary>
    public InventedPerson Next(DateOnly today)
    {
        var sex = _random.Next(100) < 62 ? Sex.Male : Sex.Female;
        var born = today.AddYears(-18).AddDays(-_random.Next(43 * 365));
        var name = _count % 40 == 17 && _special.TryDequeue(out var special) ? special : Name(sex);
        return new InventedPerson(name, sex, born, IdNumber(born, sex), $"{PhonePrefix}{_count++:D8}");
    }

    public int Below(int limit) => _random.Next(limit);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private string Name(Sex sex)
    {
        var surname = _random.Next(60) == 0 ? One(_words.Compound) : $"{One(_surnames)}";
        var given = (sex is Sex.Male ? _words.Male : _words.Female) + _words.Shared;
        return surname + One(given.ToCharArray()) + (_random.Next(3) == 0 ? "" : One(given.ToCharArray()));
    }

    private string IdNumber(DateOnly born, Sex sex)
    {
        // odd for men; those of one birthday count upwards
        var nth = _bornThatDay[born] = _bornThatDay.GetValueOrDefault(born) + 1;
        var sequence = nth * 2 - (sex is Sex.Male ? 1 : 0);
        var seventeen = string.Create(CultureInfo.InvariantCulture, $"{AreaCode}{born:yyyyMMdd}{sequence:D3}");
        return seventeen + Competitions.People.IdNumber.CheckCharacter(seventeen);
    }

    private sealed record Words(string Surnames, IReadOnlyList<string> Compound, string Male, string Female, string Shared, IReadOnlyList<string> Rare, IReadOnlyList<string> Dotted);
}
