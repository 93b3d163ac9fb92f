using System.Globalization;
using Competitions.Contests;
using Competitions.Scoring;

namespace Competitions.Results;

/// <summary>What was computed: the lines of the sheet, and by what spread the scale was made.</summary>
public sealed record Summed(IReadOnlyList<ResultLine> Lines, Spread Spread);

/// <summary>成绩汇总: marks, violations and award rules to the lines of a sheet. The same basis and the same sheets give the same lines.</summary>
public sealed class ResultSummary
{
    private sealed record Row(Contestant Of, Tally Tally, Unranked Unranked, string? Note);

    private readonly ResultBasis _basis;
    private readonly List<Row> _rows;
    private readonly List<BoardRow> _ranked;
    private readonly Dictionary<int, Row> _byEntry;

    private ResultSummary(ResultBasis basis, Func<int, IReadOnlyList<MarkSheet>> sheets)
    {
        _basis = basis;
        _rows = [.. basis.Field.Select(c => RowOf(c, Tally.Of(basis.Plan, sheets(c.EntryId))))];
        var open = _rows.Where(r => r.Unranked is Unranked.None && !r.Tally.IsWhole).ToList();
        Refusal.Unless(open.Count == 0, "result.unmarked", open.Count, string.Join('、', open.Take(5).Select(r => r.Of.Number)));
        _byEntry = _rows.ToDictionary(r => r.Of.EntryId);
        _ranked = Parted(Ranking.Of(
            _rows.Where(r => r.Unranked is Unranked.None).Select(r => r.Tally.Row(r.Of.EntryId.ToString("D9", CultureInfo.InvariantCulture))), TieChain.Of(basis.Plan.Ties)));
    }

    /// <param name="sheets">Of an entry, filled from the ledger.</param>
    /// <exception cref="Refusal">result.unmarked, result.nobody-ranked, totals.weights-not-whole, prizes.tie-undecided</exception>
    public static Summed Of(ResultBasis basis, Func<int, IReadOnlyList<MarkSheet>> sheets)
    {
        var weights = basis.Plan.Modules.Sum(m => m.Weight);
        Refusal.Unless(weights == 1, "totals.weights-not-whole", weights);
        var summary = new ResultSummary(basis, sheets);
        Refusal.Unless(summary._ranked.Count > 0, "result.nobody-ranked");
        return summary.Lines();
    }

    private Row RowOf(Contestant of, Tally tally)
    {
        var sanctions = _basis.Sanctions.Where(s => s.EntryId == of.EntryId).ToList();
        var cancelled = sanctions.Exists(s => s.Effect is SanctionEffect.Cancelled);
        return new Row(
            of, tally with { Modules = [.. tally.Modules.Select(m => After(m, sanctions))] }, of.Unranked is Unranked.None && cancelled ? Unranked.Cancelled : of.Unranked,
            sanctions.Count == 0 ? null : string.Join('；', sanctions.Select(s => s.Said)));
    }

    private static ModuleTally After(ModuleTally module, List<Sanction> sanctions)
    {
        var own = sanctions.Where(s => s.Module == module.Module.Code).ToList();
        return own.Count == 0 || module.Points is not { } points ? module : module with
        {
            Points = own.Exists(s => s.Effect is SanctionEffect.ModuleZero) ? default
                : new Points(Math.Max(0, points.Value - own.Where(s => s.Effect is SanctionEffect.PointsOff).Sum(s => s.Off.Value))),
        };
    }

    /// <summary>Equals that somebody put in order no longer share their rank.</summary>
    private List<BoardRow> Parted(List<BoardRow> ranked)
    {
        var settled = _basis.Settled.Select((entry, i) => (entry.ToString("D9", CultureInfo.InvariantCulture), i)).ToDictionary(s => s.Item1, s => s.i);
        foreach (var equals in ranked.GroupBy(r => r.Rank).Where(g => g.Count() > 1 && g.All(r => settled.ContainsKey(r.Label))).ToList())
        {
            foreach (var (row, i) in equals.OrderBy(r => settled[r.Label]).Select((r, i) => (r, i)))
            {
                ranked[equals.Key - 1 + i] = row with { Rank = equals.Key + i };
            }
        }

        return ranked;
    }

    private Summed Lines()
    {
        var (awards, entries) = (new Awarding(_basis, _ranked, entry => _byEntry[entry].Tally.Passed), _ranked.ConvertAll(r => int.Parse(r.Label, CultureInfo.InvariantCulture)));
        var lines = entries.Select((entry, i) => Line(_byEntry[entry], awards.Position(i), awards, i));
        var others = _rows.Where(r => r.Unranked is not Unranked.None).OrderBy(r => r.Unranked).ThenBy(r => r.Of.Number, StringComparer.Ordinal).Select(r => Line(r, null, awards, -1));
        return new Summed([.. lines.Concat(others).Select((draft, i) => draft(i + 1))], awards.Spread);
    }

    private Func<int, ResultLine> Line(Row row, int? rank, Awarding awards, int at) => order => new ResultLine
    {
        Order = order, EntryId = row.Of.EntryId, Number = row.Of.Number, AdmissionNumber = row.Of.AdmissionNumber, TeamName = row.Of.TeamName, UnitId = row.Of.UnitId, UnitName = row.Of.UnitName,
        Names = string.Join('、', row.Of.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => m.Name)), Modules = [.. _basis.Plan.Modules.Select(m => Mark(m, row.Tally))],
        Raw = row.Tally.RawTotal, Total = row.Tally.Total, Rank = rank, Passed = row.Unranked is Unranked.None && row.Tally.Passed,
        Score = at < 0 ? null : awards.Score(at), Medal = at < 0 ? Medal.None : awards.Medal(at), Prize = at < 0 ? null : awards.Prize(at),
        Members = [.. row.Of.Members.Select(m => at < 0 ? new ResultMember(m.WorkerId, m.Name, m.Role, [], [], null) : awards.For(at, m))], Unranked = row.Unranked, Note = row.Note,
    };

    private static ModuleMark Mark(PlannedModule module, Tally tally)
    {
        var found = tally.Modules.FirstOrDefault(m => m.Module.Code == module.Code);
        return new ModuleMark(module.Code, module.Name, module.Kind, found?.Raw, found?.Points, module.PassLine is null ? null : found?.Passed == true, found?.Seconds);
    }
}
