using System.Text;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>A column of an import: found by its header's text, explained in the template.</summary>
/// <param name="Name">The header as the template writes it.</param>
/// <param name="How">How to fill it, one Chinese sentence.</param>
public sealed record Column(string Name, string How, bool Required = false, string Example = "")
{
    /// <summary>Other headers under which people send the same thing.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What may be chosen; empty where anything may be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool Is(string header)
    {
        var plain = Plain(header);
        return plain == Plain(Name) || Also.Any(also => plain == Plain(also));
    }

    /// <summary>A header without stars, spaces, line breaks and what stands in brackets.</summary>
    private static string Plain(string header)
    {
        var (plain, depth) = (new StringBuilder(header.Length), 0);
        foreach (var c in header)
        {
            depth += c is '(' or '（' ? 1 : 0;
            if (depth == 0 && !char.IsWhiteSpace(c) && c is not ('*' or '＊' or ':' or '：'))
            {
                plain.Append(c);
            }

            depth -= c is ')' or '）' && depth > 0 ? 1 : 0;
        }

        return plain.ToString();
    }
}
