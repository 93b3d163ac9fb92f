using System.Globalization;
using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Data;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding.Proofs;

/// <summary>A draw is signed at each of its stages: what was promised, what came out, and the box as it was closed.</summary>
public sealed class CodeThings(CompetitionsDb db) : IFinalThings
{
    public async Task<IReadOnlyList<FinalThing>> Due(Func<string, long, bool> isSigned)
    {
        var ids = (await db.CodeDraws.AsNoTracking().OrderBy(d => d.Id).Select(d => new { d.Id, d.Version }).ToListAsync()).Where(d => !isSigned(ChainOf(d.Id), d.Version)).Select(d => d.Id).ToList();
        return [.. (await db.CodeDraws.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync()).Select(Of)];
    }

    public static string ChainOf(int id) => $"codes/{id}";

    public static FinalThing Of(CodeDraw draw)
    {
        var (promise, box, text) = (CanonicalJson.Hash($"{draw.Commitment} {draw.Count}"), Hash(draw.Box), CanonicalJson.Hash(draw.Text ?? ""));
        var all = string.Join('\n', $"{draw.At}", draw.Stage, promise, box, text, Hash(draw.Kept), draw.ResultHash, draw.CommittedBy, Ticks(draw.CommittedAt), draw.DrawnBy, draw.Witness, Ticks(draw.DrawnAt),
            draw.SealedBy, draw.SealWitness, Ticks(draw.SealedAt), Ticks(draw.OpenedAt), draw.ReplacedBy, Ticks(draw.ReplacedAt), draw.Why);
        return new FinalThing(ChainOf(draw.Id), draw.Version, CanonicalJson.Hash(all), $"promise={promise} result={draw.ResultHash ?? "-"} box={box} text={text}");
    }

    private static string Hash(byte[]? bytes) => bytes is null ? "-" : Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Ticks(DateTime? at) => at?.Ticks.ToString(CultureInfo.InvariantCulture) ?? "";
}
