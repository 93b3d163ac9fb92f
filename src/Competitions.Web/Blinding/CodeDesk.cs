using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding;

/// <summary>The encryption judge's desk: promises, draws, seals and draws again. All of it runs in the queue of the contest.</summary>
public sealed class CodeDesk(CompetitionsDb db, EntryDesk entries, FieldCipher cipher)
{
    public const string Field = "code-draw";

    public async Task<CodeDraw> Load(Event of, int id) => Missing.Unless(await db.CodeDraws.SingleOrDefaultAsync(d => d.Id == id && d.EventCode == of.Code));

    /// <summary>While the codes are handed out; null before the draw and once it is sealed.</summary>
    public CodeBook? Handed(CodeDraw draw) => draw.Stage is DrawStage.Drawn ? Read(draw) : null;

    /// <summary>承诺: the secret is made and its hash stored; nothing is drawn.</summary>
    /// <exception cref="Refusal">draw.event-not-on, .no-such-place, .there-is-one, .layer-before, .nobody; seal-key.missing</exception>
    public Task<CodeDraw> Commit(EntryPlace place, string at, int layer) => entries.InQueue(place.Contest.Id, async () =>
    {
        var of = place.Event;
        Refusal.Unless(of.Stage is EventStage.Ready or EventStage.Running, "draw.event-not-on");
        Refusal.Unless(of.Modules(at, layer).Any(), "draw.no-such-place");
        Refusal.Unless(await db.SealKeys.AnyAsync(k => k.EventCode == of.Code && k.TakenAt != null), "seal-key.missing");
        var before = await db.CodeDraws.Where(d => d.EventCode == of.Code && d.Place == at && d.Layer == layer).ToListAsync();
        Refusal.Unless(!before.Exists(d => d.IsLive), "draw.there-is-one");
        var (seed, salt) = (RandomNumberGenerator.GetBytes(Lots.SeedBytes), RandomNumberGenerator.GetBytes(Lots.SaltBytes));
        var book = CodeBook.Before(new DrawPlace(of.Code, at, layer, before.Count + 1), Convert.ToHexStringLower(seed), Convert.ToHexStringLower(salt), await From(of, at, layer));
        return db.Add(new CodeDraw(book, Keep(book), place.Me, place.Now)).Entity;
    });

    public Task Draw(EntryPlace place, WitnessedForm form, string witness) => entries.InQueue(place.Contest.Id, async () =>
    {
        var draw = await Seen(place, form);
        Refusal.Unless(draw.Stage is DrawStage.Committed, "draw.move-not-allowed");
        var book = Read(draw).Drawn((form.Word ?? "").Trim());
        draw.Draw(book, Keep(book), place.Me, witness, place.Now);
    });

    /// <summary>密封: with the last layer the works are there, and can be marked.</summary>
    public Task Seal(EntryPlace place, WitnessedForm form, string witness) => entries.InQueue(place.Contest.Id, async () =>
    {
        var (of, draw) = (place.Event, await Seen(place, form));
        Refusal.Unless(draw.Stage is DrawStage.Drawn, "draw.move-not-allowed");
        var (book, key) = (Read(draw), await db.SealKeys.SingleAsync(k => k.EventCode == of.Code));
        draw.Seal(Sealing.Close(key.PublicPart, book.Text), place.Me, witness, place.Now);
        foreach (var module in of.Modules(draw.Place, draw.Layer).Where(m => m.Layers == draw.Layer))
        {
            db.AddRange(book.Pairs.Select(p => Lots.WorkOf(module.Code, book, p.To)).Order(StringComparer.Ordinal).Select(code => new Work(of.Code, module.Code, code)));
        }
    });

    public Task Replace(EntryPlace place, WitnessedForm form, string witness) => entries.InQueue(place.Contest.Id, async () =>
    {
        var (of, draw) = (place.Event, await Seen(place, form));
        var modules = of.Modules(draw.Place, draw.Layer).ToList();
        var (all, last) = (modules.ConvertAll(m => m.Code), modules.Where(m => m.Layers == draw.Layer).Select(m => m.Code).ToList());
        var marked = await db.Works.AnyAsync(w => w.EventCode == of.Code && all.Contains(w.Module) && db.Marks.Any(m => m.EventCode == of.Code && m.Work == w.Code));
        var builtUpon = await db.CodeDraws.AnyAsync(d => d.EventCode == of.Code && all.Contains(d.Place) && d.Layer == draw.Layer + 1 && d.Stage != DrawStage.Replaced);
        draw.Replace(form.Why ?? "", marked, builtUpon, place.Me, witness, place.Now);
        db.RemoveRange(await db.Works.Where(w => w.EventCode == of.Code && last.Contains(w.Module)).ToListAsync());
    });

    /// <summary>Who signed in, or the codes of the layer before: which these are is known without opening it.</summary>
    private async Task<IEnumerable<string>> From(Event of, string at, int layer)
    {
        var round = of.Modules(at, layer).First().Round;
        if (layer == 1)
        {
            return (await db.TakingPart(of, round).Where(e => e.Stage == EntryStage.SignedIn).Select(e => e.Id).ToListAsync()).Select(id => $"{id}");
        }

        var under = layer == 2 ? CodeBookLine.RowsOf(round) : at;
        var before = await db.CodeDraws.SingleOrDefaultAsync(d => d.EventCode == of.Code && d.Place == under && d.Layer == layer - 1 && d.Stage == DrawStage.Sealed);
        return CodeBook.CodesOf(layer - 1, (before ?? throw new Refusal("draw.layer-before")).Count);
    }

    private async Task<CodeDraw> Seen(EntryPlace place, WitnessedForm form)
    {
        var draw = await Load(place.Event, form.Id);
        db.Entry(draw).Property(d => d.Version).OriginalValue = form.Version;
        return draw;
    }

    private byte[] Keep(CodeBook book) => cipher.Seal(Field, book.Text).Bytes;

    private CodeBook Read(CodeDraw draw) => CodeBook.Read(cipher.Open(Field, draw.Kept!));
}

public static class SealedPlaces
{
    /// <summary>The modules that a layer belongs to: the first to all of its round, the others to one.</summary>
    public static IEnumerable<EventModule> Modules(this Event of, string place, int layer) =>
        of.SealedModules.Where(m => m.Layers >= layer && place == (layer == 1 ? CodeBookLine.RowsOf(m.Round) : m.Code));

    /// <summary>As it is called: a round for the first layer, else a module.</summary>
    public static string NameOf(this Event of, string place) =>
        of.Modules.FirstOrDefault(m => m.Code == place)?.Name ?? of.Rounds.FirstOrDefault(r => CodeBookLine.RowsOf(r.Code) == place)?.Name ?? place;
}
