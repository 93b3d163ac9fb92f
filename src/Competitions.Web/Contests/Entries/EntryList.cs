using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries;

/// <summary>What stands in the address of the list.</summary>
public sealed record EntryFilter(string? Tab = null, string? Q = null, string? Group = null, Verdict? Check = null, int Page = 1, VettingAct? Preview = null)
{
    public IReadOnlyList<int> Ids { get; init; } = [];

    /// <summary>The address with some of it changed; the page goes back to the first.</summary>
    public string Address(EntryPlace place, string? tab) =>
        place.Address + Microsoft.AspNetCore.Http.QueryString.Create(new Dictionary<string, string?>
        {
            ["tab"] = tab, ["q"] = Q, ["group"] = Group, ["check"] = Check?.ToString(),
        }.Where(p => !string.IsNullOrEmpty(p.Value)));
}

/// <summary>A line of the list.</summary>
public sealed record EntryRow(
    int Id, EntryStage Stage, string? AdmissionNumber, string? TeamName, string Group, int UnitId, string UnitName, string UnitPath, string? Town, DateTime Since)
{
    public IReadOnlyList<CheckedCompetitor> People { get; init; } = [];

    /// <summary>Came by a promotion list, which keeps a place for it.</summary>
    public bool HasPlace { get; init; }

    /// <summary>A competitor has not consented yet.</summary>
    public bool LacksConsent { get; init; }

    public IEnumerable<Finding> Findings => People.SelectMany(p => p.Findings);

    public string Number => AdmissionNumber ?? $"{Id:0000}";

    public string Names => TeamName ?? (People.Count == 0 ? "（未选人）" : string.Join('、', People.Take(3).Select(p => p.Name)) + (People.Count > 3 ? $"等 {People.Count} 人" : ""));
}

public sealed record EntryTab(string Key, string Name, int Count);

public sealed record BulkPreview(VettingAct Act, IReadOnlyList<Planned> Plan, IReadOnlyDictionary<int, string> Names)
{
    public int Of(VettingOutcome outcome) => Plan.Count(p => p.Outcome == outcome);

    public int Goes => Of(VettingOutcome.Done) + Of(VettingOutcome.JoinsWaitingList);
}

public sealed record EntryListPage(EntryPlace Place, EntryFilter Filter, IReadOnlyList<EntryTab> Tabs, PageOf<EntryRow> Rows, BulkPreview? Preview, int Free);

/// <summary>The list of an event's entries: the same number of queries whether it has ten or ten thousand.</summary>
public sealed class EntryList(CompetitionsDb db, EntryDesk desk)
{
    public static readonly IReadOnlyList<(string Key, string Name)> Tabs =
        [("mine", "待我审查"), ("review", "审核中"), ("returned", "待补正"), ("waiting", "候补"), ("accepted", "已通过"), ("refused", "未通过"), ("draft", "草稿"), ("all", "全部")];

    public async Task<EntryListPage> Load(EntryPlace place, EntryFilter filter)
    {
        var visible = desk.Visible(place);
        var tabs = await Count(visible, place);
        var tab = filter.Tab ?? (tabs[0].Count > 0 ? "mine" : "all");
        filter = filter with { Tab = tab };
        var rows = await Rows(Filtered(visible, place, filter), place, filter);
        var free = await db.FreePlaces(place.Event);
        var preview = filter.Preview is { } act && filter.Ids.Count > 0 ? await Preview(place, act, filter.Ids) : null;
        return new EntryListPage(place, filter, tabs, rows, preview, free);
    }

    /// <summary>What an act on these would do now.</summary>
    public async Task<BulkPreview> Preview(EntryPlace place, VettingAct act, IReadOnlyList<int> ids)
    {
        var chosen = await WithChecks(desk.Visible(place).Where(e => ids.Contains(e.Id)), place, await Select(desk.Visible(place).Where(e => ids.Contains(e.Id))).ToListAsync());
        var plan = Vetting.Plan(act, chosen.Select(r => new Chosen(r.Id, r.Stage, place.ReviewerOf(r.UnitPath), r.LacksConsent ? Verdict.Unknown : Eligibility.Worst(r.Findings), r.Since, r.HasPlace)), await db.FreePlaces(place.Event));
        return new BulkPreview(act, plan, chosen.ToDictionary(r => r.Id, r => r.Names));
    }

    /// <summary>All that the filter keeps, for an export.</summary>
    public async Task<IReadOnlyList<EntryRow>> All(EntryPlace place, EntryFilter filter)
    {
        var entries = Filtered(desk.Visible(place), place, filter);
        var rows = await WithChecks(entries, place, await Select(entries).ToListAsync());
        return [.. rows.Where(r => filter.Check is null || Eligibility.Worst(r.Findings) == filter.Check)];
    }

    private async Task<PageOf<EntryRow>> Rows(IQueryable<Entry> entries, EntryPlace place, EntryFilter filter)
    {
        if (filter.Check is null)
        {
            var page = await Select(entries).ToPage(filter.Page);
            var ids = page.Rows.Select(r => r.Id).ToList();
            return page with { Rows = await WithChecks(db.Entries.Where(e => ids.Contains(e.Id)), place, page.Rows) };
        }

        var all = await All(place, filter);
        var at = Math.Clamp(filter.Page, 1, Math.Max(1, (all.Count + Paging.Size - 1) / Paging.Size));
        return new PageOf<EntryRow>([.. all.Skip((at - 1) * Paging.Size).Take(Paging.Size)], at, Paging.Size, all.Count);
    }

