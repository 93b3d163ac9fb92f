using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding;

/// <summary>A layer that is to be drawn, with its draw as it is now and those that were replaced.</summary>
public sealed record LayerRow(string Place, string Name, int Layer, CodeDraw? Draw, IReadOnlyList<CodeDraw> Replaced, bool IsNext)
{
    public string LayerName => BlindingWords.LayerName(Layer);
}

/// <param name="SignedIn">Who takes part when 参赛编号 is drawn now.</param>
public sealed record CodesPage(EntryPlace Place, SealKey? Key, IReadOnlyList<LayerRow> Layers, Opening? Opening, int SignedIn, IReadOnlyDictionary<string, string> Names)
{
    public string NameOf(string? account) => account is null ? "" : Names.GetValueOrDefault(account, account);

    public bool IsSealed => Layers.All(l => l.Draw?.Stage is DrawStage.Sealed or DrawStage.Opened);
}

/// <param name="Handed">The codes, while they are handed out.</param>
/// <param name="Who">By entry id, for the first layer: the admission number and the names.</param>
public sealed record DrawPage(EntryPlace Place, CodeDraw Draw, CodeBook? Handed, IReadOnlyDictionary<string, string> Who, IReadOnlyDictionary<string, string> Names)
{
    public string Name => Place.Event.NameOf(Draw.Place);

    public string NameOf(string? account) => account is null ? "" : Names.GetValueOrDefault(account, account);

    public string From(CodePair pair) => Who.GetValueOrDefault(pair.From, pair.From);
}

/// <summary>Loads the pages of an event's codes.</summary>
public sealed class CodePages(CompetitionsDb db, CodeDesk desk)
{
    /// <summary>Five queries.</summary>
    public async Task<CodesPage> List(EntryPlace place)
    {
        var of = place.Event;
        var draws = await db.CodeDraws.AsNoTracking().Where(d => d.EventCode == of.Code).OrderBy(d => d.Id).ToListAsync();
        var key = await db.SealKeys.AsNoTracking().SingleOrDefaultAsync(k => k.EventCode == of.Code);
        var opening = await db.Openings.AsNoTracking().SingleOrDefaultAsync(o => o.EventCode == of.Code);
        var here = await db.Entries.CountAsync(e => e.EventId == of.Id && e.Stage == EntryStage.SignedIn);
        var layers = Rows(of, draws).ToList();
        return new CodesPage(place, key, layers, opening, here, await Names([.. draws.SelectMany(Accounts), key?.MadeBy, key?.TakenBy, opening?.OpenedBy, opening?.Witness]));
    }

    public async Task<DrawPage> Load(EntryPlace place, int id)
    {
        var draw = await desk.Load(place.Event, id);
        var book = desk.Handed(draw);
        return new DrawPage(place, draw, book, draw.Layer == 1 && book is not null ? await Who(place.Event) : new Dictionary<string, string>(), await Names([.. Accounts(draw)]));
    }

    private static IEnumerable<LayerRow> Rows(Event of, List<CodeDraw> draws)
    {
        LayerRow Row(string at, int layer, bool open)
        {
            var all = draws.FindAll(d => d.Place == at && d.Layer == layer);
            var live = all.Find(d => d.IsLive);
            return new LayerRow(at, of.NameOf(at), layer, live, [.. all.Where(d => !d.IsLive)], open && live is null && of.Stage is EventStage.Ready or EventStage.Running);
        }

        foreach (var round in of.SealedModules.GroupBy(m => m.Round))
        {
            var before = Row(CodeBookLine.RowsOf(round.Key), 1, true);
            yield return before;
            foreach (var module in round)
            {
                var under = before;
                for (var layer = 2; layer <= module.Layers; layer++)
                {
                    yield return under = Row(module.Code, layer, under.Draw?.Stage is DrawStage.Sealed);
                }
            }
        }
    }

    private async Task<Dictionary<string, string>> Who(Event of) =>
        (await db.Entries.AsNoTracking().Where(e => e.EventId == of.Id && e.AdmissionNumber != null)
            .Select(e => new { e.Id, e.AdmissionNumber, e.TeamName, Names = e.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name).ToList() }).ToListAsync())
        .ToDictionary(e => $"{e.Id}", e => $"{e.AdmissionNumber} {e.TeamName ?? string.Join('、', e.Names)}");

    private static IEnumerable<string?> Accounts(CodeDraw d) => [d.CommittedBy, d.DrawnBy, d.Witness, d.SealedBy, d.SealWitness, d.ReplacedBy];

    private async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string?> accounts) =>
        await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
}
