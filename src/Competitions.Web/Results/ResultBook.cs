using Competitions.Results;

namespace Competitions.Web.Results;

/// <summary>How a result says what it was made by.</summary>
public static class ResultBook
{
    /// <summary>实操高者 → 用时少者 → 理论高者 → 并列.</summary>
    public static string Ties(ResultBasis basis) => string.Join(" → ", basis.Plan.Ties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(step => Step(basis, step)).Prepend("总成绩").Append("并列"));

    private static string Step(ResultBasis basis, string step)
    {
        var (part, less) = step[0] == '-' ? (step[1..], true) : (step, false);
        var timed = part.EndsWith("-time", StringComparison.Ordinal);
        var name = part == "time" ? "用时" : NameOf(basis, timed ? part[..^5] : part) + (timed ? "用时" : "");
        return $"{name}{(less ? "少" : "高")}者";
    }

    private static string NameOf(ResultBasis basis, string part) =>
        basis.Plan.Module(part)?.Name ?? part switch { "practical" => "实操", "theory" => "理论", _ => part };
}
