using System.Text.Json;
using System.Text.Json.Nodes;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Shell.Proofs;

namespace Competitions.Web.Results.Proofs;

/// <summary>
/// A published result as the document that is signed: for everybody with masked names, and for its own house with whole ones. What a form
/// holds is never changed, for its hash is on paper; what is to be added makes another form.
/// </summary>
public static class ResultDocument
{
    /// <summary>The number of what is in it and how it is written.</summary>
    public const string Form = "competitions.result.1";

    /// <summary>What may stand around it, and is not part of what is signed.</summary>
    public static readonly string[] Around = ["contest", "stage", "proof"];

    private static readonly JsonSerializerOptions Written = new(Json.Stored) { WriteIndented = true };

    public static string OpenChain(string code, string round, string group) => $"result/{code}/{round}/{group}";

    public static string FullChain(string code, string round, string group) => $"result-full/{code}/{round}/{group}";

    /// <summary>For everybody.</summary>
    public static JsonElement Open(Result result, string code, ResultRoots roots) =>
        Document(result, code, roots, OpenChain(code, result.Round, result.Group), seal: null, OpenLine);

    /// <summary>For its house. Neither ids of persons nor how to reach them are in it.</summary>
    public static JsonElement Full(Result result, string code, ResultRoots roots) =>
        Document(result, code, roots, FullChain(code, result.Round, result.Group), result.Seal, FullLine);

    public static string HashOf(JsonElement document) => CanonicalJson.HashOf(document, Around);

    /// <summary>To take along: the document, what stands around it, and the proof; that is null in the seconds before it is signed.</summary>
    public static byte[] File(JsonElement document, string contest, ResultStage stage, SignedHead? head, SigningKey key)
    {
        var file = new JsonObject { ["contest"] = contest, ["stage"] = $"{stage}" };
        foreach (var property in document.EnumerateObject())
        {
            file[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        file["proof"] = head is null ? null : JsonSerializer.SerializeToNode(
            new { head.Chain, head.Sequence, head.Hash, head.Parts, At = head.AtText, head.Key, head.Before, head.Signature, PublicKey = key.PublicPem }, Written);
        return JsonSerializer.SerializeToUtf8Bytes(file, Written);
    }

    private static JsonElement Document(Result result, string code, ResultRoots roots, string chain, string? seal, Func<ResultLine, object> line) => JsonSerializer.SerializeToElement(new
    {
        Form, Chain = chain, Event = code, Title = result.EventTitle, Round = result.RoundName, Group = result.GroupName, result.Number, result.PublishedAt, Corrects = result.CorrectsId is null ? (int?)null : result.Number - 1, result.Why,
        Source = new { result.Basis.Source.Sequence, result.Basis.Source.Hash, result.Basis.Source.Scheme, Preset = result.Basis.Rules.PresetCode, PresetVersion = result.Basis.Rules.PresetVersion, roots.Rules, roots.Plan },
        Seal = seal, Lines = result.Lines.OrderBy(l => l.Order).Select(line),
    }, Written);

    private static object FullLine(ResultLine line) => new
    {
        line.Rank, line.Number, line.TeamName, Competitors = line.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => m.Name), Coaches = line.Members.Where(m => m.Role is EntryRole.Coach).Select(m => m.Name),
        Unit = line.UnitName, Modules = line.Modules.Select(m => new { m.Code, m.Name, Raw = m.Raw?.Value, Points = m.Points?.Value, m.Passed, m.Seconds }),
        Raw = line.Raw.Value, Deducted = line.Deducted.Value, Total = line.Total.Value, line.Score, line.Passed, line.Prize, Medal = line.Medal is Medal.None ? null : $"{line.Medal}",
        line.Titles, line.Levels, Unranked = line.Unranked is Unranked.None ? null : $"{line.Unranked}", line.Note,
    };

    /// <summary>As the portal shows it: what a violation was is no matter of the public.</summary>
    private static object OpenLine(ResultLine line) => new
    {
        line.Rank, line.Number, line.TeamName, Competitors = line.Names.Split('、').Select(PersonName.Mask), Unit = line.UnitName,
        Modules = line.Modules.Select(m => new { m.Code, m.Name, Raw = m.Raw?.Value, Points = m.Points?.Value, m.Passed }),
        Raw = line.Raw.Value, Deducted = line.Deducted.Value, Total = line.Total.Value, line.Score, line.Passed, line.Prize, Medal = line.Medal is Medal.None ? null : $"{line.Medal}",
        line.Titles, line.Levels, Unranked = line.Unranked is Unranked.None ? null : $"{line.Unranked}",
    };
}
