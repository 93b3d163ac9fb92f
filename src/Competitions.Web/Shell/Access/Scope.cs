using System.Linq.Expressions;

namespace Competitions.Web.Shell.Access;

/// <summary>Every query of scoped data names the subtrees that its caller reaches.</summary>
public static class Scope
{
    /// <summary>Keeps the rows whose path begins with one of these; with no path there is no row.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IReadOnlyList<string> paths, Expression<Func<T, string>> pathOf)
    {
        var startsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
        Expression inside = paths.Count == 0
            ? Expression.Constant(false)
            : paths.Select(path => (Expression)Expression.Call(pathOf.Body, startsWith, Expression.Constant(path))).Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(inside, pathOf.Parameters));
    }

    public static bool Reach(this IReadOnlyList<string> paths, string path) => paths.Any(p => path.StartsWith(p, StringComparison.Ordinal));
}
