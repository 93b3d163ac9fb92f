using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Documents;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Orders;

/// <summary>
/// Numbers the certificates of an order and prints them, at most 200 to a file. Each file is one step: a run that is killed leaves the
/// numbers and the files that it finished, and the next goes on behind them; nothing is numbered or printed twice.
/// </summary>
public sealed class CertificateBatch(CompetitionsDb db, CertificateDesk desk, CertificatePrint print, PdfPrinter printer, BatchFiles files) : IBatchWork
{
    public const string Code = "certificates";

    /// <summary>Files that are printed side by side; a printer is left for who waits at a page.</summary>
    private const int AtOnce = 2;

    public string Kind => Code;

    public string Name => "制作证书";

    public string Policy => Policies.GrantHonours;

    public BatchWords Words => new(
        "张", "已制作", "证书没有做完", "再制作一批", "重新制作", "可以关掉这一页，制作不会中断；服务器重启后从停下的地方接着做，编号不重不漏。",
        "已停止。已经编号的证书有效，做好的文件可以下载；再制作一次就接着做完。");

    public string FormOf(Batch batch) => "/honours";

    public string ResultsOf(Batch batch) => $"/certificate-orders/{batch.Id}";

    public async Task<BatchOutcome?> Run(BatchRun run)
    {
        await using var input = run.Open();
        var order = CertificateOrder.Read(input);
        var done = 0;
        foreach (var parts in order.Honours.Chunk(CertificateFile.MostPages).Index().Chunk(AtOnce))
        {
            var printing = new List<Printing>();
            foreach (var (at, honours) in parts)
            {
                await Number(run, order, honours, done);
                printing.AddRange(printer.CanPrint ? await Begin(run, order, honours, at + 1, done) : []);
                done += honours.Length;
            }

            await Keep(run, order, printing);
        }

        var made = await db.CertificateFiles.Where(f => f.BatchId == run.Id).ToListAsync();
        var words = printer.CanPrint ? $"{made.Sum(f => f.Pages):N0} 张证书，分 {made.Count} 个文件。" : $"{done:N0} 张证书已编号；服务器没有安装 Chromium 或 Edge，请在证书页用浏览器打印。";
        await using var transaction = await db.Database.BeginTransactionAsync(run.Stop);
        await run.Succeed(db, done, words);
        await transaction.CommitAsync(run.Stop);
        return null;
    }

    /// <summary>The files of an order that nobody may fetch any more.</summary>
    public async Task Forget(int batch)
    {
        foreach (var file in await db.CertificateFiles.AsNoTracking().Where(f => f.BatchId == batch).ToListAsync())
        {
            files.Delete(file.File);
        }

        await db.CertificateFiles.Where(f => f.BatchId == batch).ExecuteDeleteAsync();
    }

    /// <summary>In one transaction with the lease: who lost it numbers nothing.</summary>
    private async Task Number(BatchRun run, CertificateOrder order, int[] honours, int done)
    {
        await desk.Issue(honours, order.Series, order.On, run.By, before: () => run.Hold(db, "编号", done, order.Honours.Count));
        db.ChangeTracker.Clear();
    }

    /// <summary>Gives the file to a printer; nothing where it is made already or all of it was withdrawn meanwhile.</summary>
    private async Task<IEnumerable<Printing>> Begin(BatchRun run, CertificateOrder order, int[] honours, int part, int done)
    {
        if (await db.CertificateFiles.AnyAsync(f => f.BatchId == run.Id && f.Part == part))
        {
            return [];
        }

        await run.Report($"排版第 {part} 个文件", done, order.Honours.Count, now: true);
        var certificates = (await db.Certificates.AsNoTracking().Where(c => c.LivingOf != null && honours.Contains(c.HonourId)).ToListAsync()).OrderBy(c => c.Year).ThenBy(c => c.Sequence).ToList();
        if (certificates.Count == 0)
        {
            return [];
        }

        var picture = order.Place is StampPlace.Picture ? await print.Use(order.StampId!.Value, $"{certificates[0].Number} 至 {certificates[^1].Number}，{certificates.Count} 张", order.GrantorId) : null;
        return [new Printing(part, done + honours.Length, certificates, print.Pdf([.. certificates.Select(c => CertificateCopy.Of(c, order.Site))], order.Place, picture, run.Stop))];
    }

    /// <summary>The files in their order, each with its line in one transaction; a printer that was begun comes to its end.</summary>
    private async Task Keep(BatchRun run, CertificateOrder order, IReadOnlyList<Printing> printing)
    {
        try
        {
            foreach (var one in printing)
            {
                await Keep(run, order, one, await one.Pdf);
            }
        }
        finally
        {
            await Task.WhenAll(printing.Select(p => (Task)p.Pdf)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Keep(BatchRun run, CertificateOrder order, Printing one, byte[] pdf)
    {
        var name = run.Make(to => to.Write(pdf));
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(run.Stop);
            await run.Hold(db, $"第 {one.Part} 个文件已做好", one.Done, order.Honours.Count);
            db.Add(new CertificateFile(run.Id, one.Part, one.Certificates.Count, one.Certificates[0].Number, one.Certificates[^1].Number, name));
            await db.SaveChangesAsync(run.Stop);
            await transaction.CommitAsync(run.Stop);
        }
        catch
        {
            files.Delete(name); // nobody would know of it
            throw;
        }

        db.ChangeTracker.Clear();
    }

    /// <param name="Done">Certificates of the order up to the end of this file.</param>
    private sealed record Printing(int Part, int Done, IReadOnlyList<Certificate> Certificates, Task<byte[]> Pdf);
}
