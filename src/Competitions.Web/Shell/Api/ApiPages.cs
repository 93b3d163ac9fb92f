using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Api;

/// <summary>Which part of a list is asked for: what comes after an id, so that nothing is given twice or missed while rows are added.</summary>
public sealed class ApiRange
{
    [Display(Name = "after"), Range(0, int.MaxValue)]
    public int After { get; init; }

    [Display(Name = "size"), Range(1, 500)]
    public int Size { get; init; } = 100;
}

/// <param name="Next">The address of the next part; null when this was the last.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next)
{
    public ApiPage<TOther> With<TOther>(Func<T, TOther> row) => new([.. Items.Select(row)], Next);
}

internal static class ApiPages
{
    /// <summary>One query; <paramref name="rows"/> are put in the order of their ids.</summary>
    public static async Task<ApiPage<T>> ToApiPage<T>(this IQueryable<T> rows, ApiRange range, HttpRequest asked, Expression<Func<T, int>> id)
    {
        var after = Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(id.Body, Expression.Constant(range.After)), id.Parameters);
        var some = await rows.Where(after).OrderBy(id).Take(range.Size + 1).ToListAsync();
        var last = some.Count > range.Size ? id.Compile()(some[range.Size - 1]) : (int?)null;
        return new ApiPage<T>([.. some.Take(range.Size)], last is { } at ? Next(asked, at) : null);
    }

    private static string Next(HttpRequest asked, int after)
    {
        var query = asked.Query.Where(q => !q.Key.Equals("after", StringComparison.OrdinalIgnoreCase)).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query["after"] = after.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(asked.Path, query);
    }
}
