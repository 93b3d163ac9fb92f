using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Contests.Moves;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding.Openings;

/// <summary>Both halves of the key, as they were typed.</summary>
public sealed record TypedHalves(string One, string Other);

/// <summary>
/// 解密, in one transaction: marks are frozen, the ledger and the seals are checked, layers 3, 2 and 1 are opened, and whose the works are
/// is written into the code book. Whatever does not fit stops all of it and is named; then nothing was opened.
/// </summary>
public sealed class OpeningDesk(CompetitionsDb db, EntryDesk entries)
{
    /// <exception cref="Refusal">opening.not-checking, .halves, .not-sealed, .changed, .ledger-broken; code-book.layer-missing, .gap, .works-differ</exception>
    public Task Open(EntryPlace place, TypedHalves halves, string witness) => entries.InQueue(place.Contest.Id, async () =>
    {
        var (me, now) = (place.Me, place.Now);
        var of = await db.Events.SingleAsync(e => e.Id == place.Event.Id);
        Refusal.Unless(of.Stage is EventStage.Checking && of.SealedModules.Count > 0, "opening.not-checking");
        var key = await db.SealKeys.SingleOrDefaultAsync(k => k.EventCode == of.Code) ?? throw new Refusal("seal-key.missing");
        var opens = Sealing.Unwrap(key.Wrapped, halves.One, halves.Other) ?? throw new Refusal("opening.halves");

        var (sequence, hash) = await Frozen(of);
        var draws = await Sealed(of);
        var books = draws.OrderByDescending(d => d.Layer).ThenBy(d => d.Place, StringComparer.Ordinal).ToDictionary(d => (d.Place, d.Layer), d => Opened(of, d, opens, now));
        var decoded = await Composed(of, books);

        db.AddRange(decoded.Select(d => CodeBookLine.Decoded(of.Code, d.Module, d.Work, d.EntryId, of.Modules.Single(m => m.Code == d.Module).Layers, now)));
        db.AddRange(books.Where(b => b.Key.Layer == 1).SelectMany(b => b.Value.Pairs.Select(p => CodeBookLine.Decoded(of.Code, b.Key.Place, $"{of.Code}{b.Key.Place}.{p.To}", CodeBook.EntryOf(p), 1, now))));
        db.Add(new Opening(of.Code, me, witness, now, sequence, hash, decoded.Count));
        await db.Make(of, EventMove.OpenCodes, me, now);
    });

    /// <summary>The ledger as it ends here: its head moves with the opening, so a mark that comes meanwhile is seen by one of the two.</summary>
    private async Task<(long Sequence, string Hash)> Frozen(Event of)
    {
        var head = await db.LedgerHeads.SingleAsync(h => h.EventCode == of.Code);
        head.Take(marks: false);
        var lines = db.Marks.AsNoTracking().Where(m => m.EventCode == of.Code).OrderBy(m => m.Sequence);
        var broken = head.Check(lines.AsEnumerable())?.Line; // streamed
        Refusal.Unless(broken is null, "opening.ledger-broken", broken ?? 0);
        return (head.Sequence, head.Hash);
    }

    /// <summary>One sealed draw for each layer there is to be.</summary>
    private async Task<IReadOnlyList<CodeDraw>> Sealed(Event of)
    {
        var draws = await db.CodeDraws.Where(d => d.EventCode == of.Code && d.Stage == DrawStage.Sealed).ToListAsync();
        var wanted = of.SealedModules.SelectMany(m => Enumerable.Range(1, m.Layers).Select(layer => (At: layer == 1 ? CodeBookLine.RowsOf(m.Round) : m.Code, Layer: layer))).Distinct();
        return [.. wanted.Select(w => draws.Find(d => d.Place == w.At && d.Layer == w.Layer) ?? throw new Refusal("opening.not-sealed", of.NameOf(w.At), w.Layer))];
    }

    private static CodeBook Opened(Event of, CodeDraw draw, byte[] opens, DateTime now)
    {
        try
        {
            return draw.Open(Sealing.Open(opens, draw.Box!), now);
        }
        catch (Exception changed) when (changed is CryptographicException or Refusal { Code: "code-book.changed" })
        {
            throw new Refusal("opening.changed", of.NameOf(draw.Place), draw.Layer);
        }
    }

    private async Task<IReadOnlyList<Decoded>> Composed(Event of, Dictionary<(string Place, int Layer), CodeBook> books)
    {
        var works = (await db.Works.Where(w => w.EventCode == of.Code).Select(w => new { w.Module, w.Code }).ToListAsync()).ToLookup(w => w.Module, w => w.Code);
        return [.. of.SealedModules.SelectMany(m => Decoding.Of(
            m.Code, m.Layers, [.. Enumerable.Range(1, m.Layers).Select(layer => books[(layer == 1 ? CodeBookLine.RowsOf(m.Round) : m.Code, layer)])], [.. works[m.Code]]))];
    }
}
