using System.Data.Common;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Organisations.Imports;

/// <summary>Organisations from a sheet, in one transaction: what stands below what is known only when all rows are.</summary>
public sealed class OrganisationsImport(CompetitionsDb db, MyDuties duties, TimeProvider clock) : IBatchWork
{
    public const string Code = "organisations-import";
    public const int MostRows = 200_000;

    private const int AtATime = 1000;

    private readonly RowErrors _errors = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);

    public string Kind => Code;

    public string Name => "导入组织";

    public string Policy => Policies.ManageOrganisations;

    public string FormOf(Batch batch) => "/organisations/imports/new";

    public string ResultsOf(Batch batch) => "/organisations";

    public async Task<BatchOutcome?> Run(BatchRun run)
    {
        await run.Report("检查文件", 0, null, now: true);
        await using var file = run.Open();
        using var sheet = SheetReader.Open(file, OrganisationSheet.Columns);
        var (lines, done) = (new List<OrganisationLine>(), 0);
        var reader = new OrganisationSheet(await Types(), _errors);
        foreach (var rows in sheet.Rows().Chunk(AtATime))
        {
            Refusal.Unless(done + rows.Length <= MostRows, "sheet.too-many-rows", MostRows);
            lines.AddRange(await Fresh([.. rows.Select(reader.Read).OfType<OrganisationLine>()]));
            done += rows.Length;
            await run.Report("检查", done, sheet.Count - sheet.HeaderRow);
            if (_errors.Rows > RowErrors.Most)
            {
                break;
            }
        }

        Refusal.Unless(done > 0, "sheet.empty");
        var placed = _errors.Rows > RowErrors.Most ? [] : new OrganisationTree(await Parents(lines), _errors).Of(lines);
        return _errors.Any || !await Store(run, placed, lines) ? await run.Refused(file, OrganisationSheet.Columns, _errors, done) : null;
    }

    private async Task<IReadOnlyDictionary<string, string>> Types()
    {
        var types = await db.OrganisationTypes.AsNoTracking().ToListAsync();
        return types.SelectMany(t => (KeyValuePair<string, string>[])[new(t.Code, t.Code), new(t.Name, t.Code)]).DistinctBy(t => t.Key).ToDictionary();
    }

    /// <summary>Without those whose code stands in a row above or is taken; they are marked.</summary>
    private async Task<List<OrganisationLine>> Fresh(List<OrganisationLine> read)
    {
        List<OrganisationLine> fresh = [];
        foreach (var line in read)
        {
            if (_seen.TryAdd(line.Organisation.Code, line.Row))
            {
                fresh.Add(line);
            }
            else
            {
                _errors.Add(line.Row, OrganisationSheet.Code, $"与第 {_seen[line.Organisation.Code]} 行的编码相同，请换一个。");
            }
        }

        await MarkTaken(fresh);
        return fresh;
    }

    private async Task<bool> MarkTaken(IReadOnlyList<OrganisationLine> lines)
    {
        var any = false;
        foreach (var some in lines.Chunk(AtATime))
        {
            var codes = some.Select(l => l.Organisation.Code).ToList();
            var taken = await db.Organisations.Where(o => codes.Contains(o.Code)).Select(o => o.Code).ToHashSetAsync(StringComparer.OrdinalIgnoreCase);
            foreach (var line in some.Where(l => taken.Contains(l.Organisation.Code)))
            {
                _errors.Add(line.Row, OrganisationSheet.Code, new Refusal("organisation.code-taken", line.Organisation.Code));
                any = true;
            }
        }

        return any;
    }

    /// <summary>Open organisations within reach that rows name as their parent.</summary>
    private async Task<Dictionary<string, Organisation>> Parents(List<OrganisationLine> lines)
    {
        var (paths, today) = (await duties.Paths(Policy), clock.Today());
        var parents = new Dictionary<string, Organisation>(StringComparer.OrdinalIgnoreCase);
        foreach (var codes in lines.Select(l => l.ParentCode).Distinct().Where(c => !_seen.ContainsKey(c)).Chunk(AtATime))
        {
            foreach (var found in await db.Organisations.Within(paths, o => o.Path).Where(o => codes.Contains(o.Code) && (o.To == null || o.To >= today)).ToListAsync())
            {
                parents[found.Code] = found;
            }
        }

        return parents;
    }

    private async Task<bool> Store(BatchRun run, List<PlacedOrganisation> placed, List<OrganisationLine> lines)
    {
        await run.Report("正在写入", lines.Count, lines.Count, now: true);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(run.Stop);
            await db.StoreOrganisations(placed);
            await run.Succeed(db, placed.Count, $"{placed.Count:N0} 个组织已建立。");
            await transaction.CommitAsync(run.Stop);
            return true;
        }
        catch (Exception collided) when (collided is DbUpdateException or DbException)
        {
            db.ChangeTracker.Clear();
            return !await MarkTaken(lines) ? throw new InvalidOperationException("The organisations were not stored.", collided) : false;
        }
    }
}
