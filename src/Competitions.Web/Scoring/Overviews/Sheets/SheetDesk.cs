using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Schemes;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Overviews.Sheets;

/// <summary>One work's sheet with everything that all judges gave, and what they gave before.</summary>
public sealed class SheetDesk(CompetitionsDb db, MarkingFloors floors)
{
    /// <exception cref="Missing">No such work in the event.</exception>
    public async Task<SheetShown> Of(string code, string work, bool adjusts)
    {
        var floor = await floors.Of(db, code);
        var module = Missing.Unless(floor.Event.Modules.FirstOrDefault(m => m.Code == floor.Modules.GetValueOrDefault(work)));
        var lines = await db.Marks.AsNoTracking().Where(m => m.EventCode == code && m.Work == work).OrderBy(m => m.Sequence).ToListAsync();
        var reasons = await db.MarkReasons.AsNoTracking().Where(r => r.EventCode == code && r.Work == work).ToDictionaryAsync(r => r.Id, r => r.Why);
        var accounts = lines.Select(l => l.Judge).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var places = (await db.MarkingSchemes.AsNoTracking().Newest(floor.Event.Id))?.AspectsOf(module.Code).ToDictionary(p => p.Aspect.Key) ?? [];
        var signatures = await db.SheetSignatures.AsNoTracking().Where(s => s.EventCode == code && s.Work == work).OrderBy(s => s.Id).ToListAsync();
        var sheet = new MarkSheet(work, module.Code, floor.Plan);
        lines.ForEach(sheet.Apply);
        return new SheetShown(
            floor.Event, module, work, sheet.Total(), sheet.Progress, sheet.Seconds, [.. floor.Plan.Of(module.Code).Select(i => Row(i, sheet, places, names, floor.Event.Rules.OutlierShare))],
            [.. lines.Where(l => l.Aspect[0] is '-' or '+').GroupBy(l => l.Aspect).Select(c => c.Last()).Select(l => new CorrectionRow(l.Aspect, l.Value, reasons.GetValueOrDefault(l.Id, ""), Name(names, l.Judge), l.TakenAt, l.Sequence))],
            [.. lines.AsEnumerable().Reverse().Select(l => new HistoryRow(l.Sequence, l.TakenAt, Name(names, l.Judge), Title(l.Aspect, places), l.Value, reasons.GetValueOrDefault(l.Id)))],
            signatures, await db.Violations.CountAsync(v => v.EventId == floor.Event.Id && v.Work == work), adjusts && floor.Event.Stage is EventStage.Running);
    }

    private static SheetRow Row(MarkItem item, MarkSheet sheet, Dictionary<string, PlacedAspect> places, Dictionary<string, string> names, decimal share)
    {
        var standing = sheet.Of(item.Code);
        var place = places.GetValueOrDefault(item.Code);
        return new SheetRow(place?.Code ?? "", place?.Aspect.Description ?? Title(item.Code, places), item.How, item.Most, sheet.Points(item), standing is null ? [] : Values(standing.ByJudge, names),
            [.. standing?.Earlier.Select(e => Values(e, names)) ?? []], sheet.Of(item.Code + MarkItem.NotAttempted)?.Last == 1, standing is not null && item.IsRescored(standing),
            standing is null ? [] : [.. Outliers.Of(item, standing, share).Select(o => o with { Judge = Name(names, o.Judge) })]);
    }

    private static IReadOnlyList<(string Name, decimal Value)> Values(IReadOnlyDictionary<string, decimal> given, Dictionary<string, string> names) =>
        [.. given.Select(j => (Name(names, j.Key), j.Value)).OrderBy(j => j.Item1, StringComparer.Ordinal)];

    private static string Name(Dictionary<string, string> names, string account) => names.GetValueOrDefault(account, account);

    private static string Title(string item, Dictionary<string, PlacedAspect> places) => item switch
    {
        MarkItem.Panel => "裁判组给分",
        MarkItem.Process => "现场打分",
        MarkItem.Time => "用时（秒）",
        ['-', ..] => "扣分",
        ['+', ..] => "裁判长调整",
        [.., MarkItem.NotAttempted] => Title(item.TrimEnd(MarkItem.NotAttempted), places) + "：未做",
        _ => places.TryGetValue(item, out var place) ? $"{place.Code} {place.Aspect.Description}" : item,
    };
}
