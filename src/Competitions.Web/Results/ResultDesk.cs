using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Notices;
using Competitions.Data.Results;
using Competitions.Notices;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Honours.OfEvent;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results;

/// <summary>
/// Where results are computed, confirmed and published. All of it runs in the queue of the contest, and publishing moves the
/// ledger's head with it: a mark that comes in between is seen by one of the two.
/// </summary>
public sealed class ResultDesk(CompetitionsDb db, EntryDesk entries, EventAwards awards)
{
    public async Task<Result> Load(Event of, int id) => Missing.Unless(await db.Results.SingleOrDefaultAsync(r => r.Id == id && r.EventId == of.Id));

    /// <summary>What it would be now; nothing is stored.</summary>
    public Task<ReadBasis> Read(Event of, string round, string group, IReadOnlyList<int> settled) => db.BasisOf(of, round, group, settled);

    /// <summary>A first result, or with <paramref name="corrects"/> the next one in place of a published one.</summary>
    /// <param name="settled">参赛编号 of equals in the order somebody gave them.</param>
    /// <exception cref="Refusal">result.one-pending, .published-already, .codes-sealed, .nothing-changed, and those of computing</exception>
    public Task<Result> Create(EntryPlace place, string round, string group, int? corrects, string why, IReadOnlyList<string> settled) => entries.InQueue(place.Contest.Id, async () =>
    {
        var of = place.Event;
        var known = await db.Results.Where(r => r.EventId == of.Id && r.Round == round && r.Group == group).Select(r => new { r.Id, r.Number, r.Stage }).ToListAsync();
        Refusal.Unless(!known.Exists(r => ResultLifecycle.Pending.Contains(r.Stage)), "result.one-pending");
        Refusal.Unless(corrects is not null || !known.Exists(r => r.Stage is ResultStage.Published), "result.published-already");
        var corrected = corrects is { } id ? await Load(of, id) : null;
        var result = new Result(of, round, group, known.Select(r => r.Number).DefaultIfEmpty().Max() + 1, corrected, why);
        await Compute(result, place, settled);
        Refusal.Unless(corrected is null || ResultChanges.Between(corrected.Lines, result.Lines).Count > 0, "result.nothing-changed");
        db.Add(result);
        return result;
    });

    /// <summary>Computed anew, from everything as it is now.</summary>
    public Task Update(EntryPlace place, int id, int version, IReadOnlyList<string> settled) => entries.InQueue(place.Contest.Id, async () =>
    {
        var result = await Seen(place, id, version);
        await Compute(result, place, settled);
    });

    public Task Confirm(EntryPlace place, int id, int version) => entries.InQueue(place.Contest.Id, async () =>
    {
        var result = await Seen(place, id, version);
        result.Confirm(place.Me, place.Now, await SealNow(place.Event, result));
    });

    public Task Return(EntryPlace place, int id, int version, string why) => entries.InQueue(place.Contest.Id, async () =>
        (await Seen(place, id, version)).Return(place.Me, place.Now, why));

    public Task Discard(EntryPlace place, int id, int version, string why) => entries.InQueue(place.Contest.Id, async () =>
        (await Seen(place, id, version)).Discard(place.Me, place.Now, why));

    public Task Publish(EntryPlace place, int id, int version) => entries.InQueue(place.Contest.Id, async () =>
    {
        var (head, result) = (await db.LedgerHeads.SingleOrDefaultAsync(h => h.EventCode == place.Event.Code), await Seen(place, id, version));
        var corrected = result.CorrectsId is { } old ? await Load(place.Event, old) : null;
        var unrechecked = place.Event is { Rules.RequiresRecheck: true, IsMarked: false } ? await db.Unrechecked(place.Event, result.Round) : [];
        Refusal.Unless(unrechecked.Count == 0, "result.recheck-open", string.Join('、', unrechecked));
        result.Publish(place.Event, place.Me, place.Now, await SealNow(place.Event, result), corrected);
        head?.Take(marks: !head.Locked); // who appends to the ledger meanwhile is told, and so is who publishes
        if (corrected is not null && place.Event.Stage is EventStage.Noticed && await db.StandingNotice(NoticeOf.EventResults, place.Event.Id) is { Stage: NoticeStage.Running or NoticeStage.Suspended } notice)
        {
            notice.Withdraw(place.Me, place.Now, $"成绩更正：{result.Why}"); // what was shown is not what is true
        }

        if (place.Event.Stage is EventStage.Honoured or EventStage.Archived)
        {
            await db.SaveChangesAsync();
            await awards.Of(place.Event, place.Me, $"成绩更正：{result.Why}"); // what no longer stands is withdrawn, with its certificate
        }
    });

    /// <summary>The seal of what would be computed now; nothing that was stored has it when something cannot be computed any more.</summary>
    public async Task<string> SealNow(Event of, Result result)
    {
        try
        {
            var read = await Read(of, result.Round, result.Group, result.Basis.Settled);
            return read.IsSealed ? "" : Result.SealOf(read.Basis.Source, read.Sum().Lines);
        }
        catch (Refusal)
        {
            return "";
        }
    }

    private async Task Compute(Result result, EntryPlace place, IReadOnlyList<string> settled)
    {
        var read = await Read(place.Event, result.Round, result.Group, []);
        Refusal.Unless(!read.IsSealed, "result.codes-sealed");
        var order = settled.Select(number => read.Basis.Field.FirstOrDefault(c => c.Number == number)?.EntryId ?? throw new Refusal("result.no-such-number", number)).ToList();
        Refusal.Unless(order.Distinct().Count() == order.Count, "result.number-twice");
        var basis = read.Basis with { Settled = order };
        result.Compute(basis, ResultSummary.Of(basis, read.Sheets.Of), place.Me, place.Now);
    }

    /// <summary>The result as the caller saw it; who saw an older one is told.</summary>
    private async Task<Result> Seen(EntryPlace place, int id, int version)
    {
        var result = await Load(place.Event, id);
        db.Entry(result).Property(r => r.Version).OriginalValue = version;
        return result;
    }
}
