using Competitions.Data;
using Competitions.Data.Honours;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Imports;

/// <summary>Reads honours of earlier years and holds them beside the register. What is new waits for a person's word; nothing of it is in the register yet.</summary>
public sealed class HonoursImport(CompetitionsDb db, MyDuties duties, FieldCipher cipher, TimeProvider clock) : IBatchWork
{
    public const string Code = "honours-import";
    public const int MostRows = 2_000;

    private const int AtATime = 400;

    private readonly RowErrors _errors = new();

    public string Kind => Code;

    public string Name => "导入往年荣誉";

    public string Policy => Policies.GrantHonours;

    public BatchWords Words => BatchWords.Import with
    {
        Done = "已读入", Failed = "没有读入任何数据", Hint = "可以关掉这一页，处理不会中断；回到“批处理”随时能看到进度。读完先核对，确认以后才写入荣誉名册。", Stopped = "已停止，没有读入任何数据。",
    };

    public string FormOf(Batch batch) => "/honours/imports/new";

    public string ResultsOf(Batch batch) => $"/honours/imports/{batch.Id}";

    public async Task<BatchOutcome?> Run(BatchRun run)
    {
        await run.Report("检查文件", 0, null, now: true);
        await using var file = run.Open();
        using var sheet = SheetReader.Open(file, HonourSheet.Columns);
        var registrar = await HonourImports.Registrar(db, duties);
        var codes = new HonourCodes(db, cipher, await duties.Paths(Policy), registrar);
        var (reader, lines) = (new HonourSheet(codes, _errors, clock.Today()), new List<ImportLine>());
        var (done, total) = (0, sheet.Count - sheet.HeaderRow);
        foreach (var rows in sheet.Rows().Chunk(AtATime))
        {
            Refusal.Unless(done + rows.Length <= MostRows, "sheet.too-many-rows", MostRows);
            await codes.Learn(rows);
            lines.AddRange(rows.Select(reader.Read).OfType<ImportLine>());
            done += rows.Length;
            await run.Report("检查", done, total);
        }

        Refusal.Unless(done > 0, "sheet.empty");
        return _errors.Any ? await run.Refused(file, HonourSheet.Columns, _errors, done) : await Keep(run, registrar, lines);
    }

    private async Task<BatchOutcome?> Keep(BatchRun run, int registrar, List<ImportLine> lines)
    {
        var sorted = HonourLikeness.Sorted(lines, await db.Beside(lines));
        var name = await db.Batches.Where(b => b.Id == run.Id).Select(b => b.InputName).SingleAsync(run.Stop);
        await using var transaction = await db.Database.BeginTransactionAsync(run.Stop);
        db.Add(new HonourImport(registrar, run.Id, name, sorted, run.By, clock.UtcNow()));
        await db.SaveChangesAsync(run.Stop);
        await run.Succeed(db, lines.Count, $"{string.Join('，', HonourImports.Counts(sorted).Select(c => $"{c.Standing.Name()} {c.Count:N0} 项"))}。还没有写入名册，请打开结果核对并确认。");
        await transaction.CommitAsync(run.Stop);
        return null;
    }
}

/// <summary>What the pages and the reader of uploads ask alike.</summary>
public static class HonourImports
{
    public static string Name(this ImportStanding standing) => standing switch
    {
        ImportStanding.New => "新增",
        ImportStanding.Doubtful => "疑似重复",
        ImportStanding.Known => "已在名册",
        _ => "同名称号已有",
    };

    public static string Mark(this ImportStanding standing) => standing switch
    {
        ImportStanding.New => "st-ok",
        ImportStanding.Doubtful => "st-warn",
        _ => "st-off",
    };

    public static IReadOnlyList<(ImportStanding Standing, int Count)> Counts(IReadOnlyList<ImportLine> lines) =>
        [.. Enum.GetValues<ImportStanding>().Select(s => (s, lines.Count(l => l.Standing == s))).Where(c => c.Item2 > 0)];

    /// <summary>The largest of the bodies whose honours the caller keeps.</summary>
    /// <exception cref="Refusal">honour.no-such-unit</exception>
    public static async Task<int> Registrar(CompetitionsDb db, MyDuties duties)
    {
        var path = (await duties.Paths(Policies.GrantHonours)).OrderBy(p => p.Length).FirstOrDefault() ?? throw new Refusal("honour.no-such-unit");
        return await db.Organisations.Where(o => o.Path == path).Select(o => o.Id).SingleAsync();
    }
}
