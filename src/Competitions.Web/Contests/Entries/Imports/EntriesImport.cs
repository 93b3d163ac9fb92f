using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Contests.Entries.Imports;

/// <summary>Entries from a workbook into the event that the batch names, all or nothing.</summary>
public sealed class EntriesImport(EntryDesk desk, EntrySheet sheet) : IBatchWork
{
    public const string Code = "entries-import";

    public string Kind => Code;

    public string Name => "导入报名";

    public string Policy => Policies.Enter;

    public string FormOf(Batch batch) => $"/events/{batch.Target}/entries/imports/new";

    public string ResultsOf(Batch batch) => $"/events/{batch.Target}/entries?tab=all";

    public async Task<BatchOutcome?> Run(BatchRun run)
    {
        var place = await desk.At(run.Target);
        place.MustBeOpen();
        await run.Report("检查文件", 0, null, now: true);
        await using var file = run.Open();
        var errors = new RowErrors();
        var rows = await sheet.Take(place, run, file, errors);
        return errors.Any ? await run.Refused(file, EntrySheet.Columns, errors, rows) : null;
    }
}
