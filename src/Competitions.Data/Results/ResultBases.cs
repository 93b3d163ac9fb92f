using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data.Contests;
using Competitions.Data.Honours;
using Competitions.Data.Scoring;
using Competitions.Results;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Results;

/// <summary>What a result would be computed from now. While it is sealed it is told by number alone.</summary>
public sealed record ReadBasis(ResultBasis Basis, RoundSheets Sheets)
{
    public bool IsSealed => Sheets.Sealed.Count > 0;

    public Summed Sum() => ResultSummary.Of(Basis, Sheets.Of);
}

public static class ResultBases
{
    private static readonly char[] BetweenTitles = ['、', '，', ',', '；', ';'];

    /// <summary>A dozen queries, whatever the size of the field.</summary>
    /// <param name="settled">Entries that are equal to the end, in the order somebody gave them.</param>
    public static async Task<ReadBasis> BasisOf(this CompetitionsDb db, Event of, string round, string group, IReadOnlyList<int> settled)
    {
        var plan = await db.PlanOf(of, round);
        var head = await db.LedgerHeads.AsNoTracking().Where(h => h.EventCode == of.Code).Select(h => new { h.Sequence, h.Hash }).SingleOrDefaultAsync();
        var scheme = of.AspectModules.Count == 0 ? null : await db.MarkingSchemes.AsNoTracking().Where(s => s.EventId == of.Id).MaxAsync(s => (int?)s.Number);
        var levels = await db.SkillLevels.AsNoTracking().OrderBy(l => l.Order).Select(l => new LevelStep(l.Code, l.Name, l.Order)).ToListAsync();
        var source = new ResultSource(head?.Sequence ?? 0, head?.Hash ?? "", scheme);
        var (field, sheets) = (await db.Field(of, round, group), await db.SheetsOf(of.Code, plan, source.Sequence, [.. of.SealedModules.Select(m => m.Code)]));
        var basis = new ResultBasis(source, of.Rules, plan, of.IsCertificateEvent ? of.StandardLevel : null, levels, field, await db.Sanctions(of, plan, sheets), settled);
        return new ReadBasis(basis, sheets);
    }

    /// <summary>Violations that are confirmed and cost something in this round.</summary>
    private static async Task<IReadOnlyList<Sanction>> Sanctions(this CompetitionsDb db, Event of, MarkingPlan plan, RoundSheets sheets)
    {
        var owners = sheets.ByEntry.SelectMany(e => e.Value.Select(s => (s.Work, e.Key))).ToDictionary(s => s.Work, s => s.Key);
        return
        [
            .. from violation in await db.ConfirmedViolations(of.Code)
               let entry = violation.EntryId ?? (owners.TryGetValue(violation.Work ?? "", out var owner) ? owner : (int?)null)
               let effect = violation.Effect switch { ViolationEffect.PointsOff => SanctionEffect.PointsOff, ViolationEffect.ModuleZero => SanctionEffect.ModuleZero, ViolationEffect.Cancelled => SanctionEffect.Cancelled, _ => (SanctionEffect?)null }
               where entry is not null && effect is not null && (violation.Module is null || plan.Module(violation.Module) is not null)
               select new Sanction(entry.Value, effect.Value, violation.Module, violation.Off, violation.What),
        ];
    }

    /// <summary>Of a result that was stored: computed again from its own copy of everything and the ledger as far as it went.</summary>
    public static async Task<Summed> Recompute(this CompetitionsDb db, Result result)
    {
        var code = await db.Events.Where(e => e.Id == result.EventId).Select(e => e.Code).SingleAsync();
        var sheets = await db.SheetsOf(code, result.Basis.Plan, result.Basis.Source.Sequence);
        return ResultSummary.Of(result.Basis, sheets.Of);
    }

    private static async Task<IReadOnlyList<Contestant>> Field(this CompetitionsDb db, Event of, string round, string group)
    {
        var rows = CodeBookLine.RowsOf(round);
        var numbers = (await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code && l.Module == rows).Select(l => new { l.EntryId, l.Work }).ToListAsync()).ToDictionary(l => l.EntryId, l => CodeBookLine.NumberOf(l.Work));
        var entries = await db.Entered(of, round).AsNoTracking().Where(e => e.Group == group).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.AdmissionNumber, e.TeamName, e.UnitId, e.UnitName, e.DeclaredTitles, e.Stage, Members = e.Members.ToList() }).ToListAsync();
        var workers = entries.SelectMany(e => e.Members).Select(m => m.WorkerId).Distinct().ToList();
        var levels = await db.Workers.AsNoTracking().IgnoreAutoIncludes().Where(w => workers.Contains(w.Id)).Select(w => new { w.Id, w.SkillLevelCode }).ToDictionaryAsync(w => w.Id, w => w.SkillLevelCode);
        var held = await db.HeldTitles(workers, exceptEvent: of.Id);
        return
        [
            .. entries.Select(e => new Contestant(
                e.Id, numbers.GetValueOrDefault(e.Id, e.AdmissionNumber ?? $"{e.Id}"), e.AdmissionNumber, e.TeamName, e.UnitId, e.UnitName,
                [.. e.Members.OrderBy(m => m.Role).ThenBy(m => m.WorkerId).Select(m => new ContestantMember(m.WorkerId, m.Name, m.Role, [.. Titles(e.DeclaredTitles, e.Members.Count(x => x.Role is EntryRole.Competitor)).Union(held[m.WorkerId])], levels.GetValueOrDefault(m.WorkerId)))],
                e.Stage switch { EntryStage.Absent => Unranked.Absent, EntryStage.Retired => Unranked.Retired, EntryStage.Disqualified => Unranked.Disqualified, _ => Unranked.None })),
        ];
    }

    /// <summary>As one competitor declared them; a team's declaration says nothing of whose they are.</summary>
    private static string[] Titles(string? declared, int competitors) =>
        declared is null || competitors != 1 ? [] : declared.Split(BetweenTitles, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
