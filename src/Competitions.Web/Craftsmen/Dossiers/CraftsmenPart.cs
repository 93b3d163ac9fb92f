using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Dossiers;

/// <param name="Address">Null where the reader may not see it.</param>
/// <param name="Checks">Each year's check that was judged, the youngest first.</param>
public sealed record DossierCraftsman(Craftsman Of, IReadOnlyList<(int Year, DutyCheckStage Stage)> Checks, string? Address);

/// <summary>His place on the ladder: appointments and titles, duty checks, suspensions. Three queries.</summary>
public sealed class CraftsmenPart(CompetitionsDb db, CraftsmanDesk desk) : IDossierPart
{
    private static readonly CraftsmanStage[] NotYet = [CraftsmanStage.Recommended, CraftsmanStage.Declined];

    public async Task<DossierSection> Of(int workerId)
    {
        var all = await db.Craftsmen.AsNoTracking().AsSingleQuery().Where(c => c.WorkerId == workerId && !NotYet.Contains(c.Stage)).OrderByDescending(c => c.From).ToListAsync();
        var checks = (await db.DutyChecks.Where(k => (k.Stage == DutyCheckStage.Qualified || k.Stage == DutyCheckStage.Failed) && db.Craftsmen.Any(c => c.Id == k.CraftsmanId && c.WorkerId == workerId))
            .OrderByDescending(k => k.Year).Select(k => new { k.CraftsmanId, k.Year, k.Stage }).ToListAsync()).ToLookup(k => k.CraftsmanId, k => (k.Year, k.Stage));
        var seen = await (await desk.Within(Policies.ReadCraftsmen)).Where(c => c.WorkerId == workerId).Select(c => c.Id).ToHashSetAsync();
        List<DossierCraftsman> rows = [.. all.Select(c => new DossierCraftsman(c, [.. checks[c.Id]], seen.Contains(c.Id) ? $"/craftsmen/{c.Id}" : null))];
        return new DossierSection(15, "craftsmen", "工匠", rows.Count, "/Craftsmen/Dossiers/_Craftsmen.cshtml", rows)
        {
            Note = $"{rows.Count(r => r.Of.Stage is CraftsmanStage.InForce)} 项有效",
            Badges = [.. rows.Where(r => r.Of is { Stage: CraftsmanStage.InForce, HonourId: null }).Select(r => r.Of.Title)], // what has an honour stands there already
            Events = [.. rows.SelectMany(Events)],
            Heads = ["等级", "称号", "文号", "自", "至", "时在单位", "状态"],
            Lines = [.. rows.Select(r => (IReadOnlyList<string>)[r.Of.LevelName, r.Of.Title, r.Of.Document, r.Of.From?.Iso() ?? "—", r.Of.To?.Iso() ?? "—", r.Of.UnitName, r.Of.Stage.Name()])],
        };
    }

    private static IEnumerable<LifeEvent> Events(DossierCraftsman row)
    {
        if (row.Of is { HonourId: null, From: { } from })
        {
            yield return new LifeEvent(from, $"认定为{row.Of.Title}", row.Of.Document, row.Of.UnitName, LifeMark.Honour);
        }

        foreach (var moved in row.Of.History.Where(m => m.Move is not CraftsmanMove.Confirm))
        {
            yield return new LifeEvent(moved.On, $"{row.Of.Title}{moved.Move.Name()}{(moved.Until is { } until ? $"至 {until.Iso()}" : "")}", moved.Why, row.Of.UnitName);
        }
    }
}
