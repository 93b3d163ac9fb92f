using Competitions.Data;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Batches;

public sealed record BatchRow(int Id, string Name, string File, DateTime At, BatchState State, int Succeeded, int Failed, BatchWords Words);

/// <summary>The batches that the caller asked for, as long as he holds a duty that their kind asks for. A file holds ID numbers: nobody else sees it.</summary>
public sealed class MyBatches(CompetitionsDb db, MyDuties duties, IEnumerable<IBatchWork> works)
{
    public IBatchWork WorkOf(Batch batch) => works.Single(w => w.Kind == batch.Kind);

    public async Task<IQueryable<Batch>> All()
    {
        var (me, held) = (duties.Account, (await duties.Held()).Select(d => d.Kind).ToHashSet());
        var kinds = works.Where(w => Policies.KindsOf(w.Policy).Any(held.Contains)).Select(w => w.Kind).ToList();
        return db.Batches.Where(b => b.By == me && kinds.Contains(b.Kind));
    }

    public async Task<Batch> Find(int id) => Missing.Unless(await (await All()).SingleOrDefaultAsync(b => b.Id == id));

    public async Task<PageOf<BatchRow>> Page(int page)
    {
        var rows = await (await All()).AsNoTracking().OrderByDescending(b => b.Id).ToPage(page);
        return new PageOf<BatchRow>([.. rows.Rows.Select(Row)], rows.Page, rows.Size, rows.Total);
    }

    /// <summary>The last few of a kind, for the page where another is sent.</summary>
    public async Task<IReadOnlyList<BatchRow>> Recent(string kind) =>
        [.. (await (await All()).AsNoTracking().Where(b => b.Kind == kind).OrderByDescending(b => b.Id).Take(5).ToListAsync()).Select(Row)];

    private BatchRow Row(Batch batch) => new(
        batch.Id, WorkOf(batch).Name, batch.InputName, batch.At, batch.State, batch.Succeeded, batch.Failed, WorkOf(batch).Words);

    /// <summary>How many of its kind come before it.</summary>
    public Task<int> Before(Batch batch) => batch.State is not BatchState.Queued ? Task.FromResult(0)
        : db.Batches.CountAsync(b => b.Kind == batch.Kind && (b.State == BatchState.Running || (b.State == BatchState.Queued && b.Id < batch.Id)));
}
