using Competitions.Contests;
using Competitions.Schemes;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Schemes;

public static class SchemeQueries
{
    /// <summary>The version that an event is marked by, or its draft; null where it has none.</summary>
    public static Task<MarkingScheme?> Newest(this IQueryable<MarkingScheme> schemes, int eventId) =>
        schemes.Where(s => s.EventId == eventId).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    /// <summary>The name of each module that is marked by aspects and that no criterion of the newest scheme is mapped to.</summary>
    public static async Task<IReadOnlyList<string>> AspectModulesWithoutScheme(this CompetitionsDb db, Event of)
    {
        if (of.AspectModules.Count == 0)
        {
            return [];
        }

        var modules = await db.MarkingSchemes.Where(s => s.EventId == of.Id).OrderByDescending(s => s.Number).Select(s => s.Modules).FirstOrDefaultAsync();
        return [.. of.Modules.Where(m => of.AspectModules.Contains(m.Code) && modules?.Values.Contains(m.Code) != true).Select(m => m.Name)];
    }
}
