using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Promotions;

public sealed record PromotionRow(int Id, string SourceTitle, string Group, string? Round, PromotionRule Rule, PromotionStage Stage, int Ranked, int Going, int Reserves, DateTime At, string By, DateTime? PublishedAt)
{
    public string ByName { get; init; } = "";
}

/// <summary>A list that leads from this event to another.</summary>
public sealed record PromotionOnward(int Id, string Code, string Title, string Contest, PromotionStage Stage, int Going, bool Readable);

public sealed record PromotionsPage(EntryPlace Place, IReadOnlyList<PromotionRow> Rows, IReadOnlyList<PromotionOnward> Onward, IReadOnlyList<ChainStep> Chain);

/// <summary>A line with the entry that it led to.</summary>
public sealed record PromotionLineRow(PromotionLine Line, EntryStage? Entry, bool IsNext);

public sealed record PromotionPage(
    EntryPlace Place, PromotionList List, string Tab, PageOf<PromotionLineRow> Rows, IReadOnlyDictionary<string, string> Names, IReadOnlyList<ChainStep> Chain, bool SourceChanged)
{
    public string Address => $"/events/{Place.Event.Code}/promotions/{List.Id}";

    public string Target => List.Round is { } round ? $"{Place.Event.Rounds.FirstOrDefault(r => r.Code == round)?.Name ?? round}" : Place.Event.Title;

    public string GroupName => Place.Event.Groups.FirstOrDefault(g => g.Code == List.Group)?.Name ?? List.Group;

    public bool MayConfirm => List.Stage is PromotionStage.Computed && List.ComputedBy != Place.Me && !List.HasUndecided && !SourceChanged;

    public int Count(string tab) => List.Lines.Count(l => PromotionDetails.IsIn(l, tab));

    public int Unentered => List.Lines.Count(l => l is { Stands: true, EntryId: null });

    public string NameOf(string account) => Names.GetValueOrDefault(account, account);
}

/// <summary>Loads the pages of an event's lists.</summary>
public sealed class PromotionDetails(CompetitionsDb db, PromotionDesk promotions, PromotionSources sources, PromotionChain chain, MyDuties duties)
{
    public static readonly IReadOnlyList<(string Key, string Name)> Tabs = [("going", "晋级"), ("reserve", "候补"), ("out", "未晋级"), ("all", "全部")];

    public static bool IsIn(PromotionLine line, string tab) => tab switch
    {
        "going" => line.Outcome is PromotionOutcome.Goes or PromotionOutcome.Undecided || line.IsFilled,
        "reserve" => line.Outcome is PromotionOutcome.Reserve && !line.IsFilled,
        "out" => line.Outcome is PromotionOutcome.Out,
        _ => true,
    };

    public static string KeyOf(PromotionList list) => list switch
    {
        { SourceSheetId: { } sheet } => $"sheet/{sheet}",
        { Round: not null } => $"round/{list.SourceRound}/{list.SourceGroup}",
        _ => $"event/{list.SourceEventId}",
    };

    public async Task<PromotionsPage> List(EntryPlace place)
    {
        var rows = await db.PromotionLists.AsNoTracking().Where(l => l.EventId == place.Event.Id).OrderByDescending(l => l.Id)
            .Select(l => new PromotionRow(
                l.Id, l.SourceTitle, l.Group, l.Round, l.Rule, l.Stage, l.Lines.Count, l.Lines.Count(x => (x.Outcome == PromotionOutcome.Goes || x.IsFilled) && !x.IsGone), l.Lines.Count(x => x.Outcome == PromotionOutcome.Reserve && !x.IsFilled),
                l.History.Max(h => h.At), l.ComputedBy, l.PublishedAt)).ToListAsync();
        var names = await Names(rows.Select(r => r.By));
        var paths = await duties.Paths(Policies.Confirm);
        var onward = await (
            from list in db.PromotionLists.AsNoTracking()
            where list.EventId != place.Event.Id && list.Stage != PromotionStage.Discarded
                && (list.SourceEventId == place.Event.Id || db.ResultSheets.Any(s => s.Id == list.SourceSheetId && s.EventId == place.Event.Id))
            join of in db.Events on list.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            join holder in db.Organisations on contest.OrganisationId equals holder.Id
            orderby list.Id
            select new { list.Id, of.Code, of.Title, Contest = contest.Name, list.Stage, Going = list.Lines.Count(x => (x.Outcome == PromotionOutcome.Goes || x.IsFilled) && !x.IsGone), holder.Path }).ToListAsync();
        return new PromotionsPage(
            place, [.. rows.Select(r => r with { ByName = names.GetValueOrDefault(r.By, r.By) })],
            [.. onward.Select(o => new PromotionOnward(o.Id, o.Code, o.Title, o.Contest, o.Stage, o.Going, paths.Reach(o.Path)))], await chain.Of(place.Event, place.Contest));
    }

    public async Task<PromotionPage> Load(EntryPlace place, int id, string? tab, int page)
    {
        var list = await promotions.Load(place.Event, id);
        var shown = Tabs.Any(t => t.Key == tab) ? tab! : "going";
        var lines = list.Lines.Where(l => IsIn(l, shown)).OrderBy(l => l.Order).ToList();
        var at = Math.Clamp(page, 1, Math.Max(1, (lines.Count + Size - 1) / Size));
        var rows = lines.Skip((at - 1) * Size).Take(Size).ToList();
        var ids = rows.Select(r => r.EntryId).OfType<int>().ToList();
        var stages = await db.Entries.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Stage }).ToDictionaryAsync(e => e.Id, e => e.Stage);
        var next = list.NextReserves.Select(l => l.Id).ToHashSet();
        var changed = list.Stage is PromotionStage.Computed or PromotionStage.Confirmed && (await sources.Rank(list)).Seal != list.SourceSeal;
        return new PromotionPage(
            place, list, shown, new PageOf<PromotionLineRow>([.. rows.Select(r => new PromotionLineRow(r, r.EntryId is { } e ? stages.GetValueOrDefault(e) : null, next.Contains(r.Id)))], at, Size, lines.Count),
            await Names(list.History.Select(h => h.By).Concat(list.Acts.Select(a => a.By))), await chain.Of(place.Event, place.Contest), changed);
    }

    private const int Size = 50;

    private async Task<Dictionary<string, string>> Names(IEnumerable<string> accounts)
    {
        var ids = accounts.Distinct().ToList();
        return await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
    }
}
