using System.Text.RegularExpressions;

namespace Competitions.Programmes;

/// <summary>What was written, without the names that would tell experts whose it is.</summary>
public static class BlindText
{
    public const string Hidden = "〇〇";

    private static readonly string[] Endings = ["工会联合会", "工会委员会", "总工会", "联合工会", "工会", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "集团", "公司", "厂"];

    /// <summary>Names of people, and of their units also without what a company's name ends in.</summary>
    /// <param name="shortNames">Of the units: 衡远机电.</param>
    public static IReadOnlyList<string> NamesOf(Application application, IEnumerable<string> shortNames) =>
    [
        .. application.People.Select(p => p.Name).Concat(application.People.Select(p => p.UnitName).Append(application.UnitName).SelectMany(Forms)).Concat(shortNames)
            .Where(n => n.Length >= 2).Distinct().OrderByDescending(n => n.Length),
    ];

    public static string Of(string text, IReadOnlyList<string> names) =>
        names.Aggregate(text, (shown, name) => Regex.Replace(shown, Spaced(name), Hidden, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));

    /// <summary>Whether a name stands in it: a reviewer is told before it goes to experts.</summary>
    public static bool Tells(string text, IReadOnlyList<string> names) => Of(text, names) != text;

    private static IEnumerable<string> Forms(string unit)
    {
        yield return unit;
        var name = unit;
        for (var n = 0; n < 3 && Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal) && name.Length > e.Length + 1) is { } ending; n++)
        {
            name = name[..^ending.Length];
            yield return name;
        }
    }

    /// <summary>Also where spaces stand between its characters.</summary>
    private static string Spaced(string name) => string.Join(@"\s*", name.Where(c => !char.IsWhiteSpace(c)).Select(c => Regex.Escape(c.ToString())));
}
