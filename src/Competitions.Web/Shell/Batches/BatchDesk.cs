using Competitions.Data;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Batches;

/// <summary>Takes an uploaded file into the queue.</summary>
public sealed class BatchDesk(CompetitionsDb db, MyDuties duties, BatchFiles files, BatchBell bell, AuditTrail audit, TimeProvider clock)
{
    private const int SmallFile = 1 << 20;
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(2);

    /// <summary>What is no table at all is refused at once, everything else is said on the batch's page.</summary>
    /// <returns>The address of its page. What is small is done when the page opens.</returns>
    /// <exception cref="Refusal">workbook.…, sheet.…</exception>
    public async Task<string> Take(IBatchWork work, IReadOnlyList<Column> columns, IFormFile upload, string target = "", CancellationToken stop = default)
    {
        var kept = await Kept(upload, columns, stop);
        var name = Path.GetFileName(upload.FileName);
        return await Queue(work.Kind, target, kept, name[Math.Max(0, name.Length - 200)..], stop);
    }

    /// <summary>Work that needs no upload: what it is asked for is kept as its input.</summary>
    public async Task<string> Take(string kind, byte[] order, string name, CancellationToken stop = default) =>
        await Queue(kind, "", await files.Keep(new MemoryStream(order), stop), name, stop);

    private async Task<string> Queue(string kind, string target, string kept, string name, CancellationToken stop)
    {
        var batch = new Batch(kind, target, kept, name, duties.Account!, clock.UtcNow());
        db.Add(batch);
        await db.SaveChangesAsync(CancellationToken.None);
        await audit.Write("batch.queued", $"{batch.Id}", why: kind);
        bell.Ring();
        await Settled(batch.Id, stop);
        return $"/batches/{batch.Id}";
    }

    private async Task<string> Kept(IFormFile upload, IReadOnlyList<Column> columns, CancellationToken stop)
    {
        await using var sent = upload.OpenReadStream();
        var kept = await files.Keep(sent, stop);
        try
        {
            await using var file = files.Open(kept);
            Look(file, columns);
            return kept;
        }
        catch (Refusal)
        {
            files.Delete(kept);
            throw;
        }
    }

    private static void Look(Stream file, IReadOnlyList<Column> columns)
    {
        if (FileKinds.KindOf(file) is not FileKind.Csv)
        {
            WorkbookFile.Check(file);
        }

        if (file.Length <= SmallFile)
        {
            using var sheet = SheetReader.Open(file, columns);
        }
    }

    private async Task Settled(int id, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < WorthWaiting && !stop.IsCancellationRequested
            && await db.Batches.AnyAsync(b => b.Id == id && (b.State == BatchState.Queued || b.State == BatchState.Running), CancellationToken.None))
        {
            await Task.Delay(50, CancellationToken.None);
        }
    }
}

/// <summary>Where the kinds of long work are named.</summary>
public static class BatchServices
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddSingleton<BatchBell>().AddSingleton<BatchFiles>().AddScoped<BatchDesk>().AddScoped<MyBatches>()
        .AddWork<People.Workers.Imports.WorkersImport>().AddWork<People.Organisations.Imports.OrganisationsImport>()
        .AddWork<Contests.Entries.Imports.EntriesImport>().AddWork<Questions.Imports.QuestionsImport>()
        .AddWork<Honours.Orders.CertificateBatch>().AddWork<Honours.Imports.HonoursImport>()
        .AddHostedService<BatchRunner>();

    private static IServiceCollection AddWork<TWork>(this IServiceCollection services) where TWork : class, IBatchWork =>
        services.AddScoped<TWork>().AddScoped<IBatchWork>(s => s.GetRequiredService<TWork>());
}
