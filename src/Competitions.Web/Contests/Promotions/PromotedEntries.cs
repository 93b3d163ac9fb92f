using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Promotions;

/// <summary>Makes the entry of a line, or says why not. The rules of entry hold for it as for any other.</summary>
public sealed class PromotedEntries(CompetitionsDb db)
{
    private const string BeforeTheLine = "line";

    private sealed record Team(IReadOnlyList<EntryMember> Members, int UnitId, string UnitName, string? Name, bool Clean, string? Titles);

    /// <summary>Call it in the queue. What a refusal leaves half made is rolled back, and only that.</summary>
    /// <exception cref="Refusal">promotion.event-not-open</exception>
    public async Task<(int Line, int? Entry, string Why)> Make(EntryPlace place, PromotionList list, PromotionLine line)
    {
        Refusal.Unless(place.CanVet || place.CanSubstitute, "promotion.event-not-open");
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeTheLine);
        try
        {
            return (line.Id, await Made(place, list, line), "");
        }
        catch (Refusal refusal)
        {
            await transaction.RollbackToSavepointAsync(BeforeTheLine);
            db.ChangeTracker.Clear();
            return (line.Id, null, Sentences.Of(refusal));
        }
    }

    /// <summary>Within one event the entry is there already.</summary>
    public async Task<(int Line, int? Entry, string Why)> Keep(PromotionLine line)
    {
        var stage = await db.Entries.Where(e => e.Id == line.FromEntryId).Select(e => (EntryStage?)e.Stage).SingleOrDefaultAsync();
        return stage is EntryStage.Accepted or EntryStage.Confirmed or EntryStage.SignedIn or EntryStage.Finished
            ? (line.Id, line.FromEntryId, "")
            : (line.Id, null, Sentences.For("promotion.no-longer-taking-part", [(stage ?? EntryStage.Withdrawn).Name()]));
    }

    private async Task<int> Made(EntryPlace place, PromotionList list, PromotionLine line)
    {
        var of = place.Event;
        var team = line.FromRowId is { } row ? await OfRow(place, list.SourceSheetId!.Value, row) : await OfEntry(place, line.FromEntryId!.Value);
        await MustBeFree(of, line, team);
        Refusal.Unless(await db.FreePlaces(of) > 0, "promotion.no-place", of.Capacity);

        var entry = new Entry(of, list.Group, team.UnitId, team.UnitName, place.Me, place.Now);
        foreach (var member in team.Members)
        {
            entry.With(member.WorkerId, member.Name, member.Role);
        }

        entry.Stated(team.Name, team.Clean).Declared(team.Titles).From(line.FromEntryId, line.Id);
        entry.Promote(of.Groups.Single(g => g.Code == list.Group), place.Me, place.Now, $"{list.SourceTitle}，第 {line.Rank} 名");
        db.Add(entry);
        await db.SaveChangesAsync();
        await db.HoldLimits(entry, of.Rules.Entry);
        var grounds = (await db.Check(db.Entries.Where(e => e.Id == entry.Id), of, place.ClosesOn))[entry.Id].SelectMany(c => c.Findings.Where(f => f.Verdict is Verdict.Fail)).Select(f => f.Sentence()).ToList();
        Refusal.Unless(grounds.Count == 0, "promotion.barred", string.Join('；', grounds));
        return entry.Id;
    }

    private async Task MustBeFree(Event of, PromotionLine line, Team team)
    {
        var workers = team.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => m.WorkerId).ToList();
        var living = db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Alive.Contains(e.Stage));
        Refusal.Unless(line.FromEntryId is null || !await living.AnyAsync(e => e.PromotedFrom == line.FromEntryId), "promotion.already-promoted");
        var taken = await living.SelectMany(e => e.Members).Where(m => m.Role == EntryRole.Competitor && workers.Contains(m.WorkerId)).Select(m => m.Name).FirstOrDefaultAsync();
        Refusal.Unless(taken is null, "promotion.already-entered", taken ?? "");
    }

    /// <summary>The same people; one competitor goes by his present unit, a team by its own.</summary>
    private async Task<Team> OfEntry(EntryPlace place, int id)
    {
        var from = await db.Entries.AsNoTracking().SingleAsync(e => e.Id == id);
        Refusal.Unless(EntryLifecycle.Placed.Contains(from.Stage) && from.Stage is not EntryStage.Disqualified, "promotion.no-longer-taking-part", from.Stage.Name());
        var competitors = from.Members.Where(m => m.Role is EntryRole.Competitor).ToList();
        var (unitId, unitName) = competitors is [var one] ? await UnitOf(place, one.WorkerId, one.Name) : (from.UnitId, from.UnitName);
        return new Team([.. from.Members], unitId, unitName, from.TeamName, from.CleanRecordStated, from.DeclaredTitles);
    }

    /// <summary>Found by the ID number at this moment: who was registered since the import is found, too.</summary>
    private async Task<Team> OfRow(EntryPlace place, int sheet, int rowId)
    {
        var index = await db.ResultSheets.Where(s => s.Id == sheet).SelectMany(s => s.Rows).Where(r => r.Id == rowId).Select(r => r.IdNumberIndex).SingleAsync();
        var worker = await db.Workers.AsNoTracking().IgnoreAutoIncludes().Where(w => w.IdNumberIndex == index).Select(w => new { w.Id, w.Name }).SingleOrDefaultAsync()
            ?? throw new Refusal("promotion.no-such-worker");
        var (unitId, unitName) = await UnitOf(place, worker.Id, worker.Name);
        return new Team([new EntryMember(worker.Id, worker.Name, EntryRole.Competitor)], unitId, unitName, null, false, null);
    }

    private async Task<(int Id, string Name)> UnitOf(EntryPlace place, int worker, string name)
    {
        var holder = await db.Organisations.Where(o => o.Id == place.Contest.OrganisationId).Select(o => o.Path).SingleAsync();
        var unit = await (
            from w in db.Workers
            where w.Id == worker
            from membership in w.Memberships
            where membership.From <= place.Today && (membership.To == null || membership.To >= place.Today)
            join o in db.Organisations on membership.OrganisationId equals o.Id
            where o.Path.StartsWith(holder)
            select new { o.Id, o.Name }).FirstOrDefaultAsync();
        Refusal.Unless(unit is not null, "promotion.not-in-scope", name);
        return (unit!.Id, unit.Name);
    }
}
