using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell;

/// <summary>One page of a list; the number of the page stands in the address as <c>page</c>, from 1.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Page, int Size, int Total) : IPage
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>What the pager needs to know of any page.</summary>
public interface IPage
{
    int Page { get; }
    int Size { get; }
    int Total { get; }
    int Pages { get; }
}

public static class Paging
{
    public const int Size = 20;

    /// <summary>A page past the last shows the last; two queries.</summary>
    /// <param name="total">How many they are, where somebody knows it by a quicker way.</param>
    public static async Task<PageOf<T>> ToPage<T>(this IQueryable<T> rows, int page, int size = Size, int? total = null)
    {
        var all = total ?? await rows.CountAsync();
        var at = Math.Clamp(page, 1, Math.Max(1, (all + size - 1) / size));
        return new PageOf<T>(await rows.Skip((at - 1) * size).Take(size).ToListAsync(), at, size, all);
    }
}
