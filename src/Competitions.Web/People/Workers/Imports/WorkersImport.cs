using System.Data.Common;
using System.Globalization;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers.Imports;

/// <summary>
/// Workers with their memberships from a sheet. Rows are stored in short transactions, so that nobody who writes waits for
/// long; the query filter of workers hides them until the batch succeeds, and then shows all at once.
/// </summary>
public sealed class WorkersImport(CompetitionsDb db, MyDuties duties, FieldCipher cipher, TimeProvider clock) : IBatchWork
{
    public const string Code = "workers-import";
    public const int MostRows = 300_000;

    /// <summary>Some 30 ms of the one writer of the embedded database.</summary>
    private const int AtATime = 1000;

    private readonly RowErrors _errors = new();
    private readonly Dictionary<UInt128, int> _seen = [];

    public string Kind => Code;

    public string Name => "导入职工";

    public string Policy => Policies.ManagePeople;

    public string FormOf(Batch batch) => "/workers/imports/new";

    public string ResultsOf(Batch batch) => "/workers";

    public async Task<BatchOutcome?> Run(BatchRun run)
    {
        await run.Report("检查文件", 0, null, now: true);
        await using var file = run.Open();
        using var sheet = SheetReader.Open(file, WorkerSheet.Columns);
        var codes = await WorkerCodes.Of(db, await duties.Paths(Policy));
        var reader = new WorkerSheet(cipher, codes, _errors, clock.Today(), run.Id);
        var (done, total) = (0, sheet.Count - sheet.HeaderRow);
        foreach (var rows in sheet.Rows().Chunk(AtATime))
        {
            Refusal.Unless(done + rows.Length <= MostRows, "sheet.too-many-rows", MostRows);
            await codes.Learn(rows.Select(r => SheetRow.Shown(r.Cells.ElementAtOrDefault(sheet.Places[WorkerSheet.Unit])).Trim()));
            var workers = await NotYetKnown([.. rows.Select(row => (row.Number, reader.Read(row))).Where(w => w.Item2 is not null)!], run.Id);
            done += rows.Length;
            await (_errors.Any ? run.Report("检查", done, total) : Store(run, workers, done, total));
            if (_errors.Rows > RowErrors.Most)
            {
                break;
            }
        }

        Refusal.Unless(done > 0, "sheet.empty");
        return _errors.Any ? await run.Refused(file, WorkerSheet.Columns, _errors, done) : await Show(run, done);
    }

    /// <summary>Takes away what an unfinished run hid, a few at a time.</summary>
    public async Task Discard(int batch)
    {
        var hidden = db.Workers.IgnoreQueryFilters().Where(w => w.ImportId == batch && !db.Batches.Any(b => b.Id == batch && b.State == BatchState.Succeeded));
        while (await hidden.OrderBy(w => w.Id).Select(w => (int?)w.Id).Skip(AtATime - 1).FirstOrDefaultAsync() is { } last)
        {
            await hidden.Where(w => w.Id <= last).ExecuteDeleteAsync();
        }

        await hidden.ExecuteDeleteAsync();
    }

    private async Task<BatchOutcome?> Show(BatchRun run, int done)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await run.Succeed(db, done, $"{done:N0} 名职工及其会籍已写入名册。");
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Without those who stand in a row above, in the register, or in another import that is under way.</summary>
    private async Task<List<(int Row, Worker Worker)>> NotYetKnown(List<(int Row, Worker? Worker)> read, int batch)
    {
        List<(int Row, Worker Worker)> fresh = [];
        foreach (var (row, worker) in read)
        {
            var key = UInt128.Parse(worker!.IdNumberIndex.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (_seen.TryAdd(key, row))
            {
                fresh.Add((row, worker));
            }
            else
            {
                _errors.Add(row, WorkerSheet.Number, $"与第 {_seen[key]} 行的证件号码相同，请只留一行。");
            }
        }

        return await MarkKnown(fresh, batch) ? [] : fresh;
    }

    private async Task<bool> MarkKnown(List<(int Row, Worker Worker)> workers, int batch)
    {
        var indexes = workers.ConvertAll(w => w.Worker.IdNumberIndex);
        var known = await db.Workers.IgnoreQueryFilters().Where(w => indexes.Contains(w.IdNumberIndex) && w.ImportId != batch).Select(w => w.IdNumberIndex).ToHashSetAsync();
        foreach (var (row, _) in workers.Where(w => known.Contains(w.Worker.IdNumberIndex)))
        {
            _errors.Add(row, WorkerSheet.Number, new Refusal("worker.already-registered"));
        }

        return known.Count > 0;
    }

    private async Task Store(BatchRun run, List<(int Row, Worker Worker)> workers, int done, int? total)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(run.Stop);
            await run.Hold(db, "检查并写入", done, total);
            await db.StoreWorkers(workers.ConvertAll(w => w.Worker));
            await transaction.CommitAsync(run.Stop);
        }
        catch (Exception collided) when (collided is DbUpdateException or DbException)
        {
            db.ChangeTracker.Clear();
            if (!await MarkKnown(workers, run.Id))
            {
                throw; // something else; somebody who was registered by hand meanwhile is marked in his row
            }
        }
    }
}
