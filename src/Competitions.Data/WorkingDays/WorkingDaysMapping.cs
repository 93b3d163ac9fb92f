using Competitions.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.WorkingDays;

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day) => day.HasKey(d => d.On);
}

public static class WorkingDaysQueries
{
    /// <summary>The whole calendar: some forty rows a year.</summary>
    public static async Task<WorkingDay> WorkingDays(this CompetitionsDb db) =>
        new(await db.CalendarDays.AsNoTracking().ToListAsync());
}
