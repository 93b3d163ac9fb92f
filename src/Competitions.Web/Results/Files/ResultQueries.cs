using Competitions.Data;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Files;

internal static class ResultQueries
{
    public static async Task<ResultOccasion> OccasionOf(this CompetitionsDb db, Result result, string contest, string code)
    {
        var units = result.Lines.Select(l => l.UnitId).Distinct().ToList();
        return new ResultOccasion(contest, code, await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code));
    }

    /// <summary>Of letters that every system takes.</summary>
    public static string FileName(Result result, string code) => $"{code}-{result.Round}-{result.Group}-{result.Number}";
}