    private async Task<IReadOnlyList<EntryRow>> WithChecks(IQueryable<Entry> entries, EntryPlace place, IReadOnlyList<EntryRow> rows)
    {
        var findings = await db.Check(entries, place.Event, place.ClosesOn);
        return [.. rows.Select(r => r with { People = [.. findings[r.Id]] })];
    }

    private IQueryable<EntryRow> Select(IQueryable<Entry> entries) =>
        from entry in entries
        join unit in db.Organisations on entry.UnitId equals unit.Id
        let since = entry.History.Max(h => (DateTime?)h.At) ?? entry.At
        orderby since, entry.Id
        select new EntryRow(
            entry.Id, entry.Stage, entry.AdmissionNumber, entry.TeamName, entry.Group, entry.UnitId, entry.UnitName, unit.Path,
            db.Organisations.Where(o => o.Level == OrganisationLevel.Town && unit.Path.StartsWith(o.Path)).Select(o => o.ShortName).FirstOrDefault(), since)
        {
            HasPlace = entry.PromotionLineId != null,
            LacksConsent = entry.PromotionLineId != null && entry.Members.Any(m => m.Role == EntryRole.Competitor && !entry.Consents.Any(c => c.WorkerId == m.WorkerId)),
        };

    private IQueryable<Entry> Filtered(IQueryable<Entry> entries, EntryPlace place, EntryFilter filter)
    {
        entries = InTab(entries, place, filter.Tab ?? "all");
        if (!string.IsNullOrWhiteSpace(filter.Group))
        {
            entries = entries.Where(e => e.Group == filter.Group);
        }

        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var q = filter.Q.Trim();
            entries = entries.Where(e => e.UnitName.Contains(q) || e.AdmissionNumber == q || e.TeamName!.Contains(q) || e.Members.Any(m => m.Name.Contains(q)));
        }

        return entries;
    }

    private IQueryable<Entry> InTab(IQueryable<Entry> entries, EntryPlace place, string tab) => tab switch
    {
        "mine" => Mine(entries, place),
        "review" => entries.Where(e => e.Stage == EntryStage.Submitted || e.Stage == EntryStage.UnitVetted || e.Stage == EntryStage.TownVetted),
        "returned" => entries.Where(e => e.Stage == EntryStage.Returned),
        "waiting" => entries.Where(e => e.Stage == EntryStage.Waiting),
        "accepted" => entries.Where(e => EntryLifecycle.Placed.Contains(e.Stage) && e.Stage != EntryStage.Disqualified),
        "refused" => entries.Where(e => e.Stage == EntryStage.Refused || e.Stage == EntryStage.Disqualified || e.Stage == EntryStage.Withdrawn || e.Stage == EntryStage.Released),
        "draft" => entries.Where(e => e.Stage == EntryStage.Draft),
        _ => entries,
    };

    /// <summary>The rule is <see cref="Vetting.IsFor"/>; those on the waiting list have their own tab.</summary>
    private IQueryable<Entry> Mine(IQueryable<Entry> entries, EntryPlace place)
    {
        var units = db.Organisations.Within(place.VetPaths, o => o.Path).Select(o => o.Id);
        var towns = db.Organisations.Within(place.TownPaths, o => o.Path).Select(o => o.Id);
        return entries.Where(e => e.Stage == EntryStage.Submitted && units.Contains(e.UnitId)
            || e.Stage == EntryStage.UnitVetted && towns.Contains(e.UnitId)
            || e.Stage == EntryStage.TownVetted && place.IsOrganiser);
    }

    private async Task<IReadOnlyList<EntryTab>> Count(IQueryable<Entry> visible, EntryPlace place)
    {
        var ours = Mine(visible, place).Select(e => e.Id);
        var stages = await visible.GroupBy(e => new { e.Stage, Mine = ours.Contains(e.Id) }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var mine = stages.Where(s => s.Key.Mine).Sum(s => s.Count);
        int Sum(Func<EntryStage, bool> which) => stages.Where(s => which(s.Key.Stage)).Sum(s => s.Count);
        return
        [
            .. Tabs.Select(t => new EntryTab(t.Key, t.Name, t.Key switch
            {
                "mine" => mine,
                "review" => Sum(s => s is EntryStage.Submitted or EntryStage.UnitVetted or EntryStage.TownVetted),
                "returned" => Sum(s => s is EntryStage.Returned),
                "waiting" => Sum(s => s is EntryStage.Waiting),
                "accepted" => Sum(s => EntryLifecycle.Placed.Contains(s) && s is not EntryStage.Disqualified),
                "refused" => Sum(s => s is EntryStage.Refused or EntryStage.Disqualified or EntryStage.Withdrawn or EntryStage.Released),
                "draft" => Sum(s => s is EntryStage.Draft),
                _ => Sum(_ => true),
            })),
        ];
    }
}
