using System.Text.Json;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Scoring;

namespace Competitions.Web.Results.Files;

/// <summary>A published result as JSON: for whoever keeps it elsewhere. Neither ids of persons nor how to reach them are in it.</summary>
public static class ResultJson
{
    private static readonly JsonSerializerOptions Written = new(Json.Stored) { WriteIndented = true };

    /// <exception cref="Refusal">result.not-published-yet</exception>
    public static byte[] Of(Result result, ResultOccasion occasion)
    {
        Refusal.Unless(result.Stage is ResultStage.Published or ResultStage.Superseded, "result.not-published-yet");
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            occasion.Contest, Event = occasion.Code, Title = result.EventTitle, Round = result.RoundName, Group = result.GroupName, result.Number, Stage = $"{result.Stage}", result.PublishedAt,
            Corrects = result.CorrectsId is null ? (int?)null : result.Number - 1, result.Why,
            Source = new { result.Basis.Source.Sequence, result.Basis.Source.Hash, result.Basis.Source.Scheme, Preset = result.Basis.Rules.PresetCode, PresetVersion = result.Basis.Rules.PresetVersion },
            result.Seal, Lines = result.Lines.OrderBy(l => l.Order).Select(Line),
        }, Written);
    }

    private static object Line(ResultLine line) => new
    {
        line.Rank, line.Number, line.TeamName, Competitors = line.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => m.Name), Coaches = line.Members.Where(m => m.Role is EntryRole.Coach).Select(m => m.Name),
        Unit = line.UnitName, Modules = line.Modules.Select(m => new { m.Code, m.Name, Raw = m.Raw?.Value, Points = m.Points?.Value, m.Passed, m.Seconds }),
        Raw = line.Raw.Value, Deducted = line.Deducted.Value, Total = line.Total.Value, line.Score, line.Passed, line.Prize, Medal = line.Medal is Medal.None ? null : $"{line.Medal}",
        line.Titles, line.Levels, Unranked = line.Unranked is Unranked.None ? null : $"{line.Unranked}", line.Note,
    };
}
