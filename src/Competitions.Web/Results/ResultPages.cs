using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results;

public sealed record ResultRow(int Id, int Number, string Round, string Group, ResultStage Stage, int? CorrectsId, int Ranked, int Prizes, DateTime ComputedAt, string By, DateTime? PublishedAt)
{
    public string ByName { get; init; } = "";
}

/// <summary>A round and group, with its results from the newest on.</summary>
public sealed record ResultShelf(EventRound Round, EventGroup Group, int Entered, IReadOnlyList<ResultRow> Rows)
{
    public ResultRow? Published => Rows.FirstOrDefault(r => r.Stage is ResultStage.Published);

    public ResultRow? Pending => Rows.FirstOrDefault(r => ResultLifecycle.Pending.Contains(r.Stage));
}

public sealed record ResultsPage(EntryPlace Place, IReadOnlyList<ResultShelf> Shelves);

/// <param name="SourceChanged">What would be computed now is something else.</param>
/// <param name="Changes">Against the published one that it corrects.</param>
public sealed record ResultPage(EntryPlace Place, Result Result, bool SourceChanged, IReadOnlyList<ResultChange> Changes, IReadOnlyDictionary<string, string> Names, int? CorrectedBy)
{
    public string Address => $"/events/{Place.Event.Code}/results/{Result.Id}";

    public string NameOf(string account) => Names.GetValueOrDefault(account, account);
}

/// <summary>What would be computed now, or why it cannot be.</summary>
/// <param name="IsSealed">The codes are not open: lines bear no names.</param>
public sealed record ResultPreview(EntryPlace Place, string RoundName, string GroupName, IReadOnlyList<ResultLine> Lines, bool IsSealed, string? Objection, Result? Corrected, IReadOnlyList<ResultChange> Changes);

/// <summary>Loads the pages of an event's results.</summary>
public sealed class ResultPages(CompetitionsDb db, ResultDesk results)
{
    public static string Settled(Result result) =>
        string.Join(' ', result.Basis.Settled.Select(e => result.Basis.Field.FirstOrDefault(c => c.EntryId == e)?.Number).OfType<string>());

    /// <summary>Three queries.</summary>
    public async Task<ResultsPage> List(EntryPlace place)
    {
        var of = place.Event;
        var rows = await db.Results.AsNoTracking().Where(r => r.EventId == of.Id).OrderByDescending(r => r.Number)
            .Select(r => new ResultRow(
                r.Id, r.Number, r.Round, r.Group, r.Stage, r.CorrectsId, r.Lines.Count(l => l.Rank != null), r.Lines.Count(l => l.Prize != null), r.ComputedAt, r.ComputedBy, r.PublishedAt)).ToListAsync();
        var names = await Names(rows.Select(r => r.By));
        var entered = await db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Placed.Contains(e.Stage)).GroupBy(e => e.Group).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var named = rows.Select(r => r with { ByName = names.GetValueOrDefault(r.By, r.By) }).ToLookup(r => (r.Round, r.Group));
        return new ResultsPage(place,
            [.. of.Rounds.OrderByDescending(r => r.Order).SelectMany(r => of.Groups.Select(g => new ResultShelf(r, g, entered.GetValueOrDefault(g.Code), [.. named[(r.Code, g.Code)]])))]);
    }

    public async Task<ResultPage> Load(EntryPlace place, int id)
    {
        var result = await results.Load(place.Event, id);
        var pending = ResultLifecycle.Pending.Contains(result.Stage);
        var corrected = result.CorrectsId is { } old ? await db.Results.AsNoTracking().SingleAsync(r => r.Id == old) : null;
        var by = result.Stage is ResultStage.Superseded ? await db.Results.Where(r => r.CorrectsId == id && (r.Stage == ResultStage.Published || r.Stage == ResultStage.Superseded)).Select(r => (int?)r.Id).FirstOrDefaultAsync() : null;
        return new ResultPage(
            place, result, pending && result.Stage is not ResultStage.Returned && await results.SealNow(place.Event, result) != result.Seal,
            corrected is null ? [] : ResultChanges.Between(corrected.Lines, result.Lines), await Names(result.History.Select(h => h.By)), by);
    }

    public async Task<ResultPreview> Preview(EntryPlace place, ResultForm form)
    {
        var of = place.Event;
        var (round, group) = (Missing.Unless(of.Rounds.FirstOrDefault(r => r.Code == form.Round)), Missing.Unless(of.Groups.FirstOrDefault(g => g.Code == form.Group)));
        var corrected = form.Corrects is { } id ? await db.Results.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EventId == of.Id) : null;
        var read = await results.Read(of, round.Code, group.Code, []);
        if (of.SealedModules.Any(m => read.Sheets.Sealed.Contains(m.Code)))
        {
            return new ResultPreview(place, round.Name, group.Name, [], true, null, corrected, []); // not even the house knows whose the works are
        }

        try
        {
            var lines = read.Sum().Lines;
            return new ResultPreview(place, round.Name, group.Name, lines, read.IsSealed, null, corrected, corrected is null ? [] : ResultChanges.Between(corrected.Lines, lines));
        }
        catch (Refusal refusal)
        {
            return new ResultPreview(place, round.Name, group.Name, [], read.IsSealed, Sentences.Of(refusal), corrected, []);
        }
    }

    private async Task<Dictionary<string, string>> Names(IEnumerable<string> accounts)
    {
        var ids = accounts.Distinct().ToList();
        return await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
    }
}
