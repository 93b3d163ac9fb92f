using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Blinding;
using Competitions.Web.Blinding.Keys;

namespace Competitions.Web.Seeding;

/// <summary>An event of the demo whose practical module is under three layers: promised, drawn and sealed by the two who keep its codes.</summary>
internal sealed class DemoCodes(CompetitionsDb db, FieldCipher cipher)
{
    /// <summary>Known to everybody, as the password of the demo is: with them the opening can be tried.</summary>
    public const string JudgesHalf = "23456-789AB-CDEFG-HJKMN";
    public const string SupervisorsHalf = "NMKJH-GFEDC-BA987-65432";

    private const string Judge = "demo-encryption";
    private const string Supervisor = "demo-supervisor";

    /// <summary>Before the start; the rules of the event say that its codes are sealed.</summary>
    public async Task Key(Event of, DateTime at)
    {
        var (publicPart, wrapped) = Sealing.Make(JudgesHalf, SupervisorsHalf);
        var key = new SealKey(of.Code, publicPart, wrapped, cipher.Seal(SealKeysController.Field, SupervisorsHalf).Bytes, Judge, at);
        key.Take(Supervisor, at.AddMinutes(5));
        db.Add(key);
        await db.SaveChangesAsync();
    }

    /// <returns>The works of those who are there, as nobody knows them afterwards: the demo's judges have to give somebody their marks.</returns>
    public async Task<IReadOnlyDictionary<(int Entry, string Module), string>> Draw(Event of, IEnumerable<int> here, DateTime at)
    {
        var known = new Dictionary<(int, string), string>();
        foreach (var round in of.SealedModules.GroupBy(m => m.Round))
        {
            var first = Layer(of, new DrawPlace(of.Code, CodeBookLine.RowsOf(round.Key), 1, 1), here.Select(e => $"{e}"), at);
            foreach (var module in round)
            {
                List<CodeBook> books = [first];
                for (var layer = 2; layer <= module.Layers; layer++)
                {
                    books.Add(Layer(of, new DrawPlace(of.Code, module.Code, layer, 1), CodeBook.CodesOf(layer - 1, first.Pairs.Count), at.AddMinutes(20 * layer)));
                }

                List<string> works = [.. books[^1].Pairs.Select(p => Lots.WorkOf(module.Code, books[^1], p.To)).Order(StringComparer.Ordinal)];
                db.AddRange(works.Select(code => new Work(of.Code, module.Code, code)));
                Decoding.Of(module.Code, module.Layers, books, works).ToList().ForEach(d => known.Add((d.EntryId, d.Module), d.Work));
            }
        }

        await db.SaveChangesAsync();
        return known;
    }

    private CodeBook Layer(Event of, DrawPlace place, IEnumerable<string> from, DateTime at)
    {
        string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
        var book = CodeBook.Before(place, Random(Lots.SeedBytes), Random(Lots.SaltBytes), from);
        var draw = new CodeDraw(book, [], Judge, at);
        var drawn = book.Drawn("演示");
        draw.Draw(drawn, [], Judge, Supervisor, at.AddMinutes(3));
        draw.Seal(Sealing.Close(db.SealKeys.Local.Single(k => k.EventCode == of.Code).PublicPart, drawn.Text), Judge, Supervisor, at.AddMinutes(15));
        db.Add(draw);
        return drawn;
    }
}
