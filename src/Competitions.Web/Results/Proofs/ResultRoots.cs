using System.Text.Json;
using Competitions.Data;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Proofs;

/// <summary>
/// Hashes of what a result was computed from, taken from the very text that is stored: a later version of the program may know more
/// fields, and the text of 2026 is still the text of 2026.
/// </summary>
/// <param name="Rules">规则.</param>
/// <param name="Plan">评分计划.</param>
/// <param name="Field">All the rest: who took part, violations, the order somebody gave to equals.</param>
public sealed record ResultRoots(string Rules, string Plan, string Field)
{
    public static async Task<ResultRoots> Of(CompetitionsDb db, int resultId) =>
        Of(await db.Database.SqlQuery<string>($"""SELECT "Basis" AS "Value" FROM "Results" WHERE "Id" = {resultId}""").SingleAsync());

    public static ResultRoots Of(string basis)
    {
        using var text = JsonDocument.Parse(basis);
        var parts = text.RootElement.EnumerateObject().ToList();
        string Part(string name) => CanonicalJson.Hash(parts.Find(p => p.Name == name) is { Name: not null } found ? found.Value.GetRawText() : "");
        return new ResultRoots(Part("rules"), Part("plan"), CanonicalJson.Hash(string.Join('\n', parts.Where(p => p.Name is not ("rules" or "plan")).Select(p => $"{p.Name}={p.Value.GetRawText()}"))));
    }
}
