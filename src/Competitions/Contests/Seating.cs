using System.Security.Cryptography;
using System.Text;

namespace Competitions.Contests;

/// <summary>Who sits where, by rule. Anybody can repeat it from the seed.</summary>
public static class Seating
{
    /// <summary>
    /// The entries in an order in which no two of one unit are neighbours where that is possible: next is always one of the
    /// unit with the most left, other than the unit before. The order within and among units is drawn from the seed.
    /// </summary>
    /// <param name="entries">Entry and unit.</param>
    /// <param name="seed">Recorded with the assignment.</param>
    public static IReadOnlyList<int> Spread(IEnumerable<(int Entry, int Unit)> entries, string seed)
    {
        var units = entries.OrderBy(e => Draw(seed, e.Entry), StringComparer.Ordinal)
            .GroupBy(e => e.Unit, e => e.Entry).Select(unit => (Unit: unit.Key, Left: new Queue<int>(unit))).ToList();
        var (order, before) = (new List<int>(), (int?)null);
        while (units.Where(u => u.Left.Count > 0).OrderBy(u => u.Unit == before).ThenByDescending(u => u.Left.Count).FirstOrDefault() is { Left: { } left } next)
        {
            order.Add(left.Dequeue());
            before = next.Unit;
        }

        return order;
    }

    private static string Draw(string seed, int entry) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}\n{entry}"))));
}
